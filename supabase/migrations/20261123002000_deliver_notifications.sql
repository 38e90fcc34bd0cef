-- claim_notifications, settle_notification: the two ends of delivery, for the server's secret key only.

-- Takes due rows under a lease. SKIP LOCKED: two workers never take the same row, and neither waits for the other.
-- A lease that ran out means the worker died and nobody knows whether the provider took the mail. The same key goes out
-- again, which the provider keeps for 24 hours; after 23 the row waits for a person. So does one that waits for its turn with such an attempt behind it.
-- Rows to an address that bounced or complained are held here, however they came to be due.
create function private.claim_notifications(p_limit integer, p_lease_seconds integer) returns setof public.notifications
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
  v_held integer;
begin
  update public.notifications n set
      state = 'dead', lease = null, lease_until = null, maybe_sent_at = coalesce(n.maybe_sent_at, n.last_attempt_at),
      last_error = 'The outcome of an attempt is unknown for more than 23 hours; send it again by hand if it never arrived.'
    where (n.state = 'sending' and n.lease_until < now() and coalesce(n.maybe_sent_at, n.last_attempt_at) < now() - interval '23 hours')
      or (n.state in ('queued', 'failed') and n.next_attempt_at <= now() and n.maybe_sent_at < now() - interval '23 hours');
  loop
    select array_agg(due.id) into v_ids from (
      select d.id from public.notifications d
      where (d.state in ('queued', 'failed') and d.next_attempt_at <= now()) or (d.state = 'sending' and d.lease_until < now())
      order by d.next_attempt_at limit greatest(1, least(coalesce(p_limit, 20), 100))
      for update skip locked
    ) due;
    exit when v_ids is null;
    update public.notifications n set
        state = 'suppressed', lease = null, lease_until = null, last_error = private.suppression_words(s),
        maybe_sent_at = case when n.state = 'sending' then coalesce(n.maybe_sent_at, n.last_attempt_at) else n.maybe_sent_at end
      from public.suppressed_addresses s
      where n.id = any (v_ids) and s.org_id = n.org_id and s.email = n.recipient_email and s.cleared_at is null;
    get diagnostics v_held = row_count;
    exit when v_held < cardinality(v_ids);
  end loop;
  return query
    update public.notifications n set
      state = 'sending', attempts = n.attempts + 1, first_attempt_at = coalesce(n.first_attempt_at, now()), last_attempt_at = now(),
      maybe_sent_at = case when n.state = 'sending' then coalesce(n.maybe_sent_at, n.last_attempt_at) else n.maybe_sent_at end,
      lease = gen_random_uuid(), lease_until = now() + make_interval(secs => greatest(5, least(coalesce(p_lease_seconds, 60), 600)))
    where n.id = any (v_ids) and n.state <> 'suppressed'
    returning n.*;
end
$$;

-- Lock: what the provider calls the mail. A report on it and our writing that name down come one after the other, so that one
-- of the two always sees the other.
create function private.lock_provider_id(p_provider_id text) returns void
language sql security definer set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('mail:' || p_provider_id, 0))
$$;

-- p_outcome: sent, failed (tried again with growing pauses, dead after the tenth attempt), busy (the provider asks to slow
-- down: tried again and not counted, for it says nothing about this mail) or dead (no use trying again).
-- p_is_unknown: the provider may have taken it all the same. Only the holder of the lease may settle; a late worker whose
-- lease was taken over gets `superseded`.
create function private.settle_notification(
  p_id uuid, p_lease uuid, p_outcome text, p_provider_id text, p_error text, p_retry_after_seconds integer, p_is_unknown boolean
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_max_attempts constant integer := 10;
  v_mail public.notifications;
begin
  if p_outcome is null or p_outcome not in ('sent', 'failed', 'busy', 'dead') then
    perform private.fail(422, 'unknown_outcome', jsonb_build_object('field', 'outcome'), 'Use sent, failed, busy or dead.');
  end if;
  if p_provider_id is not null then
    perform private.lock_provider_id(left(p_provider_id, 200));
  end if;
  update public.notifications n set
    state = (case
      when p_outcome = 'failed' and n.attempts >= c_max_attempts then 'dead'
      when p_outcome = 'busy' then 'failed'
      else p_outcome
    end)::public.notification_state,
    attempts = case when p_outcome = 'busy' then n.attempts - 1 else n.attempts end,
    sent_at = case when p_outcome = 'sent' then now() end,
    -- 30 s, 1 min, 2 min, … at most an hour; never before the provider wants to hear of it again.
    next_attempt_at = now() + make_interval(secs => least(3600, greatest(
      case when p_outcome = 'busy' then 1 else 30 * 2 ^ (n.attempts - 1) end, coalesce(p_retry_after_seconds, 1)
    ))),
    maybe_sent_at = case
      when p_outcome = 'sent' then null
      when p_is_unknown then coalesce(n.maybe_sent_at, n.last_attempt_at)
      else n.maybe_sent_at
    end,
    provider_id = coalesce(left(p_provider_id, 200), n.provider_id), last_error = case when p_outcome = 'sent' then null else left(p_error, 2000) end,
    lease = null, lease_until = null
  where n.id = p_id and n.lease = p_lease and n.state = 'sending'
  returning n.* into v_mail;
  if v_mail.state = 'sent' then
    -- The provider may have reported a bounce before we wrote down under which id it knows the mail.
    perform private.apply_mail_events(v_mail);
  end if;
  return jsonb_build_object('outcome', coalesce(v_mail.state::text, 'superseded'));
end
$$;

create function public.claim_notifications(p_limit integer default 20, p_lease_seconds integer default 60) returns setof public.notifications
language sql security invoker set search_path = '' as $$ select * from private.claim_notifications(p_limit, p_lease_seconds) $$;
create function public.settle_notification(
  p_id uuid, p_lease uuid, p_outcome text, p_provider_id text default null, p_error text default null,
  p_retry_after_seconds integer default null, p_is_unknown boolean default false
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.settle_notification(p_id, p_lease, p_outcome, p_provider_id, p_error, p_retry_after_seconds, p_is_unknown)
$$;

create index notifications_by_id on public.notifications (id);

revoke execute on all functions in schema private from public;
revoke execute on function public.claim_notifications(integer, integer), public.settle_notification(uuid, uuid, text, text, text, integer, boolean) from public;
grant execute on function
  private.claim_notifications(integer, integer), private.settle_notification(uuid, uuid, text, text, text, integer, boolean),
  public.claim_notifications(integer, integer), public.settle_notification(uuid, uuid, text, text, text, integer, boolean)
to service_role;
