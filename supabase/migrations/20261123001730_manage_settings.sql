-- save_reason, set_fulfillment_email: outcome saved. Refuse with PT401, PT403, PT404, PT422, PT409 last_reason.

create function private.save_reason(p_org uuid, p_code text, p_label text, p_position integer, p_active boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_label text := private.text_argument('label', p_label, 120);
  v_before jsonb;
begin
  if p_code is null or p_code !~ '^[a-z][a-z0-9_]{0,39}$' then
    perform private.fail(422, 'invalid_reason_code', jsonb_build_object('field', 'code', 'value', left(p_code, 60)), 'Use lower-case letters, digits and underscores.');
  end if;
  -- Lock: all reasons, so that of two admins who retire the last two at once one is refused.
  perform from public.reasons r where r.org_id = p_org order by r.code for no key update;
  select to_jsonb(r) - 'org_id' into v_before from public.reasons r where r.org_id = p_org and r.code = p_code;
  if not coalesce(p_active, true) and not exists (
    select from public.reasons r where r.org_id = p_org and r.active and r.code <> p_code
  ) then
    perform private.fail(409, 'last_reason', null, 'Keep at least one reason active.');
  end if;
  insert into public.reasons (org_id, code, label, position, active)
    values (p_org, p_code, v_label, greatest(0, least(coalesce(p_position, 0), 9999)), coalesce(p_active, true))
    on conflict (org_id, code) do update set label = excluded.label, position = excluded.position, active = excluded.active;
  perform private.append_audit(p_org, v_admin.id, 'reason.saved', null, null, v_before,
    (select to_jsonb(r) - 'org_id' from public.reasons r where r.org_id = p_org and r.code = p_code));
  return jsonb_build_object('outcome', 'saved', 'code', p_code);
end
$$;

-- A shared mailbox, folded; null for none.
create function private.fulfillment_email_argument(p_email text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_email text := lower(private.text_argument('email', p_email, 320, false));
begin
  if v_email !~ '^[^@\s<>,;:"]+@[^@\s<>,;:"]+\.[^@\s<>,;:"]+$' then
    perform private.fail(422, 'invalid_email', jsonb_build_object('field', 'email', 'value', left(v_email, 100)), 'Use an address like warehouse@example.com.');
  end if;
  return v_email;
end
$$;

create function private.set_fulfillment_email(p_org uuid, p_email text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_email text := private.fulfillment_email_argument(p_email);
  v_before text;
begin
  -- Lock: not against foreign keys; a decision that holds the audit head refers to the organization.
  select g.fulfillment_email into v_before from public.organizations g where g.id = p_org for no key update;
  update public.organizations set fulfillment_email = v_email where id = p_org;
  perform private.append_audit(p_org, v_admin.id, 'organization.changed', null, null,
    jsonb_build_object('fulfillment_email', v_before), jsonb_build_object('fulfillment_email', v_email));
  return jsonb_build_object('outcome', 'saved', 'email', v_email);
end
$$;

create function public.save_reason(p_org uuid, p_code text, p_label text, p_position integer, p_active boolean) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_reason(p_org, p_code, p_label, p_position, p_active) $$;
create function public.set_fulfillment_email(p_org uuid, p_email text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_fulfillment_email(p_org, p_email) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.save_reason(uuid, text, text, integer, boolean), public.set_fulfillment_email(uuid, text) from public;
grant execute on function
  private.save_reason(uuid, text, text, integer, boolean), private.set_fulfillment_email(uuid, text),
  public.save_reason(uuid, text, text, integer, boolean), public.set_fulfillment_email(uuid, text)
to authenticated;
