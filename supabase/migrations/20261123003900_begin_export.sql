-- begin_export: freezes what the source system does not know yet (updates, or one request of them), or every open order as
-- it is now (open). Outcomes: created · empty (nothing to tell; nothing is recorded) · not_applied · already_exported.
-- Refuses with PT401, PT403 role_required, PT404, PT422.

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

-- The fields of a file that a change moved, by the names an import uses. What a kind writes is named in its `after`; the
-- kinds that say nothing there are named here. A date of the order shows on its lines where a file has one date column.
create function private.fields_of_change(p_kind public.change_kind, p_after jsonb, p_is_order boolean) returns text[]
language sql immutable set search_path = '' as $$
  select array(
    select case k.field when 'quantity' then 'quantity_ordered' when 'requested_ship_date' then 'line_requested_ship_date' else k.field end
      from jsonb_object_keys(p_after) k (field)
    union select 'requested_ship_date' where p_is_order and p_after ? 'requested_ship_date'
    union select 'description' where p_kind::text = 'substitute_line'
    union select 'quantity_ordered' where p_kind::text = 'remove_line'
    union select 'cancelled' where p_kind::text = 'cancel_order'
  )
$$;

-- What approved changes ever moved on these lines. Everything else is the source's own, and its cells stay as they came.
create function private.moved_export_fields(p_org uuid, p_line_ids uuid[]) returns table (line_id uuid, fields text[])
language sql stable security definer set search_path = '' as $$
  select l.id, array_agg(distinct f.field)
  from public.order_lines l
  join public.order_writes w on w.org_id = p_org and w.order_id = l.order_id
  join public.change_requests r on r.org_id = p_org and r.id = w.request_id
  join public.changes c on c.org_id = p_org and c.request_id = r.id and c.round = r.round and c.outcome is distinct from 'rejected'
    and case when c.kind = 'add_line' then l.added_by_request = r.id else coalesce(c.line_id, l.id) = l.id end
  cross join lateral unnest(private.fields_of_change(c.kind, c.after, c.line_id is null and c.kind <> 'add_line')) f (field)
  where l.org_id = p_org and l.id = any (p_line_ids)
  group by l.id
$$;

-- A line's values as canonical text: all of them for a line without cells, else the moved ones. A cancelled order says so in
-- its status; a source without one is told to ship nothing.
create function private.export_values(p_order public.orders, p_line public.order_lines, p_fields jsonb, p_moved text[]) returns jsonb
language sql stable set search_path = '' as $$
  select case when p_line.source_columns is null then v.all_values
    else coalesce((select jsonb_object_agg(k.field, v.all_values -> k.field) from unnest(p_moved) k (field) where v.all_values ? k.field), '{}') end
  || case
    when p_order.stage <> 'cancelled' or ('cancelled' = any (p_moved)) is not true then '{}'
    when p_fields ? 'order_status' then jsonb_build_object('order_status', p_order.status_word)
    when p_fields ? 'line_status' then jsonb_build_object('line_status', p_order.status_word)
    else jsonb_build_object('quantity_ordered', '0')
  end
  from (select jsonb_build_object(
    'order_number', p_order.order_number, 'customer', nullif(p_order.customer, ''), 'customer_po', p_order.customer_po,
    'ship_to', p_order.ship_to, 'ship_method', p_order.ship_method, 'site', p_order.site_word, 'currency', p_order.currency,
    'requested_ship_date', p_order.requested_ship_date, 'line_requested_ship_date', p_line.requested_ship_date,
    'order_status', case when p_fields ? 'line_status' then p_order.status_word else coalesce(p_line.status_word, p_order.status_word) end,
    'line_status', p_line.status_word, 'sku', p_line.sku, 'description', p_line.description, 'uom', p_line.uom,
    'unit_price', trim_scale(p_line.unit_price)::text, 'quantity_ordered', trim_scale(p_line.quantity_ordered)::text,
    'quantity_picked', trim_scale(p_line.quantity_picked)::text, 'quantity_packed', trim_scale(p_line.quantity_packed)::text,
    'quantity_shipped', trim_scale(p_line.quantity_shipped)::text, 'quantity_invoiced', trim_scale(p_line.quantity_invoiced)::text
  )
  -- The source numbers a line we added; where there is no source, our key is the number.
  || case when p_order.source_id is null then jsonb_build_object('line_number', p_line.line_key) else '{}' end) v (all_values)
$$;

-- The lines an updates export tells: touched ones, and all lines of an order that was changed itself, because a flat file
-- repeats its date, address and status on every line. A line that was added and removed again before the source heard of it
-- is nobody's business.
create function private.updated_line_ids(p_org uuid, p_export uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select distinct l.id
  from public.order_writes w
  join public.change_requests r on r.org_id = p_org and r.id = w.request_id
  join public.changes c on c.org_id = p_org and c.request_id = r.id and c.round = r.round and c.outcome is distinct from 'rejected'
  join public.order_lines l on l.org_id = p_org and l.order_id = w.order_id and case c.kind
    when 'add_line' then l.added_by_request = r.id
    else l.id = c.line_id or c.line_id is null and l.removed_at is null
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
  where o.org_id = p_org and (o.stage not in ('shipped', 'closed', 'cancelled') or o.id in (
    -- Cancelled here, and no export has told it.
    select w.order_id
    from public.order_writes w
    join public.change_requests r on r.org_id = p_org and r.id = w.request_id
    join public.changes c on c.org_id = p_org and c.request_id = r.id and c.round = r.round and c.outcome is distinct from 'rejected'
    where w.org_id = p_org and w.export_id is null and c.kind::text = 'cancel_order'
  )) and (
    l.removed_at is null
    or l.source_columns is not null and exists (
      select from public.order_writes w
      join public.change_requests r on r.org_id = p_org and r.id = w.request_id
      join public.changes c on c.org_id = p_org and c.request_id = r.id and c.round = r.round and c.outcome is distinct from 'rejected'
      where w.org_id = p_org and w.order_id = o.id and w.export_id is null and c.line_id = l.id and c.kind = 'remove_line'
    )
  )
$$;

-- The cells of the order's first line stand in for the order's own columns: of a line without cells, and of a line that
-- leaves them blank below the first one, when it comes first here.
create function private.freeze_export_lines(p_org uuid, p_export uuid, p_line_ids uuid[]) returns void
language sql volatile security definer set search_path = '' set work_mem = '64MB' as $$
  insert into public.export_lines (org_id, export_id, position, source_id, order_id, line_id, cells, sibling_cells, "values", is_removed)
  select p_org, p_export, row_number() over (order by o.source_id nulls last, o.order_number, l.position), o.source_id, o.id, l.id,
    l.source_columns, b.cells, private.export_values(o, l, s.format -> 'fields', m.fields), l.removed_at is not null
  from (
    select i.*, row_number() over (partition by i.order_id order by i.position) as nth
    from public.order_lines i where i.org_id = p_org and i.id = any (p_line_ids)
  ) n
  join public.order_lines l on l.org_id = p_org and l.id = n.id
  join public.orders o on o.org_id = p_org and o.id = l.order_id
  left join public.import_sources s on s.org_id = p_org and s.id = o.source_id
  left join private.moved_export_fields(p_org, p_line_ids) m on m.line_id = l.id
  left join lateral (
    select h.source_columns as cells from public.order_lines h
    where h.org_id = p_org and h.order_id = o.id and h.source_columns is not null
      and (l.source_columns is null or n.nth = 1 and btrim(l.source_columns ->> (s.format -> 'fields' ->> 'order_number')::integer) = '')
    order by h.position limit 1
  ) b on true
$$;

-- Every letter of a file that is not ASCII, once; null where the encoding has them all anyway.
create function private.export_letters(p_org uuid, p_export uuid, p_source uuid, p_encoding text) returns text
language sql stable security definer set search_path = '' as $$
  select string_agg(distinct c.letter, '')
  from (
    select distinct regexp_replace(concat(l.cells, l.sibling_cells, l."values"), '[\x01-\x7f]+', '', 'g') as letters
    from public.export_lines l
    where l.org_id = p_org and l.export_id = p_export and l.source_id is not distinct from p_source and p_encoding not like 'utf%'
  ) d
  cross join lateral regexp_split_to_table(d.letters, '') c (letter)
$$;

-- The length of the longest cell where it could be more than a workbook takes; null where no cell can be.
create function private.longest_export_cell(p_org uuid, p_export uuid, p_source uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select max(length(c.cell))
  from public.export_lines l, jsonb_array_elements_text(l.cells) c (cell)
  where l.org_id = p_org and l.export_id = p_export and l.source_id is not distinct from p_source and length(l.cells::text) > 32000
$$;

-- Moves the watermark: what this export tells is told. Locks the orders, ids ascending, so that what is marked is exactly
-- what is frozen afterwards. Answers how many writes that are.
create function private.claim_order_writes(p_org uuid, p_export uuid, p_request_id uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_orders uuid[];
  v_count integer;
begin
  select array_agg(t.id) into v_orders from (
    select o.id from public.orders o
    where o.org_id = p_org and o.id in (
      select w.order_id from public.order_writes w
      where w.org_id = p_org and w.export_id is null and (p_request_id is null or w.request_id = p_request_id)
    )
    order by o.id for update
  ) t;
  update public.order_writes w set export_id = p_export
    where w.org_id = p_org and w.export_id is null and w.order_id = any (v_orders) and (p_request_id is null or w.request_id = p_request_id);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

-- Why there is nothing to make: no write is untold, no order is open, the request is not written yet or was told before.
create function private.no_export_reason(p_org uuid, p_scope text, p_request_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_request public.change_requests;
  v_told integer;
begin
  if p_scope = 'request' then
    select * into v_request from public.change_requests r where r.org_id = p_org and r.id = p_request_id;
    if not found then
      perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
    end if;
    if v_request.status <> 'applied' then
      return jsonb_build_object('outcome', 'not_applied', 'reference', v_request.reference, 'status', v_request.status);
    end if;
    select e.number into v_told from public.order_writes w join public.exports e on e.org_id = p_org and e.id = w.export_id
      where w.org_id = p_org and w.request_id = p_request_id;
    return case when v_told is not null then jsonb_build_object('outcome', 'already_exported', 'reference', v_request.reference, 'number', v_told) end;
  end if;
  return case when not case p_scope
    when 'updates' then exists (select from public.order_writes w where w.org_id = p_org and w.export_id is null)
    else exists (select from public.orders o where o.org_id = p_org and o.stage not in ('shipped', 'closed', 'cancelled'))
  end then jsonb_build_object('outcome', 'empty') end;
end
$$;

-- What was frozen, by source, and the requests it tells.
create function private.count_export(p_export public.exports) returns public.exports
language sql volatile security definer set search_path = '' as $$
  update public.exports e set
    row_count = n.rows, order_count = n.orders,
    sources = coalesce((
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'name', coalesce(s.name, 'Orders'), 'rows', g.rows,
        'letters', private.export_letters(e.org_id, e.id, g.source_id, s.format ->> 'encoding'),
        'longest_cell', private.longest_export_cell(e.org_id, e.id, g.source_id)
      )) || jsonb_build_object('source_id', g.source_id, 'format', coalesce(s.format, private.default_source_format())) order by s.name, g.source_id)
      from (select l.source_id, count(*) as rows from public.export_lines l where l.org_id = e.org_id and l.export_id = e.id group by l.source_id) g
      left join public.import_sources s on s.org_id = e.org_id and s.id = g.source_id
    ), '[]'),
    requests = coalesce((
      select jsonb_agg(jsonb_build_object('request_id', r.id, 'reference', r.reference, 'order_number', o.order_number) order by r.number)
      from public.order_writes w
      join public.change_requests r on r.org_id = e.org_id and r.id = w.request_id
      join public.orders o on o.org_id = e.org_id and o.id = w.order_id
      where w.org_id = e.org_id and w.export_id = e.id
    ), '[]')
  from (
    select count(*) as rows, count(distinct l.order_id) as orders
    from public.export_lines l where l.org_id = p_export.org_id and l.export_id = p_export.id
  ) n
  where e.org_id = p_export.org_id and e.id = p_export.id
  returning e.*
$$;

create function private.begin_export(p_org uuid, p_scope text, p_idempotency_key text, p_request_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'begin_export';
  v_member public.members := private.require_member(p_org, 'admin');
  v_export public.exports;
  v_answer jsonb;
begin
  if p_scope is null or p_scope not in ('updates', 'open', 'request') then
    perform private.fail(422, 'unknown_scope', jsonb_build_object('field', 'scope', 'value', left(p_scope, 40)), 'Choose updates, open orders or one request.');
  end if;
  if (p_scope = 'request') <> (p_request_id is not null) then
    perform private.fail(422, 'request_needs_scope', jsonb_build_object('field', 'request_id'), 'Name a request exactly where one request is exported.');
  end if;
  v_answer := private.claim_idempotency_key(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_scope, p_request_id));
  if v_answer is not null then
    return v_answer;
  end if;
  -- Lock: one import or export at a time. The second of two people gets what came after the first, usually nothing.
  perform private.lock_transfers(p_org);
  v_answer := private.no_export_reason(p_org, p_scope, p_request_id);
  if v_answer is not null then
    return private.answer(p_org, v_member.id, c_command, p_idempotency_key, v_answer || jsonb_build_object('scope', p_scope));
  end if;

  insert into public.exports (org_id, number, scope, sources, row_count, order_count, requests, created_by)
    values (
      p_org, (select coalesce(max(e.number), 0) + 1 from public.exports e where e.org_id = p_org), p_scope::public.export_scope,
      '[]', 0, 0, '[]', v_member.id
    ) returning * into v_export;
  if p_scope = 'open' then
    perform private.freeze_export_lines(p_org, v_export.id, array(select private.open_line_ids(p_org)));
  else
    perform private.claim_order_writes(p_org, v_export.id, p_request_id);
    perform private.freeze_export_lines(p_org, v_export.id, array(select private.updated_line_ids(p_org, v_export.id)));
  end if;
  v_export := private.count_export(v_export);
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

create function public.begin_export(p_org uuid, p_scope text, p_idempotency_key text, p_request_id uuid default null) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$
  select private.begin_export(p_org, p_scope, p_idempotency_key, p_request_id)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.begin_export(uuid, text, text, uuid) from public;
grant execute on function private.begin_export(uuid, text, text, uuid), public.begin_export(uuid, text, text, uuid) to authenticated;
