-- What each line of a file would be: one row of line_plan per good row.

-- Fills line_plan: every good row with the values its line would have. Fields the file has no column for stay as they are.
create function private.plan_import_lines(p_import public.imports, p_fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
  v_is_lone_status boolean := 'order_status' = any (p_fields) and not 'line_status' = any (p_fields);
  v_is_lone_date boolean := 'requested_ship_date' = any (p_fields) and not 'line_requested_ship_date' = any (p_fields);
  -- Ids of new lines go up in the order of the file, as those of new orders do.
  v_ids text := left(gen_random_uuid()::text, 24);
begin
  insert into pg_temp.line_plan
  select
    f.row_number, f.place, f.sku_key, o.order_id, o.order_number, coalesce(l.id, (v_ids || lpad(to_hex(f.row_number), 12, '0'))::uuid),
    l.id is null, k.fields, f.line_key, d.file_date, n.*,
    l.id is null or (l.sku, l.description, l.uom, l.quantity_ordered, l.quantity_picked, l.quantity_packed, l.quantity_shipped,
      l.quantity_invoiced, l.unit_price, l.requested_ship_date, l.status_word, l.status_stage, l.removed_at is not null)
    is distinct from
      (n.sku, n.description, n.uom, n.quantity_ordered, n.quantity_picked, n.quantity_packed, n.quantity_shipped,
      n.quantity_invoiced, n.unit_price, n.requested_ship_date, n.status_word, n.status_stage, n.is_removed),
    l.id is not null and (l.line_key, l.source_key, l.source_columns) is distinct from (n.line_key, f.line_key, r.cells)
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.is_due
  join pg_temp.order_dates t on t.order_id = o.order_id
  -- Begins with the matches: where nothing is known yet, as in a first import, nothing is read.
  left join (
    pg_temp.line_matches m
    join public.order_lines l on l.org_id = v_org and l.id = m.line_id
    join public.import_rows r on r.org_id = v_org and r.import_id = p_import.id and r.row_number = m.row_number
  ) on m.row_number = f.row_number
  left join pg_temp.held_keys h on h.row_number = f.row_number
  left join (
    select i.line_id, array_agg(i.field) as fields from pg_temp.kept_fields i where i.line_id is not null group by i.line_id
  ) k on k.line_id = l.id
  cross join lateral (select case
    when v_is_lone_status then case when o.has_many_words then f.order_status end
    when 'line_status' = any (p_fields) then f.line_status
    else l.status_word
  end as status_word) s
  left join pg_temp.file_words w on w.word = s.status_word
  cross join lateral (select case
    when v_is_lone_date then case when f.requested_ship_date = l.requested_ship_date or f.requested_ship_date <> t.requested_ship_date then f.requested_ship_date end
    when 'line_requested_ship_date' = any (p_fields) then f.line_requested_ship_date
    else l.requested_ship_date
  end as file_date) d
  cross join lateral (
    select
      -- A key that another line holds is left to it; the row is found again by source_key.
      case
        when l.id is null then f.line_key || case when h.line_id is null then '' else '/' || f.row_number end
        when coalesce('sku' = any (k.fields), false) or h.line_id <> l.id then l.line_key
        else f.line_key
      end as line_key,
      case when 'sku' = any (k.fields) then l.sku else f.sku end as sku,
      case when 'description' = any (k.fields) or not 'description' = any (p_fields) then l.description else f.description end as description,
      case when 'uom' = any (k.fields) or not 'uom' = any (p_fields) then l.uom else f.uom end as uom,
      case when 'quantity_ordered' = any (k.fields) then l.quantity_ordered else f.quantity_ordered end as quantity_ordered,
      case when 'quantity_picked' = any (p_fields) then f.quantity_picked else l.quantity_picked end as quantity_picked,
      case when 'quantity_packed' = any (p_fields) then f.quantity_packed else l.quantity_packed end as quantity_packed,
      case when 'quantity_shipped' = any (p_fields) then f.quantity_shipped else l.quantity_shipped end as quantity_shipped,
      case when 'quantity_invoiced' = any (p_fields) then f.quantity_invoiced else l.quantity_invoiced end as quantity_invoiced,
      case when 'unit_price' = any (k.fields) or not 'unit_price' = any (p_fields) then l.unit_price else f.unit_price end as unit_price,
      case when 'requested_ship_date' = any (k.fields) then l.requested_ship_date else d.file_date end as requested_ship_date,
      s.status_word,
      case when s.status_word is not null then
        private.line_stage_after_import(l.status_stage, w.stage, v_is_lone_status or 'line_status' = any (p_fields))
      end as status_stage,
      -- A removed line that the source still has with a quantity is back.
      l.removed_at is not null and (f.quantity_ordered = 0 or coalesce('quantity_ordered' = any (k.fields), false)) as is_removed
    offset 0
  ) n
  where not f.is_bad;
end
$$;

revoke execute on all functions in schema private from public;
