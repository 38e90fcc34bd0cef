-- What a new request would meet: the same asked before, or somebody who holds a part of it.

-- Who already asks for the same, as a problem a person can act on.
-- Volatile: it looks at what is there now. An import finds a request's targets in a query of its own, which may be newer than
-- the one that asks here.
create function private.request_in_the_way(p_org uuid, p_request_id uuid) returns jsonb
language sql volatile set search_path = '' as $$
  select jsonb_build_object('request_id', r.id, 'reference', r.reference, 'requested_by', m.name, 'submitted_at', r.submitted_at)
  from public.change_requests r join public.members m on m.org_id = r.org_id and m.id = r.requested_by
  where r.org_id = p_org and r.id = p_request_id
$$;

-- Another open request that asks the same (duplicate) or holds one of the same targets (overlap); null when there is none.
create function private.find_requests_in_the_way(p_order public.orders, p_changes jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_hash text := encode(sha256(convert_to(p_changes::text, 'UTF8')), 'hex');
  v_id uuid;
  v_problems jsonb;
begin
  select r.id into v_id from public.change_requests r
    where r.org_id = p_order.org_id and r.order_id = p_order.id and r.status = 'pending' and r.payload_hash = v_hash
    order by r.number limit 1;
  if found then
    return jsonb_build_object('outcome', 'duplicate', 'problems', jsonb_build_array(
      jsonb_build_object('code', 'duplicate') || private.request_in_the_way(p_order.org_id, v_id)
    )) || private.request_in_the_way(p_order.org_id, v_id);
  end if;
  select jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'code', 'overlap', 'change_index', h.n - 1, 'kind', h.kind, 'line_id', l.id, 'line', l.position, 'sku', l.sku,
      'target', h.target
    )) || private.request_in_the_way(p_order.org_id, h.request_id) order by h.n
  ) into v_problems
  from (
    -- Cancelling meets everything a request holds, but says so once.
    select distinct on (c.n, case c.change ->> 'kind' when 'cancel_order' then o.request_id::text else o.target end)
      c.n, c.change ->> 'kind' as kind, c.change ->> 'line_id' as line_id, o.target, o.request_id
    from jsonb_array_elements(p_changes) with ordinality c (change, n)
    cross join lateral unnest(private.change_targets(c.change)) t (target)
    join public.open_targets o on o.org_id = p_order.org_id and o.order_id = p_order.id and private.targets_meet(o.target, t.target)
    order by c.n, case c.change ->> 'kind' when 'cancel_order' then o.request_id::text else o.target end, o.target
  ) h
  left join public.order_lines l on l.org_id = p_order.org_id and l.id = h.line_id::uuid;
  if v_problems is not null then
    return jsonb_build_object('outcome', 'overlap', 'problems', v_problems);
  end if;
  return null;
end
$$;

revoke execute on all functions in schema private from public;
