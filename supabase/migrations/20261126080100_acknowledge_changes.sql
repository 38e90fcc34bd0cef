-- acknowledge_changes, acknowledge_order: the floor says that it has seen what was written to orders.
-- Outcomes: acknowledged · nothing_to_acknowledge (· unknown_order for a typed or scanned number).
-- Refuse with PT401, PT404 not_found, PT403 role_required, PT422 (no or too many requests, no number).

-- Acknowledges those of the requests that are applied and not acknowledged yet. What somebody else was faster with is told
-- with their name, so that a second click or a second scanner changes nothing and alarms nobody.
create function private.acknowledge_requests(p_member public.members, p_request_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_request public.change_requests;
  v_done jsonb := '[]';
  v_already jsonb := '[]';
  v_facts jsonb;
begin
  -- Lock: all requests by id before the first entry of the trail, whose head is the last lock.
  for v_request in
    select * from public.change_requests r
    where r.org_id = p_member.org_id and r.id = any (p_request_ids) and r.status = 'applied' order by r.id for no key update
  loop
    v_facts := jsonb_build_object('request_id', v_request.id, 'reference', v_request.reference, 'order_number', (
      select o.order_number from public.orders o where o.org_id = p_member.org_id and o.id = v_request.order_id
    ));
    if v_request.acknowledged_at is null then
      v_done := v_done || jsonb_build_array(v_facts || jsonb_build_object('order_id', v_request.order_id, 'version', v_request.applied_version));
    else
      v_already := v_already || jsonb_build_array(v_facts || jsonb_build_object('at', v_request.acknowledged_at, 'by', (
        select m.name from public.members m where m.org_id = p_member.org_id and m.id = v_request.acknowledged_by
      )));
    end if;
  end loop;

  update public.change_requests r set acknowledged_by = p_member.id, acknowledged_at = now()
    where r.org_id = p_member.org_id and r.id in (select (d ->> 'request_id')::uuid from jsonb_array_elements(v_done) d);
  perform private.append_audit(p_member.org_id, p_member.id, 'change.acknowledged', (d ->> 'order_id')::uuid, (d ->> 'request_id')::uuid,
      null, jsonb_build_object('version', d -> 'version'))
    from jsonb_array_elements(v_done) d;
  return jsonb_build_object(
    'outcome', case when v_done = '[]' then 'nothing_to_acknowledge' else 'acknowledged' end,
    'acknowledged', v_done, 'already', v_already
  );
end
$$;

create function private.acknowledge_changes(p_org uuid, p_request_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'fulfillment');
  v_ids uuid[] := array(select distinct unnest(p_request_ids));
begin
  if cardinality(v_ids) not between 1 and 200 or array_position(v_ids, null) is not null then
    perform private.fail(422, 'invalid_requests', jsonb_build_object('field', 'request_ids', 'count', cardinality(v_ids)),
      'Choose 1 to 200 changes.');
  end if;
  if (select count(*) from public.change_requests r where r.org_id = p_org and r.id = any (v_ids)) <> cardinality(v_ids) then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  return private.acknowledge_requests(v_member, v_ids);
end
$$;

-- Everything that waits on one order, by the number on the pick slip: as it is written, in either case, with or without #.
create function private.acknowledge_order(p_org uuid, p_order_number text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'fulfillment');
  v_number text := private.text_argument('order_number', p_order_number, 64);
  v_order public.orders;
begin
  select * into v_order from public.orders o
    where o.org_id = p_org and o.order_number in (v_number, upper(v_number), lower(v_number), '#' || v_number, ltrim(v_number, '#'))
    order by o.order_number = v_number desc, o.order_number limit 1;
  if not found then
    return jsonb_build_object('outcome', 'unknown_order', 'order_number', v_number);
  end if;
  return private.acknowledge_requests(v_member, array(
    select r.id from public.change_requests r
    where r.org_id = p_org and r.order_id = v_order.id and r.status = 'applied' and r.acknowledged_at is null
  )) || jsonb_build_object('order_number', v_order.order_number, 'order_id', v_order.id);
end
$$;

create function public.acknowledge_changes(p_org uuid, p_request_ids uuid[]) returns jsonb
language sql security invoker set search_path = '' as $$ select private.acknowledge_changes(p_org, p_request_ids) $$;
create function public.acknowledge_order(p_org uuid, p_order_number text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.acknowledge_order(p_org, p_order_number) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.acknowledge_changes(uuid, uuid[]), public.acknowledge_order(uuid, text) from public;
grant execute on function
  private.acknowledge_changes(uuid, uuid[]), private.acknowledge_order(uuid, text),
  public.acknowledge_changes(uuid, uuid[]), public.acknowledge_order(uuid, text)
to authenticated;
