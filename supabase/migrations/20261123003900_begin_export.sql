-- begin_export: freezes what the source system does not know yet (updates), or every open order as it is now (open).
-- Outcomes: created · empty (nothing to tell; nothing is recorded). Refuses with PT401, PT403 role_required, PT404, PT422.

-- How orders that came from no file are written: our own names, which the next import maps by itself.
create function private.default_source_format() returns jsonb
language sql immutable set search_path = '' as $$
  select '{
    "headers": ["Order Number", "Customer", "Customer PO", "Order Status", "Requested Ship Date", "Ship To", "Currency", "Line Number", "SKU",
      "Description", "Unit", "Quantity Ordered", "Quantity Picked", "Quantity Packed", "Quantity Shipped", "Quantity Invoiced", "Unit Price",
      "Line Requested Ship Date", "Line Status"],
    "fields": {"order_number": 0, "customer": 1, "customer_po": 2, "order_status": 3, "requested_ship_date": 4, "ship_to": 5, "currency": 6,
      "line_number": 7, "sku": 8, "description": 9, "uom": 10, "quantity_ordered": 11, "quantity_picked": 12, "quantity_packed": 13,
      "quantity_shipped": 14, "quantity_invoiced": 15, "unit_price": 16, "line_requested_ship_date": 17, "line_status": 18},
    "formats": {"date": "iso", "date_separator": "-", "date_padded": true, "decimal": ".", "group": ""},
    "encoding": "utf-8", "delimiter": ",", "line_ending": "\r\n"
  }'::jsonb
$$;

-- A line's values as canonical text. Left out, so that the cell stays as it is: what only the source decides, where it did.
create function private.export_values(p_order public.orders, p_line public.order_lines, p_fields jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'order_number', p_order.order_number, 'sku', p_line.sku, 'description', p_line.description,
    'quantity_ordered', trim_scale(p_line.quantity_ordered)::text, 'requested_ship_date', p_order.requested_ship_date,
    'line_requested_ship_date', p_line.requested_ship_date
  ) || case when p_line.source_columns is null then jsonb_build_object(
    'customer', nullif(p_order.customer, ''), 'customer_po', p_order.customer_po, 'ship_to', p_order.ship_to, 'currency', p_order.currency,
    'order_status', case when p_fields ? 'line_status' then p_order.status_word else coalesce(p_line.status_word, p_order.status_word) end,
    'line_status', p_line.status_word, 'uom', p_line.uom, 'unit_price', trim_scale(p_line.unit_price)::text,
    'quantity_picked', trim_scale(p_line.quantity_picked)::text, 'quantity_packed', trim_scale(p_line.quantity_packed)::text,
    'quantity_shipped', trim_scale(p_line.quantity_shipped)::text, 'quantity_invoiced', trim_scale(p_line.quantity_invoiced)::text
  ) else '{}' end
  -- The source numbers a line we added; where there is no source, our key is the number.
  || case when p_order.source_id is null then jsonb_build_object('line_number', p_line.line_key) else '{}' end
$$;

-- The lines an updates export tells: touched ones, and all lines of an order whose own date changed, because a flat file
-- repeats it on every line. A line that was added and removed again before the source heard of it is nobody's business.
create function private.updated_line_ids(p_org uuid, p_export uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select distinct l.id
  from public.order_writes w
  join public.change_requests r on r.org_id = p_org and r.id = w.request_id
  join public.changes c on c.org_id = p_org and c.request_id = r.id and c.round = r.round
  join public.order_lines l on l.org_id = p_org and l.order_id = w.order_id and case c.kind
    when 'add_line' then l.added_by_request = r.id
    when 'set_order_date' then l.removed_at is null
    else l.id = c.line_id
  end
  left join public.order_writes a on a.org_id = p_org and a.request_id = l.added_by_request
  where w.org_id = p_org and w.export_id = p_export
    and (l.removed_at is null or l.source_columns is not null or l.added_by_request is null or a.export_id <> p_export)
$$;

-- Every line of the orders that are still to be done. A removed line is told, as quantity 0, until an export has told it.
create function private.open_line_ids(p_org uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select l.id
  from public.orders o
  join public.order_lines l on l.org_id = p_org and l.order_id = o.id
  where o.org_id = p_org and o.stage not in ('shipped', 'closed', 'cancelled') and (
    l.removed_at is null
    or l.source_columns is not null and exists (
      select from public.order_writes w
      join public.change_requests r on r.org_id = p_org and r.id = w.request_id
      join public.changes c on c.org_id = p_org and c.request_id = r.id and c.round = r.round
      where w.org_id = p_org and w.order_id = o.id and w.export_id is null and c.line_id = l.id and c.kind = 'remove_line'
    )
  )
$$;

create function private.freeze_export_lines(p_org uuid, p_export uuid, p_line_ids uuid[]) returns void
language sql volatile security definer set search_path = '' set work_mem = '64MB' as $$
  insert into public.export_lines (org_id, export_id, position, source_id, order_id, line_id, cells, sibling_cells, "values", is_removed)
  select p_org, p_export, row_number() over (order by o.source_id nulls last, o.order_number, l.position), o.source_id, o.id, l.id,
    l.source_columns, b.cells, private.export_values(o, l, s.format -> 'fields'), l.removed_at is not null
  from unnest(p_line_ids) i (id)
  join public.order_lines l on l.org_id = p_org and l.id = i.id
  join public.orders o on o.org_id = p_org and o.id = l.order_id
  left join public.import_sources s on s.org_id = p_org and s.id = o.source_id
  left join lateral (
    select n.source_columns as cells from public.order_lines n
    where n.org_id = p_org and n.order_id = o.id and n.source_columns is not null order by n.position limit 1
  ) b on l.source_columns is null
$$;

create function private.begin_export(p_org uuid, p_scope text, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'begin_export';
  v_member public.members := private.require_member(p_org, 'admin');
  v_export public.exports;
  v_orders uuid[];
  v_stored jsonb;
begin
  if p_scope is null or p_scope not in ('updates', 'open') then
    perform private.fail(422, 'unknown_scope', jsonb_build_object('field', 'scope', 'value', left(p_scope, 40)), 'Choose updates or open orders.');
  end if;
  v_stored := private.claim_idempotency_key(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_scope));
  if v_stored is not null then
    return v_stored;
  end if;
  -- Lock: one import or export at a time. The second of two people gets what came after the first, usually nothing.
  perform private.lock_transfers(p_org);
  select coalesce(max(e.number), 0) + 1 into v_export.number from public.exports e where e.org_id = p_org;
  if p_scope = 'updates' then
    if not exists (select from public.order_writes w where w.org_id = p_org and w.export_id is null) then
      return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'empty', 'scope', p_scope));
    end if;
    -- Lock: the orders, ids ascending, so that what is marked as told is exactly what is written down below.
    select array_agg(t.id) into v_orders from (
      select o.id from public.orders o
      where o.org_id = p_org and o.id in (select w.order_id from public.order_writes w where w.org_id = p_org and w.export_id is null)
      order by o.id for update
    ) t;
  elsif not exists (select from public.orders o where o.org_id = p_org and o.stage not in ('shipped', 'closed', 'cancelled')) then
    return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'empty', 'scope', p_scope));
  end if;

  insert into public.exports (org_id, number, scope, sources, row_count, order_count, requests, created_by)
    values (p_org, v_export.number, p_scope::public.export_scope, '[]', 0, 0, '[]', v_member.id) returning * into v_export;
  if p_scope = 'updates' then
    update public.order_writes w set export_id = v_export.id
      where w.org_id = p_org and w.export_id is null and w.order_id = any (v_orders);
    perform private.freeze_export_lines(p_org, v_export.id, array(select private.updated_line_ids(p_org, v_export.id)));
  else
    perform private.freeze_export_lines(p_org, v_export.id, array(select private.open_line_ids(p_org)));
  end if;

  update public.exports e set
    row_count = n.rows, order_count = n.orders,
    sources = coalesce((
      select jsonb_agg(jsonb_build_object(
        'source_id', g.source_id, 'name', coalesce(s.name, 'Orders'), 'format', coalesce(s.format, private.default_source_format()), 'rows', g.rows
      ) order by s.name, g.source_id)
      from (select l.source_id, count(*) as rows from public.export_lines l where l.org_id = p_org and l.export_id = v_export.id group by l.source_id) g
      left join public.import_sources s on s.org_id = p_org and s.id = g.source_id
    ), '[]'),
    requests = coalesce((
      select jsonb_agg(jsonb_build_object('request_id', r.id, 'reference', r.reference, 'order_number', o.order_number) order by r.number)
      from public.order_writes w
      join public.change_requests r on r.org_id = p_org and r.id = w.request_id
      join public.orders o on o.org_id = p_org and o.id = w.order_id
      where w.org_id = p_org and w.export_id = v_export.id
    ), '[]')
  from (select count(*) as rows, count(distinct l.order_id) as orders from public.export_lines l where l.org_id = p_org and l.export_id = v_export.id) n
  where e.org_id = p_org and e.id = v_export.id
  returning e.* into v_export;
  perform private.append_audit(p_org, v_member.id, 'export.created', null, null, null, jsonb_build_object(
    'export_id', v_export.id, 'number', v_export.number, 'scope', v_export.scope, 'rows', v_export.row_count, 'orders', v_export.order_count,
    'requests', (select coalesce(jsonb_agg(q ->> 'reference'), '[]') from jsonb_array_elements(v_export.requests) q)
  ));
  return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'created', 'export_id', v_export.id, 'number', v_export.number, 'scope', v_export.scope, 'rows', v_export.row_count,
    'orders', v_export.order_count, 'requests', v_export.requests
  ));
end
$$;

create function public.begin_export(p_org uuid, p_scope text, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$ select private.begin_export(p_org, p_scope, p_idempotency_key) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.begin_export(uuid, text, text) from public;
grant execute on function private.begin_export(uuid, text, text), public.begin_export(uuid, text, text) to authenticated;
