-- accept_invitation: accepted · other_account · deactivated. find_invitation (the server's key): open.
-- Unknown, used, revoked, replaced and expired tokens are one answer: PT404.

-- What the page of a link may say before anybody signs in. Its holder reads the mail of that address, so whether there is an
-- account for it is theirs to know.
create function private.find_invitation(p_token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_found jsonb;
begin
  select jsonb_build_object('outcome', 'open', 'organization', g.name, 'email', i.email, 'name', i.name, 'roles', i.roles,
      'inviter', m.name, 'has_account', exists (select from auth.users u where lower(u.email) = i.email))
    into v_found
    from public.invitations i
    join public.organizations g on g.id = i.org_id
    join public.members m on m.org_id = i.org_id and m.id = i.invited_by
    where i.token_hash = private.token_hash(p_token) and i.accepted_at is null and i.revoked_at is null and i.expires_at > now();
  if v_found is null then
    perform private.fail(404, 'not_found', null, 'Ask an admin for a new invitation.');
  end if;
  return v_found;
end
$$;

create function private.accept_invitation(p_token text, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_name text := private.text_argument('name', p_name, 120, false);
  v_email text;
  v_invitation public.invitations;
  v_member public.members;
  v_slug text;
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  select lower(u.email) into v_email from auth.users u where u.id = auth.uid();
  -- Lock: of many who accept at once the first goes through, and the others find it used.
  select * into v_invitation from public.invitations i where i.token_hash = private.token_hash(p_token) for update;
  select g.slug into v_slug from public.organizations g where g.id = v_invitation.org_id;
  -- The account from the session, the address from the account: nothing the caller says.
  select * into v_member from public.members m where m.org_id = v_invitation.org_id and m.user_id = auth.uid();
  -- Lost answer, double click: who has accepted it gets the same answer again.
  if v_invitation.accepted_by = v_member.id and v_member.active then
    return jsonb_build_object('outcome', 'accepted', 'slug', v_slug, 'replayed', true);
  end if;
  if v_invitation.id is null or v_invitation.accepted_at is not null or v_invitation.revoked_at is not null or v_invitation.expires_at <= now() then
    perform private.fail(404, 'not_found', null, 'Ask an admin for a new invitation.');
  end if;
  if v_email is distinct from v_invitation.email then
    return jsonb_build_object('outcome', 'other_account', 'email', v_invitation.email);
  end if;
  -- Only an admin brings somebody back; an old link must not.
  if v_member.id is not null and not v_member.active then
    return jsonb_build_object('outcome', 'deactivated');
  end if;
  if v_member.id is null then
    insert into public.members (org_id, user_id, name, email, roles)
      values (v_invitation.org_id, auth.uid(), coalesce(v_name, v_invitation.name, split_part(v_email, '@', 1)), v_email, v_invitation.roles)
      returning * into v_member;
  end if;
  update public.invitations set accepted_at = now(), accepted_by = v_member.id where org_id = v_invitation.org_id and id = v_invitation.id;
  perform private.append_audit(v_invitation.org_id, v_member.id, 'invitation.accepted', null, null, null,
    jsonb_build_object('email', v_email, 'member', v_member.name, 'roles', v_member.roles));
  return jsonb_build_object('outcome', 'accepted', 'slug', v_slug, 'replayed', false);
end
$$;

create function public.find_invitation(p_token text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.find_invitation(p_token) $$;
create function public.accept_invitation(p_token text, p_name text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.accept_invitation(p_token, p_name) $$;
create function public.is_open_to_founders() returns boolean
language sql security invoker set search_path = '' as $$ select private.is_open_to_founders() $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.find_invitation(text), public.accept_invitation(text, text), public.is_open_to_founders() from public;
grant execute on function private.accept_invitation(text, text), public.accept_invitation(text, text) to authenticated;
grant execute on function
  private.find_invitation(text), private.is_open_to_founders(), public.find_invitation(text), public.is_open_to_founders()
to service_role;
