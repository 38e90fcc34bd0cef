-- retry_notification: queued · unchanged · may_arrive_twice · address_suppressed · use_invitation.
-- retry_dead_notifications: queued. clear_address: cleared · unchanged. All for admins; refuse with PT401, PT403, PT404.

-- Whether a mail may be sent anew, and how: `again` under its key (the provider knows a repeat), `anew` under a new one.
-- `may_arrive_twice`: the provider may have taken it more than 23 hours ago and forgets the key after 24, so that only a
-- person can say whether it is to go out under a new one.
create function private.retry_verdict(p_mail public.notifications) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when p_mail.state in ('queued', 'sending') or (p_mail.state = 'sent' and p_mail.bounced_at is null) then 'unchanged'
    -- Its link was wiped with the last attempt; a new one goes out with a new invitation.
    when p_mail.template = 'invitation' and p_mail.state in ('sent', 'dead') then 'use_invitation'
    when exists (
      select from public.suppressed_addresses s where s.org_id = p_mail.org_id and s.email = p_mail.recipient_email and s.cleared_at is null
    ) then 'address_suppressed'
    when p_mail.state = 'sent' then 'anew'
    when p_mail.maybe_sent_at < now() - interval '23 hours' then 'may_arrive_twice'
    else 'again'
  end
$$;

create function private.requeue_notification(p_mail public.notifications, p_is_anew boolean) returns void
language sql security definer set search_path = '' as $$
  update public.notifications n set
    state = 'queued', attempts = 0, next_attempt_at = now(), first_attempt_at = null, sent_at = null,
    issue = case when p_is_anew then n.issue + 1 else n.issue end,
    maybe_sent_at = case when p_is_anew then null else n.maybe_sent_at end,
    provider_id = case when p_is_anew then null else n.provider_id end,
    delivered_at = null, delayed_at = null, bounced_at = null, complained_at = null, delivery_detail = null
  where n.org_id = p_mail.org_id and n.id = p_mail.id
$$;

create function private.retry_notification(p_org uuid, p_notification_id uuid, p_may_arrive_twice boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_mail public.notifications;
  v_verdict text;
begin
  -- Lock: the mail, so that of two admins the second sees that it is queued already.
  select * into v_mail from public.notifications n where n.org_id = p_org and n.id = p_notification_id for update;
  if not found then
    perform private.fail(404, 'not_found', null, 'There is no such mail.');
  end if;
  v_verdict := private.retry_verdict(v_mail);
  if v_verdict = 'may_arrive_twice' and p_may_arrive_twice then
    v_verdict := 'anew';
  end if;
  if v_verdict not in ('again', 'anew') then
    return jsonb_build_object('outcome', v_verdict, 'state', v_mail.state);
  end if;
  perform private.requeue_notification(v_mail, v_verdict = 'anew');
  perform private.append_audit(p_org, v_admin.id, 'mail.retried', v_mail.order_id, v_mail.request_id,
    jsonb_build_object('state', v_mail.state, 'attempts', v_mail.attempts, 'error', v_mail.last_error),
    jsonb_build_object('template', v_mail.template, 'email', v_mail.recipient_email, 'is_anew', v_verdict = 'anew'));
  return jsonb_build_object('outcome', 'queued', 'is_anew', v_verdict = 'anew');
end
$$;

-- All that were given up, without asking about each: what may have arrived already goes only where p_may_arrive_twice says so.
create function private.retry_dead_notifications(p_org uuid, p_may_arrive_twice boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_mail public.notifications;
  v_verdict text;
  v_counts jsonb := '{"queued": 0, "may_arrive_twice": 0, "address_suppressed": 0, "use_invitation": 0}';
  v_key text;
begin
  -- Locks: the mails by id; a second call waits at the first of them and then finds none dead.
  for v_mail in select * from public.notifications n where n.org_id = p_org and n.state = 'dead' order by n.id for update loop
    v_verdict := private.retry_verdict(v_mail);
    v_key := case when v_verdict = 'again' or (v_verdict = 'may_arrive_twice' and p_may_arrive_twice) then 'queued' else v_verdict end;
    if v_key = 'queued' then
      perform private.requeue_notification(v_mail, v_verdict <> 'again');
    end if;
    v_counts := jsonb_set(v_counts, array[v_key], to_jsonb((v_counts ->> v_key)::integer + 1));
  end loop;
  if (v_counts ->> 'queued')::integer > 0 then
    perform private.append_audit(p_org, v_admin.id, 'mail.all_retried', null, null, null, v_counts);
  end if;
  return jsonb_build_object('outcome', 'queued') || v_counts;
end
$$;

-- Mail goes to the address again. p_send_held: what was held meanwhile leaves too; otherwise it stays, each to be sent by hand.
create function private.clear_address(p_org uuid, p_email text, p_send_held boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_address public.suppressed_addresses;
  v_mail public.notifications;
  v_sent integer := 0;
begin
  update public.suppressed_addresses s set cleared_at = now(), cleared_by = v_admin.id
    where s.org_id = p_org and s.email = lower(left(p_email, 320)) and s.cleared_at is null
    returning * into v_address;
  if v_address.email is null then
    return jsonb_build_object('outcome', 'unchanged');
  end if;
  if p_send_held then
    for v_mail in
      select * from public.notifications n
      where n.org_id = p_org and n.recipient_email = v_address.email and n.state = 'suppressed' order by n.id for update
    loop
      if private.retry_verdict(v_mail) = 'again' then
        perform private.requeue_notification(v_mail, false);
        v_sent := v_sent + 1;
      end if;
    end loop;
  end if;
  perform private.append_audit(p_org, v_admin.id, 'address.cleared', null, null,
    jsonb_build_object('reason', v_address.reason, 'detail', v_address.detail),
    jsonb_build_object('email', v_address.email, 'mails', v_sent));
  return jsonb_build_object('outcome', 'cleared', 'email', v_address.email, 'mails', v_sent);
end
$$;

create function public.retry_notification(p_org uuid, p_notification_id uuid, p_may_arrive_twice boolean default false) returns jsonb
language sql security invoker set search_path = '' as $$ select private.retry_notification(p_org, p_notification_id, p_may_arrive_twice) $$;
create function public.retry_dead_notifications(p_org uuid, p_may_arrive_twice boolean default false) returns jsonb
language sql security invoker set search_path = '' as $$ select private.retry_dead_notifications(p_org, p_may_arrive_twice) $$;
create function public.clear_address(p_org uuid, p_email text, p_send_held boolean default false) returns jsonb
language sql security invoker set search_path = '' as $$ select private.clear_address(p_org, p_email, p_send_held) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.retry_notification(uuid, uuid, boolean), public.retry_dead_notifications(uuid, boolean), public.clear_address(uuid, text, boolean)
from public;
grant execute on function
  private.retry_notification(uuid, uuid, boolean), private.retry_dead_notifications(uuid, boolean), private.clear_address(uuid, text, boolean),
  public.retry_notification(uuid, uuid, boolean), public.retry_dead_notifications(uuid, boolean), public.clear_address(uuid, text, boolean)
to authenticated;
