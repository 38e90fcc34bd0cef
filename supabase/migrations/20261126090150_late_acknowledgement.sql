-- What was written to an order and nobody on the floor has acknowledged shortly before the truck leaves: they are reminded, and
-- whoever approved it and the admins hear of it. Once for each change.
-- find_late_acknowledgements, remind_to_acknowledge: for the server's secret key only, by the scheduled route. One transaction per
-- request: a second order must not be locked after the head of the trail.

-- Until when it has to be seen: the cut-off of the earliest ship date it touches, which is when a request has to be decided, too.
create function private.acknowledgement_due_at(p_request public.change_requests) returns timestamptz
language sql stable set search_path = '' as $$
  select private.request_due_at(p_request.org_id, p_request.id, p_request.closed_at)
$$;

-- Not right after it was written: the floor has just been told. Not a day after the truck left either, nor about what has left.
create function private.is_late_to_acknowledge(p_order public.orders, p_request public.change_requests, p_due_at timestamptz, p_minutes integer)
returns boolean
language sql stable set search_path = '' as $$
  select p_request.status = 'applied' and p_request.acknowledged_at is null and p_request.late_told_at is null
    and p_order.reached_stage not in ('shipped', 'closed', 'cancelled')
    and now() between p_due_at - make_interval(mins => p_minutes) and p_due_at + interval '1 day'
    and now() >= p_request.closed_at + interval '15 minutes'
$$;

create function private.find_late_acknowledgements(p_limit integer) returns table (request_id uuid)
language sql stable security definer set search_path = '' as $$
  select r.id
  from public.change_requests r
  join public.organizations g on g.id = r.org_id
  join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  cross join lateral (select private.acknowledgement_due_at(r) as due_at offset 0) d
  where r.status = 'applied' and r.acknowledged_at is null and r.late_told_at is null
    and private.is_late_to_acknowledge(o, r, d.due_at, g.acknowledge_minutes)
  order by d.due_at, r.id limit greatest(1, least(coalesce(p_limit, 200), 1000))
$$;

-- Judged again under the locks: reminded · nothing.
create function private.remind_to_acknowledge(p_request_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_request public.change_requests;
  v_order public.orders;
  v_org public.organizations;
  v_due_at timestamptz;
  v_people uuid[];
begin
  select * into v_request from public.change_requests r where r.id = p_request_id;
  if not found then
    return jsonb_build_object('outcome', 'nothing');
  end if;
  -- Lock: the order before the request, as everywhere; the mail refers to both.
  select * into strict v_order from public.orders o where o.org_id = v_request.org_id and o.id = v_request.order_id for update;
  select * into strict v_request from public.change_requests r where r.org_id = v_request.org_id and r.id = p_request_id for update;
  select * into strict v_org from public.organizations g where g.id = v_request.org_id;
  v_due_at := private.acknowledgement_due_at(v_request);
  if private.is_late_to_acknowledge(v_order, v_request, v_due_at, v_org.acknowledge_minutes) is not true then
    return jsonb_build_object('outcome', 'nothing');
  end if;
  v_people := array(
    select m.id from public.members m
    where m.org_id = v_org.id and m.active and (m.roles && '{fulfillment,admin}' or m.id = v_request.decided_by)
  );
  update public.change_requests set late_told_at = now() where org_id = v_org.id and id = v_request.id;
  perform private.append_audit(v_org.id, null, 'change.unacknowledged', v_order.id, v_request.id, null, jsonb_build_object(
    'version', v_request.applied_version, 'due_at', v_due_at, 'people', (
      select coalesce(jsonb_agg(m.name order by m.name), '[]') from public.members m where m.org_id = v_org.id and m.id = any (v_people)
    )
  ));
  perform private.queue_notification(v_org.id, 'request_unacknowledged:' || v_request.reference || ':' || v_request.round, 'request_unacknowledged',
    v_people, v_order.id, v_request.id,
    private.request_facts(v_org.id, v_request.id) || jsonb_build_object('due_at', v_due_at, 'time_zone', v_org.time_zone));
  return jsonb_build_object('outcome', 'reminded', 'reference', v_request.reference);
end
$$;

create function public.find_late_acknowledgements(p_limit integer default 200) returns table (request_id uuid)
language sql security invoker set search_path = '' as $$ select * from private.find_late_acknowledgements(p_limit) $$;
create function public.remind_to_acknowledge(p_request_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remind_to_acknowledge(p_request_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.find_late_acknowledgements(integer), public.remind_to_acknowledge(uuid) from public;
grant execute on function
  private.find_late_acknowledgements(integer), private.remind_to_acknowledge(uuid),
  public.find_late_acknowledgements(integer), public.remind_to_acknowledge(uuid)
to service_role;
