-- What there is to say about the rows of an import beside their values, and what a person has to be asked before the commit.

-- Fields of approved changes, not exported yet, that the file would undo: they keep our value.
create function private.find_kept_values(p_import public.imports) returns table (row_number integer, problem jsonb)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select p.row_number, private.row_problem(p_import.format, 'warning', 'unexported_change', p.row_number, v.field, v.file_value,
    jsonb_build_object('order_number', p.order_number, 'sku', p.sku, 'kept', v.kept_value, 'reference', k.reference))
  from pg_temp.line_plan p
  join pg_temp.file_lines f on f.row_number = p.row_number
  cross join lateral (values
    ('sku', 'sku', f.sku, p.sku), ('description', 'description', f.description, p.description), ('uom', 'uom', f.uom, p.uom),
    ('quantity_ordered', 'quantity_ordered', trim_scale(f.quantity_ordered)::text, trim_scale(p.quantity_ordered)::text),
    ('unit_price', 'unit_price', trim_scale(f.unit_price)::text, trim_scale(p.unit_price)::text),
    ('requested_ship_date', case when p_import.format -> 'fields' ? 'line_requested_ship_date' then 'line_requested_ship_date' else 'requested_ship_date' end,
      p.file_date::text, p.requested_ship_date::text)
  ) v (kept_field, field, file_value, kept_value)
  join pg_temp.kept_fields k on k.line_id = p.line_id and k.field = v.kept_field
  where p.kept is not null and p_import.format -> 'fields' ? v.field and v.file_value is distinct from v.kept_value
  union all
  select f.row_number, private.row_problem(p_import.format, 'warning', 'unexported_change', f.row_number, v.field, v.file_value,
    jsonb_build_object('order_number', o.order_number, 'kept', v.kept_value, 'reference', o.kept -> v.kept_field))
  from pg_temp.order_plan o
  join pg_temp.file_lines f on f.order_number = o.order_number and f.place = 1
  join pg_temp.file_orders g on g.order_id = o.order_id
  cross join lateral (values
    ('requested_ship_date', 'requested_ship_date', o.file_date::text, o.requested_ship_date::text),
    ('ship_to', 'ship_to', g.ship_to, o.ship_to), ('ship_method', 'ship_method', g.ship_method, o.ship_method),
    ('stage', 'order_status', g.order_status, o.status_word),
    ('stage', 'line_status', case when not p_import.format -> 'fields' ? 'order_status' then f.line_status end, o.status_word)
  ) v (kept_field, field, file_value, kept_value)
  where o.kept is not null and o.kept ? v.kept_field and p_import.format -> 'fields' ? v.field and v.file_value is distinct from v.kept_value
    and (v.field <> 'line_status' or v.file_value is not null);
end
$$;

-- What the file changes of what open requests are about: their own line and field, the same SKU added, or everything a request
-- touches where the order or line goes into a stage nothing can be changed in any more.
create function private.find_asked_changes(p_org uuid) returns table (
  row_number integer, order_id uuid, request_id uuid, sku text, field text, before text, after text
)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  with asked as materialized (
    select t.order_id, t.target, t.request_id from public.open_targets t
    where t.org_id = p_org and t.order_id in (select c.order_id from pg_temp.changed_orders c)
  ), told as (
    select l.row_number, l.order_id, p.sku, v.change ->> 'field' as field, v.change ->> 'before' as before, v.change ->> 'after' as after,
      'line:' || l.line_id || ':' as place
    from pg_temp.line_changes l
    join pg_temp.line_plan p on p.row_number = l.row_number
    cross join lateral jsonb_array_elements(l.changes) v (change)
    where l.order_id in (select a.order_id from asked a)
    union all
    select p.row_number, p.order_id, p.sku, 'sku', null, p.sku, 'add:' || p.sku_key from pg_temp.line_plan p
    where p.is_new and p.order_id in (select a.order_id from asked a)
    union all
    select f.row_number, c.order_id, null, v.change ->> 'field', v.change ->> 'before', v.change ->> 'after', 'order:'
    from pg_temp.order_changes c
    join pg_temp.order_plan i on i.order_id = c.order_id
    join pg_temp.file_lines f on f.order_number = i.order_number and f.place = 1
    cross join lateral jsonb_array_elements(c.changes) v (change)
    where c.order_id in (select a.order_id from asked a)
  )
  select distinct c.row_number, c.order_id, a.request_id, c.sku, c.field, c.before, c.after
  from told c
  join asked a on a.order_id = c.order_id and (
    private.targets_meet(a.target, c.place || case when c.place like 'add:%' then '' when c.field = 'quantity_ordered' then 'quantity' else c.field end)
    or c.field = 'stage' and private.is_final(c.after::public.order_stage) and (c.place = 'order:' or starts_with(a.target, c.place))
  );
end
$$;

-- Rows that would change what an open request is about. They are written; the decision then meets the new values.
create function private.find_import_conflicts(p_import public.imports) returns table (row_number integer, problem jsonb)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select c.row_number, private.row_problem(
    p_import.format, 'warning', 'open_request', c.row_number,
    case when c.field = 'stage' then case when c.sku is null then 'order_status' else 'line_status' end else c.field end, c.after,
    jsonb_build_object('order_number', o.order_number, 'before', c.before, 'sku', c.sku, 'moved', c.field)
      || private.request_in_the_way(p_import.org_id, c.request_id))
  from private.find_asked_changes(p_import.org_id) c
  join pg_temp.order_plan o on o.order_id = c.order_id;
end
$$;

-- Orders and lines the file takes back to an earlier stage, which opens again what was locked. Those we closed ourselves are
-- not taken back: the file has them again.
create function private.find_stages_going_back(p_import public.imports) returns table (row_number integer, order_id uuid, problem jsonb)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select b.row_number, b.order_id, private.row_problem(p_import.format, 'warning', 'stage_backwards', b.row_number, b.field, b.word,
    jsonb_build_object('order_number', b.order_number, 'sku', b.sku, 'from', b.change ->> 'before', 'to', b.change ->> 'after'))
  from (
    select f.row_number, c.order_id, o.order_number, null as sku, 'order_status' as field, coalesce(f.order_status, f.line_status) as word, v.change
    from pg_temp.order_changes c
    join pg_temp.order_plan o on o.order_id = c.order_id and not o.was_closed
    join pg_temp.file_lines f on f.order_number = o.order_number and f.place = 1
    cross join lateral jsonb_array_elements(c.changes) v (change)
    union all
    select p.row_number, c.order_id, p.order_number, p.sku, 'line_status', p.status_word, v.change
    from pg_temp.line_changes c
    join pg_temp.line_plan p on p.row_number = c.row_number
    join pg_temp.order_plan o on o.order_id = c.order_id and not o.was_closed
    cross join lateral jsonb_array_elements(c.changes) v (change)
  ) b
  where b.change ->> 'field' = 'stage'
    and private.stage_progress((b.change ->> 'after')::public.order_stage) < private.stage_progress((b.change ->> 'before')::public.order_stage);
end
$$;

-- A field of a line as it was before an import wrote it, in the words of `changes`.
create function private.line_field_before(p_before jsonb, p_field text) returns text
language sql immutable set search_path = '' as $$
  select case
    when p_field like 'quantity_%' or p_field = 'unit_price' then trim_scale((p_before ->> p_field)::numeric)::text
    when p_field = 'line_status' then p_before ->> 'status_word'
    when p_field = 'stage' then p_before ->> 'status_stage'
    when p_field = 'removed' then (p_before ->> 'removed_at' is not null)::text
    else p_before ->> p_field
  end
$$;

-- The last import of the same source that still stands: what a new file is compared with as a whole.
create function private.last_import(p_import public.imports) returns public.imports
language sql stable security definer set search_path = '' as $$
  select i from public.imports i
  join public.import_sources s on s.org_id = i.org_id and s.id = i.source_id
  where i.org_id = p_import.org_id and s.header_key = p_import.header_key and i.status = 'committed' and i.id <> p_import.id
  order by i.closed_at desc, i.number desc limit 1
$$;

-- Why the file looks older than the one imported last; null when it does not. By its bytes, else by when it was made, else
-- because most of what it changes goes back to what stood there before that import.
create function private.why_older_file(p_import public.imports, p_last public.imports) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_reason text;
  v_earlier integer;
  v_changed bigint;
  v_reverted bigint;
begin
  if p_last.id is null or not exists (select from pg_temp.changed_orders) then
    return null;
  end if;
  if p_import.file_hash = p_last.file_hash then
    v_reason := 'same_file';
  else
    select max(i.number) into v_earlier from public.imports i
      where i.org_id = p_import.org_id and i.file_hash = p_import.file_hash and i.status = 'committed' and i.closed_at < p_last.closed_at;
    if v_earlier is not null then
      v_reason := 'same_as_earlier';
    elsif p_import.file_modified_at < p_last.file_modified_at then
      v_reason := 'made_earlier';
    else
      select count(*), count(*) filter (where w.before is not null and private.line_field_before(w.before, v.change ->> 'field') is not distinct from v.change ->> 'after')
        into v_changed, v_reverted
        from pg_temp.line_changes c
        cross join lateral jsonb_array_elements(c.changes) v (change)
        left join public.import_line_writes w on w.org_id = p_import.org_id and w.import_id = p_last.id and w.line_id = c.line_id;
      if v_reverted >= 2 and v_reverted * 2 > v_changed then
        v_reason := 'goes_back';
      end if;
    end if;
  end if;
  if v_reason is null then
    return null;
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'code', 'older_file', 'reason', v_reason, 'import', p_last.number, 'committed_at', p_last.closed_at, 'earlier_import', v_earlier,
    'made_at', p_import.file_modified_at, 'last_made_at', p_last.file_modified_at, 'fields', v_changed, 'reverted', v_reverted
  ));
end
$$;

-- What a person has to say yes to before the commit: [{code, …facts}], empty for an ordinary morning.
create function private.import_confirmations(p_import public.imports) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_last public.imports := private.last_import(p_import);
  v_asked jsonb := '[]';
  v_older jsonb := private.why_older_file(p_import, v_last);
  v_back bigint := (select count(distinct p.problem ->> 'order_number') from pg_temp.row_problems p where p.problem ->> 'code' = 'stage_backwards');
begin
  if v_older is not null then
    v_asked := v_asked || v_older;
  end if;
  if p_import.row_count * 20 <= v_last.row_count then
    v_asked := v_asked || jsonb_build_object('code', 'fewer_rows', 'rows', p_import.row_count, 'import', v_last.number, 'earlier_rows', v_last.row_count);
  end if;
  if v_back > 0 then
    v_asked := v_asked || jsonb_build_object('code', 'stage_backwards', 'orders', v_back);
  end if;
  return v_asked;
end
$$;

-- What there is to say about rows beside their values: of the orders that are due, anew.
create function private.note_due_rows(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from pg_temp.row_problems p using pg_temp.file_lines l, pg_temp.file_orders f
    where f.is_due and l.order_number = f.order_number and p.row_number = l.row_number
      and p.problem ->> 'code' in ('unexported_change', 'open_request', 'stage_backwards');
  insert into pg_temp.row_problems
  select n.row_number, n.problem
  from (
    select k.row_number, k.problem from private.find_kept_values(p_import) k
    union all
    select c.row_number, c.problem from private.find_import_conflicts(p_import) c
    union all
    select b.row_number, b.problem from private.find_stages_going_back(p_import) b
  ) n
  join pg_temp.file_lines l on l.row_number = n.row_number
  join pg_temp.file_orders f on f.order_number = l.order_number and f.is_due;
  perform private.analyze_import(p_import, 'row_problems');
end
$$;

revoke execute on all functions in schema private from public;
