-- Until when a request has to be decided: the cut-off of the earliest ship date it touches. What was not decided by then, or
-- cannot be written any more because the order was picked, expires.
-- find_due_requests, settle_due_request: for the server's secret key only, by the scheduled route. One transaction per
-- request: a second order must not be locked after the head of the trail.
-- set_deadline_rules: saved. Refuses with PT401, PT404, PT403 role_required, PT422.

-- The next moment after this one at which the site's day is over.
create function private.next_cutoff_at(p_site public.sites, p_after timestamptz) returns timestamptz
language plpgsql stable strict set search_path = '' as $$
declare
  v_today date := p_after at time zone p_site.time_zone;
  v_at timestamptz;
begin
  for n in 0..30 loop
    v_at := (v_today + n + p_site.ship_cutoff) at time zone p_site.time_zone;
    if v_at > p_after and private.is_ship_day(p_site, v_today + n) then
      return v_at;
    end if;
  end loop;
  return null;
end
$$;

-- The earliest day on which something that the round touches ships; null where nothing of it has a date.
create view private.request_ship_days as
  select
    r.org_id, r.id as request_id, r.status, r.submitted_at, r.due_at, o.site_word,
    min(least(coalesce(l.requested_ship_date, o.requested_ship_date), (c.after ->> 'requested_ship_date')::date)) as day
  from public.change_requests r
  join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  join public.changes c on c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
  left join public.order_lines l on l.org_id = c.org_id and l.id = c.line_id
  group by r.org_id, r.id, r.status, r.submitted_at, r.due_at, o.site_word;

-- An order that should have left before the request was sent leaves with the next truck: then that one counts.
create function private.due_at(p_site public.sites, p_cutoff_at timestamptz, p_sent_at timestamptz) returns timestamptz
language sql stable set search_path = '' as $$
  select case when p_cutoff_at > p_sent_at then p_cutoff_at when p_cutoff_at is not null then private.next_cutoff_at(p_site, p_sent_at) end
$$;

create function private.request_due_at(p_org uuid, p_request_id uuid, p_sent_at timestamptz) returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.due_at(s, private.ship_cutoff_at(s, d.day), p_sent_at)
    from private.request_ship_days d
    cross join lateral private.site_of(d.org_id, d.site_word) s
    where d.org_id = p_org and d.request_id = p_request_id
  );
end
$$;

-- Called with the order locked, when a round is sent: the round's clock starts.
create function private.start_clock(p_request public.change_requests) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.change_requests r set
    due_at = private.request_due_at(r.org_id, r.id, r.submitted_at), reminded_at = null, escalated_at = null
  where r.org_id = p_request.org_id and r.id = p_request.id;
end
$$;

-- Whether nothing of the round can be written any more, because of where the order and its lines stand.
create function private.is_locked_out(p_changes jsonb, p_problems jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select count(*) > 0 and bool_and(exists (
    select from jsonb_array_elements(p_problems) p
    where (p ->> 'change_index')::integer = c.n - 1
      and p ->> 'code' in ('order_locked', 'line_locked', 'line_removed', 'line_started', 'line_progress_unknown', 'stage_locked')
  ))
  from jsonb_array_elements(p_changes) with ordinality c (change, n) where jsonb_typeof(c.change) <> 'null'
$$;

-- Ends a pending request that nobody decided in time. Called with the order, its lines and the request locked.
create function private.expire_locked(p_order public.orders, p_request public.change_requests, p_why text, p_problems jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_people uuid[] := array(
    select d.member_id from private.deciders(p_request.org_id, p_request.id) d
    union select p_request.requested_by
    union select s.decided_by from public.decisions s
      where s.org_id = p_request.org_id and s.request_id = p_request.id and s.round = p_request.round
  );
begin
  perform private.close_request(p_request, 'expired', null, null, p_problems);
  perform private.append_audit(p_request.org_id, null, 'request.expired', p_order.id, p_request.id,
    jsonb_build_object('status', 'pending', 'version', p_order.version),
    jsonb_build_object('status', 'expired', 'round', p_request.round, 'why', p_why, 'due_at', p_request.due_at, 'problems', p_problems));
  perform private.queue_notification(p_request.org_id, 'request_expired:' || p_request.reference || ':' || p_request.round, 'request_expired',
    v_people, p_order.id, p_request.id, private.request_facts(p_request.org_id, p_request.id) || jsonb_build_object('why', p_why, 'due_at', p_request.due_at));
  return jsonb_build_object('outcome', 'expired', 'reference', p_request.reference, 'why', p_why, 'due_at', p_request.due_at, 'problems', p_problems);
end
$$;

-- The due times of pending requests follow the orders' dates and the sites' calendars here, once a minute, instead of in
-- everything that moves one of them. Ten thousand requests ship from few sites on few days: each of those is asked once.
create function private.move_due_times() returns void
language plpgsql security definer set search_path = '' as $$
begin
  with days as materialized (
    -- No word and an empty one both mean the default site.
    select d.org_id, d.request_id, d.submitted_at, d.due_at, coalesce(d.site_word, '') as site_word, d.day
    from private.request_ship_days d where d.status = 'pending'
  ), places as materialized (
    select w.org_id, w.site_word, s as site
    from (select distinct d.org_id, d.site_word from days d) w cross join lateral private.site_of(w.org_id, w.site_word) s
  ), cutoffs as materialized (
    select w.org_id, w.site_word, w.day, p.site, private.ship_cutoff_at(p.site, w.day) as at
    from (select distinct d.org_id, d.site_word, d.day from days d) w
    join places p on p.org_id = w.org_id and p.site_word = w.site_word
  ), judged as materialized (
    select d.org_id, d.request_id, d.due_at as was, private.due_at(c.site, c.at, d.submitted_at) as due_at
    from days d
    left join cutoffs c on c.org_id = d.org_id and c.site_word = d.site_word and c.day = d.day
  ), free as (
    -- SKIP LOCKED: what is being decided right now needs no new time.
    select r.org_id, r.id, m.due_at
    from judged m join public.change_requests r on r.org_id = m.org_id and r.id = m.request_id
    where m.was is distinct from m.due_at and r.status = 'pending' for update of r skip locked
  )
  update public.change_requests r set due_at = f.due_at from free f where r.org_id = f.org_id and r.id = f.id;
end
$$;

-- Pending requests whose time has come for anything, the most urgent first.
create function private.find_due_requests(p_limit integer) returns table (request_id uuid)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.move_due_times();
  return query
    select r.id
    from public.change_requests r
    join public.organizations g on g.id = r.org_id
    join public.orders o on o.org_id = r.org_id and o.id = r.order_id
    where r.status = 'pending' and (
      r.due_at <= now()
      or (o.version <> r.base_version or private.is_final(o.reached_stage)) and private.is_locked_out(
        private.round_changes(r, '{}'), private.check_changes(o, private.round_changes(r, '{}'), (now() at time zone g.time_zone)::date)
      )
      -- The functions are asked about the few that are near enough.
      or r.due_at <= now() + make_interval(mins => greatest(g.remind_minutes, g.escalate_minutes)) and (
        r.reminded_at is null and private.is_time_to_remind(r, g) or r.escalated_at is null and private.is_time_to_escalate(r, g)
      )
    )
    order by r.due_at nulls last, r.submitted_at limit greatest(1, least(coalesce(p_limit, 200), 1000));
end
$$;

-- Not right after it was sent: those who can decide have just been told.
create function private.is_time_to_remind(p_request public.change_requests, p_org public.organizations) returns boolean
language sql stable set search_path = '' as $$
  select now() >= p_request.due_at - make_interval(mins => p_org.remind_minutes) and now() >= p_request.submitted_at + interval '15 minutes'
$$;
create function private.is_time_to_escalate(p_request public.change_requests, p_org public.organizations) returns boolean
language sql stable set search_path = '' as $$
  select now() >= p_request.due_at - make_interval(mins => p_org.escalate_minutes) and now() >= p_request.submitted_at + interval '15 minutes'
$$;

-- Does what is due for one request, judged again under the locks: expired · escalated · reminded · nothing.
create function private.settle_due_request(p_request_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_request public.change_requests;
  v_order public.orders;
  v_org public.organizations;
  v_changes jsonb;
  v_problems jsonb;
  v_template public.notification_template;
  v_people uuid[];
begin
  select * into v_request from public.change_requests r where r.id = p_request_id;
  if not found then
    return jsonb_build_object('outcome', 'nothing');
  end if;
  -- Lock: order, then its lines by id, then the request, as in every decision.
  select * into strict v_order from public.orders o where o.org_id = v_request.org_id and o.id = v_request.order_id for update;
  perform from public.order_lines l where l.org_id = v_request.org_id and l.order_id = v_order.id order by l.id for update;
  select * into strict v_request from public.change_requests r where r.org_id = v_request.org_id and r.id = p_request_id for update;
  if v_request.status <> 'pending' then
    return jsonb_build_object('outcome', 'nothing');
  end if;
  select * into strict v_org from public.organizations g where g.id = v_request.org_id;
  v_changes := private.round_changes(v_request, '{}');
  v_problems := private.check_changes(v_order, v_changes, (now() at time zone v_org.time_zone)::date);
  if private.is_locked_out(v_changes, v_problems) then
    return private.expire_locked(v_order, v_request, 'order_locked', v_problems);
  elsif v_request.due_at <= now() then
    return private.expire_locked(v_order, v_request, 'cutoff_passed', '[]');
  end if;

  v_people := array(select d.member_id from private.deciders(v_org.id, v_request.id) d);
  if v_request.escalated_at is null and private.is_time_to_escalate(v_request, v_org) then
    update public.change_requests set escalated_at = now(), reminded_at = coalesce(reminded_at, now()) where org_id = v_org.id and id = v_request.id;
    v_template := 'request_escalated';
    v_people := v_people || array(select m.id from public.members m where m.org_id = v_org.id and m.active and 'admin' = any (m.roles) and m.id <> all (v_people));
  elsif v_request.reminded_at is null and private.is_time_to_remind(v_request, v_org) then
    update public.change_requests set reminded_at = now() where org_id = v_org.id and id = v_request.id;
    v_template := 'request_reminder';
  else
    return jsonb_build_object('outcome', 'nothing');
  end if;
  perform private.append_audit(v_org.id, null, case v_template when 'request_escalated' then 'request.escalated' else 'request.reminded' end,
    v_order.id, v_request.id, null, jsonb_build_object('round', v_request.round, 'due_at', v_request.due_at, 'people', (
      select coalesce(jsonb_agg(m.name order by m.name), '[]') from public.members m where m.org_id = v_org.id and m.id = any (v_people)
    )));
  perform private.queue_notification(v_org.id, v_template || ':' || v_request.reference || ':' || v_request.round, v_template, v_people,
    v_order.id, v_request.id, private.request_facts(v_org.id, v_request.id) || jsonb_build_object('due_at', v_request.due_at, 'time_zone', v_org.time_zone));
  return jsonb_build_object('outcome', case v_template when 'request_escalated' then 'escalated' else 'reminded' end, 'reference', v_request.reference);
end
$$;

create function private.set_deadline_rules(p_org uuid, p_remind_minutes integer, p_escalate_minutes integer, p_acknowledge_minutes integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_before jsonb;
  v_after jsonb;
begin
  if p_remind_minutes is null or p_remind_minutes not between 5 and 2880 then
    perform private.fail(422, 'invalid_minutes', jsonb_build_object('field', 'remind_minutes', 'value', p_remind_minutes), 'Remind 5 minutes to 48 hours before.');
  end if;
  if p_escalate_minutes is null or p_escalate_minutes not between 5 and p_remind_minutes then
    perform private.fail(422, 'invalid_minutes', jsonb_build_object('field', 'escalate_minutes', 'value', p_escalate_minutes), 'Escalate after the reminder, at least 5 minutes before.');
  end if;
  if p_acknowledge_minutes is not null and p_acknowledge_minutes not between 5 and 2880 then
    perform private.fail(422, 'invalid_minutes', jsonb_build_object('field', 'acknowledge_minutes', 'value', p_acknowledge_minutes), 'Remind fulfillment 5 minutes to 48 hours before.');
  end if;
  -- Lock: not against foreign keys; a decision that holds the audit head refers to the organization.
  select jsonb_build_object('remind_minutes', g.remind_minutes, 'escalate_minutes', g.escalate_minutes, 'acknowledge_minutes', g.acknowledge_minutes) into v_before
    from public.organizations g where g.id = p_org for no key update;
  v_after := v_before || jsonb_strip_nulls(jsonb_build_object(
    'remind_minutes', p_remind_minutes, 'escalate_minutes', p_escalate_minutes, 'acknowledge_minutes', p_acknowledge_minutes
  ));
  update public.organizations set
    remind_minutes = p_remind_minutes, escalate_minutes = p_escalate_minutes, acknowledge_minutes = coalesce(p_acknowledge_minutes, acknowledge_minutes)
    where id = p_org;
  perform private.append_audit(p_org, v_admin.id, 'deadlines.set', null, null, v_before, v_after);
  return jsonb_build_object('outcome', 'saved');
end
$$;

create function public.find_due_requests(p_limit integer default 200) returns table (request_id uuid)
language sql security invoker set search_path = '' as $$ select * from private.find_due_requests(p_limit) $$;
create function public.settle_due_request(p_request_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.settle_due_request(p_request_id) $$;
-- p_acknowledge_minutes null: as it is.
create function public.set_deadline_rules(p_org uuid, p_remind_minutes integer, p_escalate_minutes integer, p_acknowledge_minutes integer default null)
returns jsonb
language sql security invoker set search_path = '' as $$
  select private.set_deadline_rules(p_org, p_remind_minutes, p_escalate_minutes, p_acknowledge_minutes)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.find_due_requests(integer), public.settle_due_request(uuid), public.set_deadline_rules(uuid, integer, integer, integer) from public;
grant execute on function
  private.find_due_requests(integer), private.settle_due_request(uuid), public.find_due_requests(integer), public.settle_due_request(uuid)
to service_role;
grant execute on function private.set_deadline_rules(uuid, integer, integer, integer), public.set_deadline_rules(uuid, integer, integer, integer) to authenticated;
