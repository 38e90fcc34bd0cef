-- preview_import: what a commit would do, without doing it; can be asked again, after a status word was mapped say.
-- Outcomes: previewed · already_committed · discarded. Refuses with PT401, PT403 role_required, PT404 not_found.

-- Fields of approved changes, not exported yet, that the file would undo: they keep our value.
create function private.find_kept_values(p_import public.imports) returns table (row_number integer, order_number text, problem jsonb)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select p.row_number, p.order_number, private.row_problem(p_import.format, 'warning', 'unexported_change', p.row_number, v.field, v.file_value,
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
  select f.row_number, o.order_number, private.row_problem(p_import.format, 'warning', 'unexported_change', f.row_number, v.field, v.file_value,
    jsonb_build_object('order_number', o.order_number, 'kept', v.kept_value, 'reference', o.kept -> v.kept_field))
  from pg_temp.order_plan o
  join pg_temp.file_lines f on f.order_number = o.order_number and f.place = 1
  join pg_temp.file_orders g on g.order_id = o.order_id
  cross join lateral (values
    ('requested_ship_date', 'requested_ship_date', o.file_date::text, o.requested_ship_date::text),
    ('ship_to', 'ship_to', g.ship_to, o.ship_to),
    ('stage', 'order_status', g.order_status, o.status_word),
    ('stage', 'line_status', case when not p_import.format -> 'fields' ? 'order_status' then f.line_status end, o.status_word)
  ) v (kept_field, field, file_value, kept_value)
  where o.kept ? v.kept_field and p_import.format -> 'fields' ? v.field and v.file_value is distinct from v.kept_value
    and (v.field <> 'line_status' or v.file_value is not null);
end
$$;

-- Rows that would change what an open request is about. They are written; the decision then meets the new values.
create function private.find_import_conflicts(p_import public.imports) returns table (row_number integer, order_number text, problem jsonb)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select c.row_number, o.order_number, private.row_problem(p_import.format, 'warning', 'open_request', c.row_number, c.field, c.after,
    jsonb_build_object('order_number', o.order_number, 'before', c.before, 'sku', c.sku)
      || private.request_in_the_way(p_import.org_id, t.request_id))
  from (
    select l.row_number, l.order_id, p.sku, v.change ->> 'field' as field, v.change ->> 'before' as before, v.change ->> 'after' as after,
      'line:' || l.line_id || ':' || case v.change ->> 'field' when 'quantity_ordered' then 'quantity' else v.change ->> 'field' end as target
    from pg_temp.line_changes l
    join pg_temp.line_plan p on p.row_number = l.row_number
    cross join lateral jsonb_array_elements(l.changes) v (change)
    union all
    select p.row_number, p.order_id, p.sku, 'sku', null, p.sku, 'add:' || p.sku_key from pg_temp.line_plan p where p.is_new
    union all
    select f.row_number, c.order_id, null, v.change ->> 'field', v.change ->> 'before', v.change ->> 'after', 'order:' || (v.change ->> 'field')
    from pg_temp.order_changes c
    join pg_temp.order_plan i on i.order_id = c.order_id
    join pg_temp.file_lines f on f.order_number = i.order_number and f.place = 1
    cross join lateral jsonb_array_elements(c.changes) v (change)
  ) c
  join public.open_targets t on t.org_id = p_import.org_id and t.order_id = c.order_id and private.targets_meet(t.target, c.target)
  join pg_temp.order_plan o on o.order_id = c.order_id;
end
$$;

-- Stores every row's problems, and returns the counts with the first of everything a person wants to see.
create function private.describe_import(p_import public.imports) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_shown constant integer := 100;
  v_org uuid := p_import.org_id;
  v_source uuid := (select s.id from public.import_sources s where s.org_id = p_import.org_id and s.header_key = p_import.header_key);
  v_staged integer := (select count(*) from pg_temp.file_lines);
  v_counts jsonb;
  v_missing jsonb;
  v_rows_problem jsonb := '[]';
begin
  insert into pg_temp.row_problems select k.row_number, k.problem from private.find_kept_values(p_import) k;
  insert into pg_temp.row_problems select c.row_number, c.problem from private.find_import_conflicts(p_import) c;
  analyze pg_temp.row_problems;
  if v_staged <> p_import.row_count then
    v_rows_problem := jsonb_build_array(jsonb_build_object('level', 'error', 'code', 'rows_missing', 'staged', v_staged, 'expected', p_import.row_count));
  end if;

  -- Only rows that have something said about them, now or at the last look, are written again.
  update public.import_rows r set problems = coalesce(b.problems, '[]')
  from (
    select i.row_number from pg_temp.row_problems i
    union
    select i.row_number from public.import_rows i where i.org_id = v_org and i.import_id = p_import.id and i.problems <> '[]'
  ) n
  left join (select i.row_number, jsonb_agg(i.problem) as problems from pg_temp.row_problems i group by i.row_number) b on b.row_number = n.row_number
  where r.org_id = v_org and r.import_id = p_import.id and r.row_number = n.row_number and r.problems <> coalesce(b.problems, '[]');

  select jsonb_build_object('missing_orders', count(*)) || jsonb_build_object('shown', coalesce(jsonb_agg(m.order_number order by m.order_number) filter (where m.n <= c_shown), '[]'))
    into v_missing
    from (
      select o.order_number, row_number() over (order by o.order_number) as n from public.orders o
      where o.org_id = v_org and o.source_id = v_source and o.stage not in ('shipped', 'closed', 'cancelled')
        and not exists (select from pg_temp.file_orders f where f.order_id = o.id)
    ) m;

  select jsonb_build_object(
    'rows', p_import.row_count, 'staged_rows', v_staged,
    'new_lines', l.new_lines, 'changed_lines', l.changed_lines, 'unchanged_lines', l.lines - l.new_lines - l.changed_lines, 'errors', v_staged - l.lines,
    'orders', o.orders, 'new_orders', o.new_orders, 'changed_orders', o.changed_orders, 'error_orders', o.error_orders,
    'unchanged_orders', o.orders - o.new_orders - o.changed_orders - o.error_orders,
    'missing_orders', v_missing -> 'missing_orders',
    'problems', (select count(*) from pg_temp.row_problems p where p.problem ->> 'level' = 'error') + jsonb_array_length(v_rows_problem),
    'warnings', (select count(*) from pg_temp.row_problems p where p.problem ->> 'level' = 'warning'),
    'conflicts', (select count(*) from pg_temp.row_problems p where p.problem ->> 'code' = 'open_request'),
    'unexported', (select count(*) from pg_temp.row_problems p where p.problem ->> 'code' = 'unexported_change')
  ) into v_counts
  from (
    select count(*) as lines, count(*) filter (where p.is_new) as new_lines, (select count(*) from pg_temp.line_changes) as changed_lines from pg_temp.line_plan p
  ) l, (
    select count(*) as orders, count(*) filter (where f.bad_rows > 0) as error_orders,
      count(*) filter (where f.bad_rows = 0 and f.version is null) as new_orders,
      count(*) filter (where f.bad_rows = 0 and f.version is not null and f.order_id in (select c.order_id from private.changed_import_orders() c (order_id))) as changed_orders
    from pg_temp.file_orders f
  ) o;

  return jsonb_build_object(
    'counts', v_counts,
    'status_words', coalesce((
      select jsonb_agg(jsonb_build_object('word', w.word, 'stage', w.stage, 'rows', w.rows, 'is_known', w.is_known) order by w.rows desc, w.word)
      from (
        select min(i.word) as word, i.stage, sum(i.rows) as rows, i.is_known from pg_temp.file_words i
        group by i.word_key, i.stage, i.is_known order by sum(i.rows) desc limit 500
      ) w
    ), '[]'),
    'problems', v_rows_problem || private.first_import_problems('error', null, c_shown),
    'conflicts', private.first_import_problems('warning', 'open_request', c_shown),
    'unexported', private.first_import_problems('warning', 'unexported_change', c_shown),
    'missing_orders', v_missing -> 'shown',
    'changes', private.first_import_changes(c_shown)
  );
end
$$;

-- Existing orders that a commit writes to: their own values, or a new or changed line.
create function private.changed_import_orders() returns table (order_id uuid)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select c.order_id from pg_temp.order_changes c
  union select c.order_id from pg_temp.line_changes c
  union select p.order_id from pg_temp.line_plan p join pg_temp.order_plan o on o.order_id = p.order_id where p.is_new and not o.is_new;
end
$$;

create function private.first_import_problems(p_level text, p_code text, p_limit integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  return (
  select coalesce(jsonb_agg(p.problem order by p.row_number), '[]') from (
    select i.row_number, i.problem from pg_temp.row_problems i
    where i.problem ->> 'level' = p_level and (p_code is null or i.problem ->> 'code' = p_code)
    order by i.row_number limit p_limit
  ) p
  );
end
$$;

-- The first changes in the order of the file: [{row, order_number, line_key, sku, result, changes}]; an order's own values
-- have no line_key.
create function private.first_import_changes(p_limit integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(c) order by c."row", c.line_key nulls first), '[]') from (
    select f.row_number as "row", o.order_number, null::text as line_key, null::text as sku, 'changed' as result, c.changes
      from pg_temp.order_changes c
      join pg_temp.order_plan o on o.order_id = c.order_id
      join pg_temp.file_lines f on f.order_number = o.order_number and f.place = 1
    union all
    select p.row_number, p.order_number, p.line_key, p.sku, case when p.is_new then 'new' else 'changed' end, coalesce(c.changes, '[]')
      from pg_temp.line_plan p left join pg_temp.line_changes c on c.row_number = p.row_number
      where p.is_new and exists (select from pg_temp.order_plan o where o.order_id = p.order_id and not o.is_new) or c.row_number is not null
    order by 1, 3 nulls first limit p_limit
  ) c
  );
end
$$;

-- Joins of whole sets: the planner's guesses about rows written a moment ago are too low, and a nested loop that was
-- meant for ten rows takes minutes for a hundred thousand.
create function private.preview_import(p_import_id uuid) returns jsonb
language plpgsql security definer
set search_path = '' set work_mem = '64MB' set enable_nestloop = off set jit = off as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_preview jsonb;
begin
  if v_import.status in ('committed', 'discarded') then
    return private.closed_import(v_import);
  end if;
  perform private.compare_import(v_import);
  v_preview := private.describe_import(v_import);
  update public.imports set status = 'previewed', previewed_at = now(), counts = v_preview -> 'counts', preview = v_preview - 'counts'
    where org_id = v_import.org_id and id = v_import.id;
  return jsonb_build_object('outcome', 'previewed', 'import_id', v_import.id, 'number', v_import.number) || v_preview;
end
$$;

-- A million rows take longer than the eight seconds a client role has.
create function public.preview_import(p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$ select private.preview_import(p_import_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.preview_import(uuid) from public;
grant execute on function private.preview_import(uuid), public.preview_import(uuid) to authenticated;
