-- queue_morning_digests: what waits, once per member and local day, for the server's scheduler. set_digest_time: saved.
-- Refuses with PT401, PT403, PT404, PT422.

alter table public.organizations add column digest_at time not null default '07:00';
alter table public.organizations add constraint organizations_digest_is_at_a_minute
  check (digest_at = date_trunc('minute', digest_at::interval)::time);

-- The days whose digest is done, also where there was nothing to tell: what arrives at nine is not the morning's.
create table private.digest_days (
  org_id uuid not null references public.organizations (id) on delete restrict,
  day date not null,
  primary key (org_id, day)
);

-- What waits, per member who may decide it: the first twenty by when they are due, and how many there are. Of more than a
-- thousand that wait, the most urgent thousand.
create function private.waiting_facts(p_org public.organizations) returns table (member_id uuid, facts jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select w.decider, jsonb_build_object('count', count(*), 'requests', jsonb_agg(w.facts order by w.place) filter (where w.place <= 20))
    from (
      select d.member_id as decider, row_number() over (partition by d.member_id order by r.due_at nulls last, r.submitted_at, r.id) as place,
        jsonb_build_object(
          'reference', r.reference, 'order_number', o.order_number, 'customer', o.customer, 'requester', q.name, 'reason_label', s.label,
          'changes', (select count(*) from public.changes h where h.org_id = r.org_id and h.request_id = r.id and h.round = r.round),
          'due_at', r.due_at
        ) as facts
      from (
        select * from public.change_requests p
        where p.org_id = p_org.id and p.status = 'pending' order by p.due_at nulls last, p.submitted_at limit 1000
      ) r
      cross join lateral private.deciders(r.org_id, r.id) d
      join public.orders o on o.org_id = r.org_id and o.id = r.order_id
      join public.members q on q.org_id = r.org_id and q.id = r.requested_by
      join public.reasons s on s.org_id = r.org_id and s.code = r.reason_code
    ) w
    group by w.decider;
end
$$;

-- The facts of a digest, null where there is nothing to tell. `held` is what a member wanted to hear in the morning, as far as
-- they have not read it in the app meanwhile: the rows that this transaction marked.
create function private.digest_facts(p_org public.organizations, p_member public.members, p_day date, p_waiting jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_waiting jsonb;
  v_held jsonb;
begin
  if not exists (
    select from public.notification_choices c
    where c.org_id = p_org.id and c.member_id = p_member.id and c.template = 'morning_digest' and c.choice = 'none'
  ) then
    v_waiting := p_waiting;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('template', i.template, 'facts', i.facts, 'created_at', i.created_at) order by i.created_at), '[]')
    into v_held
    from (
      select * from public.inbox_items h
      where h.org_id = p_org.id and h.member_id = p_member.id and h.choice = 'digest' and h.digested_at = now() and h.read_at is null
      order by h.created_at desc limit 50
    ) i;
  if v_waiting is null and v_held = '[]' then
    return null;
  end if;
  return jsonb_build_object(
    'organization', p_org.name, 'slug', p_org.slug, 'time_zone', p_org.time_zone, 'day', p_day, 'waiting', v_waiting, 'held', v_held,
    'decided', (
      select coalesce(jsonb_object_agg(d.outcome, d.requests), '{}') from (
        select d.outcome, count(*) as requests from public.decisions d
        where d.org_id = p_org.id
          and d.decided_at >= (p_day - 1)::timestamp at time zone p_org.time_zone and d.decided_at < p_day::timestamp at time zone p_org.time_zone
        group by d.outcome
      ) d
    )
  );
end
$$;

create function private.queue_digests_of(p_org public.organizations, p_day date) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members;
  v_waiting jsonb;
  v_facts jsonb;
  v_count integer := 0;
begin
  select coalesce(jsonb_object_agg(w.member_id, w.facts), '{}') into v_waiting from private.waiting_facts(p_org) w;
  -- Marked before they are read, so that what is told this very moment waits for tomorrow instead of getting lost. In id
  -- order, like marking them read.
  update public.inbox_items i set digested_at = now()
    where i.org_id = p_org.id and i.id in (
      select h.id from public.inbox_items h
      where h.org_id = p_org.id and h.choice = 'digest' and h.digested_at is null order by h.id for update
    );
  for v_member in select * from public.members m where m.org_id = p_org.id and m.active order by m.id loop
    v_facts := private.digest_facts(p_org, v_member, p_day, v_waiting -> v_member.id::text);
    if v_facts is not null then
      insert into public.notifications (org_id, event, template, recipient_id, recipient_email, recipient_name, facts)
        values (p_org.id, 'morning_digest:' || p_day, 'morning_digest', v_member.id, v_member.email, v_member.name, v_facts)
        on conflict do nothing;
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end
$$;

-- Null unless the organization's clock has passed the hour within the last five and its day is not done: a scheduler that
-- slept until the afternoon sends no morning. The day's row is the lock of two schedulers, and keeps a day that the clock
-- repeats an hour of from having two digests.
create function private.queue_morning_digest(p_org public.organizations, p_now timestamptz) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_here timestamp := p_now at time zone p_org.time_zone;
begin
  if v_here < v_here::date + p_org.digest_at or v_here >= v_here::date + p_org.digest_at + interval '5 hours' then
    return null;
  end if;
  insert into private.digest_days (org_id, day) values (p_org.id, v_here::date) on conflict do nothing;
  return case when found then private.queue_digests_of(p_org, v_here::date) end;
end
$$;

create function private.queue_morning_digests() returns jsonb
language sql security definer set search_path = '' as $$
  select jsonb_build_object('organizations', count(d.queued), 'queued', coalesce(sum(d.queued), 0))
  from (
    select private.queue_morning_digest(g, now()) as queued from public.organizations g
    where not exists (select from private.digest_days d where d.org_id = g.id and d.day = (now() at time zone g.time_zone)::date)
    order by g.id
  ) d
$$;

create function private.set_digest_time(p_org uuid, p_time text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_before time;
begin
  if p_time is null or p_time !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' then
    perform private.fail(422, 'invalid_time', jsonb_build_object('field', 'time', 'value', left(p_time, 20)), 'Use a time of day like 07:00.');
  end if;
  -- Lock: not against foreign keys; a decision that holds the audit head refers to the organization.
  select g.digest_at into v_before from public.organizations g where g.id = p_org for no key update;
  update public.organizations set digest_at = p_time::time where id = p_org;
  perform private.append_audit(p_org, v_admin.id, 'digest.scheduled', null, null,
    jsonb_build_object('time', to_char(v_before, 'HH24:MI')), jsonb_build_object('time', p_time));
  return jsonb_build_object('outcome', 'saved', 'time', p_time);
end
$$;

create function public.queue_morning_digests() returns jsonb
language sql security invoker set search_path = '' as $$ select private.queue_morning_digests() $$;
create function public.set_digest_time(p_org uuid, p_time text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_digest_time(p_org, p_time) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.queue_morning_digests(), public.set_digest_time(uuid, text) from public;
grant execute on function private.queue_morning_digests(), public.queue_morning_digests() to service_role;
grant execute on function private.set_digest_time(uuid, text), public.set_digest_time(uuid, text) to authenticated;

comment on column public.organizations.digest_at is 'When the morning digest leaves, in the organization''s time zone.';
