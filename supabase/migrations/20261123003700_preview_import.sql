-- preview_import: what a commit would do, without doing it; can be asked again, after a status word was mapped say.
-- Outcomes: previewed · already_committed · already_undone · discarded.
-- Refuses with PT401, PT403 role_required, PT404 not_found, PT409 import_is_busy | import_stopped.

-- Writes down the result of every row that is due, for the pages. A commit finds nearly always what the preview wrote.
create function private.write_import_results(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  merge into public.import_results w
  using (
    select f.row_number,
      (case when p.row_number is null then 'error' when p.is_new then 'new' when p.is_changed then 'changed' else 'unchanged' end)::public.import_result as result,
      f.order_number, coalesce(p.line_key, f.line_key) as line_key, f.sku, nullif(f.customer, '') as customer, c.changes, h.changes as order_changes, q.notes
    from pg_temp.file_lines f
    left join pg_temp.file_orders o on o.order_number = f.order_number
    left join pg_temp.line_plan p on p.row_number = f.row_number
    left join pg_temp.line_changes c on c.row_number = f.row_number
    left join pg_temp.order_changes h on h.order_id = o.order_id and f.place = 1
    left join (select i.row_number, jsonb_agg(i.problem) as notes from pg_temp.row_problems i group by i.row_number) q on q.row_number = f.row_number
    where o.is_due is not false
  ) n on w.org_id = p_import.org_id and w.import_id = p_import.id and w.row_number = n.row_number
  when not matched then
    insert (org_id, import_id, row_number, result, order_number, line_key, sku, customer, changes, order_changes, notes)
    values (p_import.org_id, p_import.id, n.row_number, n.result, n.order_number, n.line_key, n.sku, n.customer, n.changes, n.order_changes, n.notes)
  when matched and (w.result, w.order_number, w.line_key, w.sku, w.customer, w.changes, w.order_changes, w.notes)
    is distinct from (n.result, n.order_number, n.line_key, n.sku, n.customer, n.changes, n.order_changes, n.notes)
  then update set
    result = n.result, order_number = n.order_number, line_key = n.line_key, sku = n.sku, customer = n.customer, changes = n.changes,
    order_changes = n.order_changes, notes = n.notes;
end
$$;

-- Open orders of the source that the file no longer has. What a person said about closing them stays, for those still missing.
create function private.write_missing_orders(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
  v_source uuid := (select s.id from public.import_sources s where s.org_id = p_import.org_id and s.header_key = p_import.header_key);
begin
  insert into public.import_missing_orders (org_id, import_id, order_id, order_number, customer, stage, open_requests)
  select v_org, p_import.id, o.id, o.order_number, o.customer, o.stage, (
    select count(*) from public.change_requests r where r.org_id = v_org and r.order_id = o.id and r.status in ('pending', 'returned')
  )
  from public.orders o
  where o.org_id = v_org and o.source_id = v_source and o.stage not in ('shipped', 'closed', 'cancelled')
    and not exists (select from pg_temp.file_orders f where f.order_id = o.id)
  on conflict (org_id, import_id, order_id) do update set stage = excluded.stage, customer = excluded.customer, open_requests = excluded.open_requests;
  delete from public.import_missing_orders m using public.orders o
    where m.org_id = v_org and m.import_id = p_import.id and o.org_id = v_org and o.id = m.order_id and (
      o.source_id is distinct from v_source or o.stage in ('shipped', 'closed', 'cancelled')
      or exists (select from pg_temp.file_orders f where f.order_id = m.order_id)
    );
end
$$;

-- Writes down every row's result, and returns the counts with what a person has to look at before the commit.
create function private.describe_import(p_import public.imports) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_shown constant integer := 100;
  v_staged integer := (select count(*) from pg_temp.file_lines);
  v_rows_problem jsonb := '[]';
begin
  perform private.note_due_rows(p_import);
  if v_staged <> p_import.row_count then
    v_rows_problem := jsonb_build_array(jsonb_build_object('level', 'error', 'code', 'rows_missing', 'staged', v_staged, 'expected', p_import.row_count));
  end if;
  perform private.write_import_results(p_import);
  perform private.write_missing_orders(p_import);
  return jsonb_build_object(
    'counts', private.count_import(p_import, jsonb_array_length(v_rows_problem)),
    'confirmations', private.import_confirmations(p_import),
    'status_words', coalesce((
      select jsonb_agg(jsonb_build_object('word', w.word, 'stage', w.stage, 'rows', w.rows, 'is_known', w.is_known) order by w.rows desc, w.word)
      from (
        select min(i.word) as word, i.stage, sum(i.rows) as rows, i.is_known from pg_temp.file_words i
        group by i.word_key, i.stage, i.is_known order by sum(i.rows) desc limit 500
      ) w
    ), '[]'),
    'problems', v_rows_problem || coalesce((
      select jsonb_agg(p.problem order by p.row_number) from (
        select i.row_number, i.problem from pg_temp.row_problems i where i.problem ->> 'level' = 'error' order by i.row_number limit c_shown
      ) p
    ), '[]')
  );
end
$$;

-- new + changed + unchanged + errors are the rows that came; with those the reading left out, all rows of the file.
create function private.count_import(p_import public.imports, p_other_problems integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_staged integer := (select count(*) from pg_temp.file_lines);
  v_counts jsonb;
begin
  select jsonb_build_object(
    'rows', p_import.row_count, 'staged_rows', v_staged,
    'file_rows', coalesce((p_import.format #>> '{rows,total}')::integer, p_import.row_count),
    'new_lines', l.new_lines, 'changed_lines', l.changed_lines, 'unchanged_lines', l.lines - l.new_lines - l.changed_lines, 'errors', v_staged - l.lines,
    'orders', o.orders, 'new_orders', o.new_orders, 'changed_orders', o.changed_orders, 'error_orders', o.error_orders,
    'unchanged_orders', o.orders - o.new_orders - o.changed_orders - o.error_orders,
    'missing_orders', m.missing, 'closing_orders', m.closing
  ) into v_counts
  from (
    select count(*) as lines, count(*) filter (where p.is_new) as new_lines, count(*) filter (where p.is_changed and not p.is_new) as changed_lines
    from pg_temp.line_plan p
  ) l, (
    select count(*) as orders, count(*) filter (where f.bad_rows > 0) as error_orders,
      count(*) filter (where f.bad_rows = 0 and f.version is null) as new_orders,
      count(*) filter (where f.bad_rows = 0 and f.version is not null and c.order_id is not null) as changed_orders
    from pg_temp.file_orders f left join pg_temp.changed_orders c on c.order_id = f.order_id
  ) o, (
    select count(*) as missing, count(*) filter (where i.is_closing) as closing
    from public.import_missing_orders i where i.org_id = p_import.org_id and i.import_id = p_import.id
  ) m;
  return v_counts || (
    select jsonb_build_object(
      'problems', count(*) filter (where p.problem ->> 'level' = 'error') + p_other_problems,
      'warnings', count(*) filter (where p.problem ->> 'level' = 'warning'),
      'conflicts', count(*) filter (where p.problem ->> 'code' = 'open_request'),
      'unexported', count(*) filter (where p.problem ->> 'code' = 'unexported_change'),
      'backwards', count(*) filter (where p.problem ->> 'code' = 'stage_backwards'),
      'misfits', count(*) filter (where p.problem ->> 'code' = 'format_misfit' and p.problem ->> 'level' = 'warning')
    ) from pg_temp.row_problems p
  );
end
$$;

-- Joins of whole sets: the planner's guesses about rows written a moment ago are too low, and a nested loop that was
-- meant for ten rows takes minutes for a hundred thousand. A small file in a big organization is the other way round.
create function private.plan_for_size(p_rows integer) returns void
language sql volatile set search_path = '' as $$
  select set_config('enable_nestloop', case when p_rows > 3000 then 'off' else 'on' end, true)
$$;

create function private.preview_import(p_import_id uuid) returns jsonb
language plpgsql security definer
set search_path = '' set work_mem = '32MB' set hash_mem_multiplier = 1 set jit = off as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_preview jsonb;
begin
  if v_import.status not in ('staging', 'previewed') then
    return private.closed_import(v_import);
  end if;
  perform private.step_import(v_import, 100);
  perform private.plan_for_size(v_import.row_count);
  perform private.compare_import(v_import);
  perform private.step_import(v_import, 2);
  v_preview := private.describe_import(v_import);
  perform private.step_import(v_import, 3);
  update public.imports set status = 'previewed', previewed_at = now(), counts = v_preview -> 'counts', preview = v_preview - 'counts'
    where org_id = v_import.org_id and id = v_import.id;
  return jsonb_build_object('outcome', 'previewed', 'import_id', v_import.id, 'number', v_import.number) || v_preview;
end
$$;

-- A million rows take longer than the eight seconds a client role has.
create function public.preview_import(p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '300s' as $$ select private.preview_import(p_import_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.preview_import(uuid) from public;
grant execute on function private.preview_import(uuid), public.preview_import(uuid) to authenticated;
