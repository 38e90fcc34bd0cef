-- claim_notifications, settle_notification: the two ends of delivery, for the server's secret key only.

-- Takes due rows under a lease. SKIP LOCKED: two workers never take the same row, and neither waits for the other.
-- A lease that ran out means the worker died and nobody knows whether the provider took the mail. The same id goes out
-- again as the idempotency key, which the provider keeps for 24 hours; after 23 the row waits for a person.
create function private.claim_notifications(p_limit integer, p_lease_seconds integer) returns setof public.notifications
language plpgsql security definer set search_path = '' as $$
begin
  update public.notifications n set
      state = 'dead', lease = null, lease_until = null,
      last_error = 'The outcome of the last attempt is unknown for more than 23 hours; send it again by hand if it never arrived.'
    where n.state = 'sending' and n.lease_until < now() and n.first_attempt_at < now() - interval '23 hours';
  return query
    update public.notifications n set
      state = 'sending', attempts = n.attempts + 1, first_attempt_at = coalesce(n.first_attempt_at, now()),
      lease = gen_random_uuid(), lease_until = now() + make_interval(secs => greatest(5, least(coalesce(p_lease_seconds, 60), 600)))
    from (
      select d.org_id, d.id from public.notifications d
      where (d.state in ('queued', 'failed') and d.next_attempt_at <= now()) or (d.state = 'sending' and d.lease_until < now())
      order by d.next_attempt_at limit greatest(1, least(coalesce(p_limit, 20), 100))
      for update skip locked
    ) due
    where n.org_id = due.org_id and n.id = due.id
    returning n.*;
end
$$;

-- p_outcome: sent, failed (tried again with growing pauses, dead after the tenth attempt) or dead (no use trying again).
-- Only the holder of the lease may settle; a late worker whose lease was taken over gets `superseded`.
create function private.settle_notification(p_id uuid, p_lease uuid, p_outcome text, p_provider_id text, p_error text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_max_attempts constant integer := 10;
  v_state public.notification_state;
begin
  if p_outcome is null or p_outcome not in ('sent', 'failed', 'dead') then
    perform private.fail(422, 'unknown_outcome', jsonb_build_object('field', 'outcome'), 'Use sent, failed or dead.');
  end if;
  update public.notifications n set
    state = (case when p_outcome = 'failed' and n.attempts >= c_max_attempts then 'dead' else p_outcome end)::public.notification_state,
    sent_at = case when p_outcome = 'sent' then now() end,
    -- 30 s, 1 min, 2 min, … at most an hour.
    next_attempt_at = now() + make_interval(secs => least(3600, 30 * 2 ^ (n.attempts - 1))),
    provider_id = coalesce(left(p_provider_id, 200), n.provider_id), last_error = case when p_outcome = 'sent' then null else left(p_error, 2000) end,
    lease = null, lease_until = null
  where n.id = p_id and n.lease = p_lease and n.state = 'sending'
  returning n.state into v_state;
  return jsonb_build_object('outcome', coalesce(v_state::text, 'superseded'));
end
$$;

create function public.claim_notifications(p_limit integer default 20, p_lease_seconds integer default 60) returns setof public.notifications
language sql security invoker set search_path = '' as $$ select * from private.claim_notifications(p_limit, p_lease_seconds) $$;
create function public.settle_notification(p_id uuid, p_lease uuid, p_outcome text, p_provider_id text default null, p_error text default null)
returns jsonb
language sql security invoker set search_path = '' as $$ select private.settle_notification(p_id, p_lease, p_outcome, p_provider_id, p_error) $$;

create index notifications_by_id on public.notifications (id);

revoke execute on all functions in schema private from public;
revoke execute on function public.claim_notifications(integer, integer), public.settle_notification(uuid, uuid, text, text, text) from public;
grant execute on function
  private.claim_notifications(integer, integer), private.settle_notification(uuid, uuid, text, text, text),
  public.claim_notifications(integer, integer), public.settle_notification(uuid, uuid, text, text, text)
to service_role;
