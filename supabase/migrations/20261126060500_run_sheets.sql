-- Reading sheets. take_sheet_reading: counts a link an admin reads by hand (outcome allowed · limited). start_sheet_run: a click
-- on a saved one, answered with the lease of the run (outcome started · running · limited).
-- claim_sheet_run, settle_sheet_run: the two ends of a run that is due, for the server's secret key only.
-- A run is at most once per slot: its primary key. A worker that died is followed by another one until the third attempt;
-- what was committed ended the run in the same transaction, so nothing is imported twice.

-- A lease nobody can guess; it is the credential of the run.
create function private.new_sheet_lease() returns bytea
language sql volatile set search_path = '' as $$
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
$$;

-- What a worker needs to know about its run.
create function private.sheet_run_facts(p_run public.sheet_runs) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'credential', encode(p_run.lease, 'hex'), 'sheet_id', s.id, 'name', s.name, 'spreadsheet_id', s.spreadsheet_id, 'gid', s.gid,
    'slot', p_run.slot, 'is_scheduled', p_run.is_scheduled, 'attempt', p_run.attempts
  )
  from public.sheets s where s.org_id = p_run.org_id and s.id = p_run.sheet_id
$$;

-- Thirty in ten minutes: enough for whoever sets one up, and nobody makes us hammer on Google's door.
create function private.take_sheet_reading(p_org uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'admin');
  v_wait integer := private.take_rate_limit(array['sheet', p_org::text, v_member.id::text], 30, 600);
begin
  return case when v_wait > 0 then jsonb_build_object('outcome', 'limited', 'retry_after', v_wait) else jsonb_build_object('outcome', 'allowed') end;
end
$$;

create function private.start_sheet_run(p_org uuid, p_sheet_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'admin');
  v_run public.sheet_runs;
  v_taken jsonb;
begin
  perform from public.sheets s where s.org_id = p_org and s.id = p_sheet_id and s.removed_at is null for no key update;
  if not found then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if exists (
    select from public.sheet_runs r where r.org_id = p_org and r.sheet_id = p_sheet_id and r.state = 'running' and r.lease_until > now()
  ) then
    return jsonb_build_object('outcome', 'running');
  end if;
  v_taken := private.take_sheet_reading(p_org);
  if v_taken ->> 'outcome' = 'limited' then
    return v_taken;
  end if;
  insert into public.sheet_runs (org_id, sheet_id, slot, is_scheduled, acting_member, lease, lease_until)
    values (p_org, p_sheet_id, clock_timestamp(), false, v_member.id, private.new_sheet_lease(), now() + interval '10 minutes')
    returning * into v_run;
  return jsonb_build_object('outcome', 'started', 'run', private.sheet_run_facts(v_run));
end
$$;

-- A run to work on, null when none is due. SKIP LOCKED: two schedulers never take the same, and neither waits for the other.
-- A sheet whose admin is gone is claimed like any other, and fails with that reason: somebody has to hear of it.
create function private.claim_sheet_run(p_lease_seconds integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_max_attempts constant integer := 3;
  v_lease interval := make_interval(secs => greatest(30, least(coalesce(p_lease_seconds, 300), 900)));
  v_run public.sheet_runs;
  v_due record;
begin
  delete from public.sheet_runs r where (r.org_id, r.sheet_id, r.slot) in (
    select o.org_id, o.sheet_id, o.slot from public.sheet_runs o
    where o.state <> 'running' and o.started_at < now() - interval '90 days' limit 50 for update skip locked
  );
  -- A worker that died, or an attempt that is to be repeated. A click is not repeated: whoever clicked sees what became of it.
  select * into v_run from public.sheet_runs r
    where r.state = 'running' and coalesce(r.next_attempt_at, r.lease_until) <= now()
    order by r.started_at limit 1 for update skip locked;
  if found then
    if v_run.attempts >= c_max_attempts or not v_run.is_scheduled then
      perform private.finish_sheet_run(v_run, 'failed', null, jsonb_build_object('reason', 'broken_off'));
      return jsonb_build_object('outcome', 'given_up');
    end if;
    update public.sheet_runs r set attempts = r.attempts + 1, next_attempt_at = null, lease = private.new_sheet_lease(), lease_until = now() + v_lease
      where r.org_id = v_run.org_id and r.sheet_id = v_run.sheet_id and r.slot = v_run.slot returning * into v_run;
    return jsonb_build_object('outcome', 'claimed', 'run', private.sheet_run_facts(v_run));
  end if;

  select s.org_id, s.id, s.saved_by, d.slot into v_due
    from public.sheets s
    join public.organizations g on g.id = s.org_id
    cross join lateral (select private.sheet_slot(s.schedule, s.hour, g.time_zone, now()) as slot) d
    where s.schedule <> 'never' and s.removed_at is null and d.slot > s.last_slot
    order by d.slot limit 1 for update of s skip locked;
  if not found then
    return null;
  end if;
  update public.sheets s set last_slot = v_due.slot where s.org_id = v_due.org_id and s.id = v_due.id;
  insert into public.sheet_runs (org_id, sheet_id, slot, is_scheduled, acting_member, lease, lease_until)
    values (v_due.org_id, v_due.id, v_due.slot, true, v_due.saved_by, private.new_sheet_lease(), now() + v_lease)
    on conflict do nothing returning * into v_run;
  if not found then
    return jsonb_build_object('outcome', 'taken');
  end if;
  return jsonb_build_object('outcome', 'claimed', 'run', private.sheet_run_facts(v_run));
end
$$;

-- Ends a run and, where it was nobody's click, tells the admins what waits for them or went wrong; of the same thing over and
-- over once a day.
create function private.finish_sheet_run(p_run public.sheet_runs, p_state public.sheet_run_state, p_import_id uuid, p_facts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_is_told boolean := p_run.is_scheduled and p_state in ('waiting', 'failed') and not exists (
    select from public.sheet_runs r
    where r.org_id = p_run.org_id and r.sheet_id = p_run.sheet_id and r.is_told and r.state = p_state
      and r.facts ->> 'reason' is not distinct from p_facts ->> 'reason' and r.finished_at > now() - interval '23 hours'
      and not exists (
        select from public.sheet_runs g
        where g.org_id = r.org_id and g.sheet_id = r.sheet_id and g.slot > r.slot and g.state in ('committed', 'unchanged')
      )
  );
begin
  update public.sheet_runs r set state = p_state, finished_at = now(), import_id = p_import_id, facts = p_facts, is_told = v_is_told,
    next_attempt_at = null, lease = null, lease_until = null
    where r.org_id = p_run.org_id and r.sheet_id = p_run.sheet_id and r.slot = p_run.slot;
  if v_is_told then
    perform private.queue_notification(
      p_run.org_id, 'sheet:' || p_run.sheet_id || ':' || p_run.slot, 'import_needs_you',
      array(select m.id from public.members m where m.org_id = p_run.org_id and m.active and 'admin' = any (m.roles)), null, null,
      (
        select jsonb_build_object('organization', g.name, 'slug', g.slug, 'what', 'sheet', 'name', s.name, 'state', p_state,
          'import_id', p_import_id, 'number', i.number, 'file_name', i.file_name) || p_facts
        from public.organizations g
        join public.sheets s on s.org_id = g.id and s.id = p_run.sheet_id
        left join public.imports i on i.org_id = g.id and i.id = p_import_id
        where g.id = p_run.org_id
      )
    );
  end if;
end
$$;

-- Only the holder of the lease may settle. p_retry: the network's fault, tried again five minutes later; at most three times.
create function private.settle_sheet_run(p_credential text, p_state text, p_import_id uuid, p_facts jsonb, p_retry boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_max_attempts constant integer := 3;
  v_run public.sheet_runs;
begin
  if p_state is null or p_state not in ('waiting', 'unchanged', 'failed') then
    perform private.fail(422, 'unknown_state', jsonb_build_object('field', 'state'), 'Use waiting, unchanged or failed.');
  end if;
  select * into v_run from public.sheet_runs r
    where r.lease = case when p_credential ~ '^[0-9a-f]{64}$' then decode(p_credential, 'hex') end and r.state = 'running' for update;
  if not found then
    return jsonb_build_object('outcome', 'superseded');
  end if;
  if p_state = 'failed' and p_retry and v_run.is_scheduled and v_run.attempts < c_max_attempts then
    update public.sheet_runs r set next_attempt_at = now() + interval '5 minutes', facts = p_facts, lease = null, lease_until = null
      where r.org_id = v_run.org_id and r.sheet_id = v_run.sheet_id and r.slot = v_run.slot;
    return jsonb_build_object('outcome', 'to_be_repeated');
  end if;
  if p_import_id is not null and not exists (select from public.imports i where i.org_id = v_run.org_id and i.id = p_import_id and i.sheet_id = v_run.sheet_id) then
    perform private.fail(422, 'unknown_import', jsonb_build_object('field', 'import_id'), 'Name an import of this run.');
  end if;
  perform private.finish_sheet_run(v_run, p_state::public.sheet_run_state, p_import_id, coalesce(p_facts, '{}'));
  return jsonb_build_object('outcome', 'settled', 'state', p_state);
end
$$;

create function public.take_sheet_reading(p_org uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.take_sheet_reading(p_org) $$;
create function public.start_sheet_run(p_org uuid, p_sheet_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.start_sheet_run(p_org, p_sheet_id) $$;
create function public.claim_sheet_run(p_lease_seconds integer default 300) returns jsonb
language sql security invoker set search_path = '' as $$ select private.claim_sheet_run(p_lease_seconds) $$;
create function public.settle_sheet_run(p_credential text, p_state text, p_import_id uuid default null, p_facts jsonb default '{}', p_retry boolean default false)
returns jsonb
language sql security invoker set search_path = '' as $$ select private.settle_sheet_run(p_credential, p_state, p_import_id, p_facts, p_retry) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.take_sheet_reading(uuid), public.start_sheet_run(uuid, uuid), public.claim_sheet_run(integer), public.settle_sheet_run(text, text, uuid, jsonb, boolean)
from public;
grant execute on function
  private.take_sheet_reading(uuid), private.start_sheet_run(uuid, uuid), public.take_sheet_reading(uuid), public.start_sheet_run(uuid, uuid)
to authenticated;
grant execute on function
  private.claim_sheet_run(integer), private.settle_sheet_run(text, text, uuid, jsonb, boolean),
  public.claim_sheet_run(integer), public.settle_sheet_run(text, text, uuid, jsonb, boolean)
to service_role;
