-- invite_member: invited · already_member · already_invited. resend_invitation: resent · just_sent · closed.
-- revoke_invitation: revoked · closed. Refuse with PT401, PT403, PT404, PT409 rate_limited, PT422.

create function private.email_argument(p_field text, p_value text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_email text := lower(private.text_argument(p_field, p_value, 254));
begin
  if v_email !~ '^[^@\s<>,;:"]+@[^@\s<>,;:"]+\.[^@\s<>,;:"]+$' then
    perform private.fail(422, 'invalid_email', jsonb_build_object('field', p_field, 'value', left(v_email, 100)), 'Use an address like name@example.com.');
  end if;
  return v_email;
end
$$;

-- 244 random bits.
create function private.new_token() returns text
language sql volatile set search_path = '' as $$
  select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
$$;

create function private.token_hash(p_token text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(coalesce(p_token, ''), 'UTF8'))
$$;

-- A mail that was not sent yet would carry a link that no longer works. One that is on its way is left to its sender.
create function private.give_up_invitation_mail(p_invitation public.invitations, p_why text) returns void
language sql security definer set search_path = '' as $$
  update public.notifications n set state = 'dead', last_error = p_why
    where n.org_id = p_invitation.org_id and n.template = 'invitation' and n.state in ('queued', 'failed', 'suppressed')
      and n.event = 'invitation:' || p_invitation.id || ':' || p_invitation.issue
$$;

-- At most four mails a day to one address and 200 an hour for an organization: a stolen admin session must not become a mail cannon.
create function private.limit_invitations(p_org uuid, p_email text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_wait integer;
begin
  v_wait := private.take_rate_limit(array['invitations', 'organization', p_org::text], 200, 3600);
  if v_wait = 0 then
    v_wait := private.take_rate_limit(array['invitations', 'recipient', p_email], 4, 86400);
  end if;
  if v_wait > 0 then
    perform private.fail_rate_limited(v_wait);
  end if;
end
$$;

-- The outbox row says who is invited to what; the token goes beside it and is wiped with the sending.
create function private.mail_invitation(p_invitation public.invitations, p_inviter public.members, p_token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_mail uuid;
begin
  insert into public.notifications (org_id, event, template, recipient_email, recipient_name, facts)
    select p_invitation.org_id, 'invitation:' || p_invitation.id || ':' || p_invitation.issue, 'invitation',
      p_invitation.email, coalesce(p_invitation.name, ''),
      jsonb_build_object('organization', g.name, 'inviter', p_inviter.name, 'email', p_invitation.email, 'roles', p_invitation.roles,
        'expires_at', p_invitation.expires_at, 'time_zone', g.time_zone)
    from public.organizations g where g.id = p_invitation.org_id
    returning id into strict v_mail;
  insert into private.mail_secrets (org_id, notification_id, facts)
    values (p_invitation.org_id, v_mail, jsonb_build_object('token', p_token));
end
$$;

create function private.invite_member(p_org uuid, p_email text, p_name text, p_roles text[], p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'invite_member';
  v_admin public.members := private.require_member(p_org, 'admin');
  v_stored jsonb := private.claim_idempotency_key(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_array(p_email, p_name, p_roles));
  v_email text := private.email_argument('email', p_email);
  v_name text := private.text_argument('name', p_name, 120, false);
  v_roles public.member_role[] := private.roles_argument(p_roles);
  v_token text := private.new_token();
  v_member public.members;
  v_invitation public.invitations;
begin
  if v_stored is not null then
    return v_stored;
  end if;
  select m.* into v_member from public.members m join auth.users u on u.id = m.user_id
    where m.org_id = p_org and v_email in (m.email, lower(u.email)) order by m.active desc limit 1;
  if found then
    return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object(
      'outcome', 'already_member', 'member_id', v_member.id, 'name', v_member.name, 'active', v_member.active));
  end if;
  update public.invitations set revoked_at = now(), revoked_by = v_admin.id
    where org_id = p_org and email = v_email and accepted_at is null and revoked_at is null and expires_at <= now();
  insert into public.invitations (org_id, email, name, roles, token_hash, invited_by)
    values (p_org, v_email, v_name, v_roles, private.token_hash(v_token), v_admin.id)
    on conflict (org_id, email) where accepted_at is null and revoked_at is null do nothing
    returning * into v_invitation;
  if not found then
    select * into v_invitation from public.invitations i
      where i.org_id = p_org and i.email = v_email and i.accepted_at is null and i.revoked_at is null;
    return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object(
      'outcome', 'already_invited', 'invitation_id', v_invitation.id, 'expires_at', v_invitation.expires_at));
  end if;
  perform private.limit_invitations(p_org, v_email);
  perform private.mail_invitation(v_invitation, v_admin, v_token);
  perform private.append_audit(p_org, v_admin.id, 'invitation.sent', null, null, null,
    jsonb_build_object('email', v_email, 'name', v_name, 'roles', v_roles, 'expires_at', v_invitation.expires_at));
  return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'invited', 'invitation_id', v_invitation.id, 'email', v_email, 'expires_at', v_invitation.expires_at));
end
$$;

-- Lock: the invitation, so that a resend, a revocation and an acceptance of it come one after the other.
create function private.lock_invitation(p_org uuid, p_invitation_id uuid) returns public.invitations
language plpgsql security definer set search_path = '' as $$
declare
  v_invitation public.invitations;
begin
  select * into v_invitation from public.invitations i where i.org_id = p_org and i.id = p_invitation_id for update;
  if not found then
    perform private.fail(404, 'not_found', null, 'There is no such invitation.');
  end if;
  return v_invitation;
end
$$;

create function private.resend_invitation(p_org uuid, p_invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_invitation public.invitations := private.lock_invitation(p_org, p_invitation_id);
  v_token text := private.new_token();
begin
  if v_invitation.accepted_at is not null or v_invitation.revoked_at is not null then
    return jsonb_build_object('outcome', 'closed', 'invitation_id', v_invitation.id);
  end if;
  -- A double click, or an impatient one: the first mail has hardly left.
  if v_invitation.sent_at > now() - interval '1 minute' then
    return jsonb_build_object('outcome', 'just_sent', 'invitation_id', v_invitation.id, 'expires_at', v_invitation.expires_at);
  end if;
  perform private.limit_invitations(p_org, v_invitation.email);
  perform private.give_up_invitation_mail(v_invitation, 'A newer mail took its place.');
  -- Whoever sends it again stands behind it from then on.
  update public.invitations set token_hash = private.token_hash(v_token), issue = issue + 1, invited_by = v_admin.id, sent_at = now(), expires_at = now() + interval '7 days'
    where org_id = p_org and id = v_invitation.id returning * into v_invitation;
  perform private.mail_invitation(v_invitation, v_admin, v_token);
  perform private.append_audit(p_org, v_admin.id, 'invitation.resent', null, null, null,
    jsonb_build_object('email', v_invitation.email, 'roles', v_invitation.roles, 'expires_at', v_invitation.expires_at));
  return jsonb_build_object('outcome', 'resent', 'invitation_id', v_invitation.id, 'expires_at', v_invitation.expires_at);
end
$$;

create function private.revoke_invitation(p_org uuid, p_invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_invitation public.invitations := private.lock_invitation(p_org, p_invitation_id);
begin
  if v_invitation.accepted_at is not null or v_invitation.revoked_at is not null then
    return jsonb_build_object('outcome', 'closed', 'invitation_id', v_invitation.id);
  end if;
  perform private.give_up_invitation_mail(v_invitation, 'The invitation was revoked.');
  update public.invitations set revoked_at = now(), revoked_by = v_admin.id where org_id = p_org and id = v_invitation.id;
  perform private.append_audit(p_org, v_admin.id, 'invitation.revoked', null, null, null,
    jsonb_build_object('email', v_invitation.email, 'roles', v_invitation.roles));
  return jsonb_build_object('outcome', 'revoked', 'invitation_id', v_invitation.id);
end
$$;

-- An invitation is good as long as somebody here stands behind it: the open ones of whoever is no longer an admin end with
-- that. Lock: the invitations, before the audit head; who is accepting one goes first, or finds it closed.
create function private.close_invitations_of(p_org uuid, p_member_id uuid, p_by uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_invitation public.invitations;
  v_closed jsonb := '[]';
begin
  for v_invitation in
    select * from public.invitations i
    where i.org_id = p_org and i.invited_by = p_member_id and i.accepted_at is null and i.revoked_at is null order by i.id for update
  loop
    perform private.give_up_invitation_mail(v_invitation, 'Whoever invited is no longer an admin.');
    update public.invitations set revoked_at = now(), revoked_by = p_by where org_id = p_org and id = v_invitation.id;
    v_closed := v_closed || jsonb_build_array(jsonb_build_object('email', v_invitation.email, 'roles', v_invitation.roles));
  end loop;
  return v_closed;
end
$$;

create function private.audit_closed_invitations(p_org uuid, p_by uuid, p_closed jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_invitation jsonb;
begin
  for v_invitation in select jsonb_array_elements(p_closed) loop
    perform private.append_audit(p_org, p_by, 'invitation.revoked', null, null, null, v_invitation);
  end loop;
end
$$;

create function public.invite_member(p_org uuid, p_email text, p_name text, p_roles text[], p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.invite_member(p_org, p_email, p_name, p_roles, p_idempotency_key) $$;
create function public.resend_invitation(p_org uuid, p_invitation_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.resend_invitation(p_org, p_invitation_id) $$;
create function public.revoke_invitation(p_org uuid, p_invitation_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.revoke_invitation(p_org, p_invitation_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.invite_member(uuid, text, text, text[], text), public.resend_invitation(uuid, uuid), public.revoke_invitation(uuid, uuid)
from public;
grant execute on function
  private.invite_member(uuid, text, text, text[], text), private.resend_invitation(uuid, uuid), private.revoke_invitation(uuid, uuid),
  public.invite_member(uuid, text, text, text[], text), public.resend_invitation(uuid, uuid), public.revoke_invitation(uuid, uuid)
to authenticated;
