-- commit_import: writes a previewed import, all of it or nothing.
-- Outcomes: committed · refused (a row cannot be taken) · already_committed · discarded.
-- Refuses with PT401, PT403 role_required, PT404 not_found, PT409 not_previewed, PT422 (key).
-- Lines a file leaves out stay as they are, and so do orders. Open requests stay open: their decision meets the new values.

-- The existing orders a commit touches: changed ones, and those of which only cells or keys of lines are refreshed.
create function private.touched_import_orders(p_import public.imports) returns uuid[]
language plpgsql volatile security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(t.order_id), '{}') from (
    select c.order_id from private.changed_import_orders() c
    union
    select p.order_id
    from pg_temp.line_plan p
    join public.order_lines l on l.org_id = p_import.org_id and l.id = p.line_id
    join public.import_rows r on r.org_id = p_import.org_id and r.import_id = p_import.id and r.row_number = p.row_number
    where (l.line_key, l.source_key, l.source_columns) is distinct from (p.line_key, p.source_key, r.cells)
    union
    select p.order_id
    from pg_temp.order_plan p
    join public.orders o on o.org_id = p_import.org_id and o.id = p.order_id
    left join public.import_sources s on s.org_id = p_import.org_id and s.header_key = p_import.header_key
    where o.source_id is distinct from s.id
  ) t
  );
end
$$;

-- Compares, and locks what would be written; on return what was compared is still what is there.
-- People work on while a big file is compared, and only the orders the file really touches ever wait. When one of them
-- moved in between, the locks are given back and the comparison is made again; the third time everything is locked first.
create function private.compare_import_locked(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_touched uuid[];
begin
  for v_round in 1 .. 3 loop
    if v_round = 3 then
      -- Lock: every order the file names, ids ascending.
      perform from public.orders o where o.org_id = p_import.org_id and o.id in (select f.order_id from pg_temp.file_orders f) order by o.id for update;
    end if;
    perform private.compare_import(p_import);
    v_touched := private.touched_import_orders(p_import);
    begin
      -- Lock: the orders to be written, ids ascending. An order's lock covers its lines: every command takes it first.
      perform from public.orders o where o.org_id = p_import.org_id and o.id = any (v_touched) order by o.id for update;
      if exists (
        select from public.orders o join pg_temp.file_orders f on f.order_id = o.id
        where o.org_id = p_import.org_id and o.id = any (v_touched) and o.version <> f.version
      ) then
        raise exception using errcode = 'OCR01', message = 'orders_moved';
      end if;
      return;
    exception when sqlstate 'OCR01' then
      -- Rolling back to here releases the locks of this round; the comparison is repeated on what moved.
      null;
    end;
  end loop;
end
$$;

-- Words seen for the first time start as unknown, which is locked, until somebody maps them.
create function private.write_import_words(p_org uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into public.status_words (org_id, word_key, word)
    select p_org, w.word_key, min(w.word) from pg_temp.file_words w where not w.is_known group by w.word_key
    on conflict do nothing;
end
$$;

create function private.write_import_source(p_import public.imports, p_actor uuid) returns uuid
language sql volatile security definer set search_path = '' as $$
  insert into public.import_sources (org_id, name, header_key, format, created_by)
    values (p_import.org_id, coalesce(nullif(btrim(regexp_replace(p_import.file_name, '\.[^.]*$', '')), ''), p_import.file_name), p_import.header_key, p_import.format, p_actor)
    on conflict (org_id, header_key) do update set format = excluded.format, updated_at = now()
    returning id
$$;

-- Versions go up by one where something people work with changed; cells we only pass through move none.
create function private.write_import_orders(p_import public.imports, p_source uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Cells follow the columns of one source. A line that the new source's file does not have has none of them.
  update public.order_lines l set source_columns = null, source_key = null
  from public.orders o
  join pg_temp.file_orders f on f.order_id = o.id
  where o.org_id = p_import.org_id and o.source_id <> p_source and l.org_id = o.org_id and l.order_id = o.id
    and l.source_columns is not null and not exists (select from pg_temp.line_matches m where m.line_id = l.id);

  insert into public.orders (
    org_id, id, order_number, customer, customer_po, status_word, stage, requested_ship_date, ship_to, currency, source_id, line_skus
  )
  select p_import.org_id, p.order_id, p.order_number, p.customer, p.customer_po, p.status_word, p.stage, p.requested_ship_date, p.ship_to,
         p.currency, p_source, left(s.skus, 20000)
  from pg_temp.order_plan p
  join (select l.order_id, string_agg(distinct l.sku, ' ') as skus from pg_temp.line_plan l group by l.order_id) s on s.order_id = p.order_id
  where p.is_new
  order by p.order_number;

  update public.orders o set
    customer = p.customer, customer_po = p.customer_po, status_word = p.status_word, stage = p.stage, requested_ship_date = p.requested_ship_date,
    ship_to = p.ship_to, currency = p.currency, source_id = p_source, version = o.version + 1, updated_at = now()
  from pg_temp.order_plan p
  where o.org_id = p_import.org_id and o.id = p.order_id and o.id in (select c.order_id from private.changed_import_orders() c);

  update public.orders o set source_id = p_source
  from pg_temp.file_orders f
  where o.org_id = p_import.org_id and o.id = f.order_id and o.source_id is distinct from p_source;
end
$$;

create function private.write_import_lines(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  update public.order_lines l set
    line_key = p.line_key, source_key = p.source_key, source_columns = r.cells, sku = p.sku, description = p.description, uom = p.uom,
    quantity_ordered = p.quantity_ordered, quantity_picked = p.quantity_picked, quantity_packed = p.quantity_packed,
    quantity_shipped = p.quantity_shipped, quantity_invoiced = p.quantity_invoiced, unit_price = p.unit_price,
    requested_ship_date = p.requested_ship_date, status_word = p.status_word, status_stage = p.status_stage,
    removed_at = case when p.is_removed then l.removed_at end
  from pg_temp.line_plan p
  join public.import_rows r on r.org_id = v_org and r.import_id = p_import.id and r.row_number = p.row_number
  left join pg_temp.line_changes c on c.row_number = p.row_number
  where l.org_id = v_org and l.id = p.line_id and not p.is_new
    and (c.row_number is not null or (l.line_key, l.source_key, l.source_columns) is distinct from (p.line_key, p.source_key, r.cells));

  insert into public.order_lines (
    org_id, id, order_id, line_key, source_key, source_columns, position, sku, description, uom, quantity_ordered, quantity_picked,
    quantity_packed, quantity_shipped, quantity_invoiced, unit_price, requested_ship_date, status_word, status_stage
  )
  select v_org, p.line_id, p.order_id, p.line_key, p.source_key, r.cells,
    coalesce(b.position, 0) + row_number() over (partition by p.order_id order by p.place), p.sku, p.description, p.uom, p.quantity_ordered,
    p.quantity_picked, p.quantity_packed, p.quantity_shipped, p.quantity_invoiced, p.unit_price, p.requested_ship_date, p.status_word, p.status_stage
  from pg_temp.line_plan p
  join public.import_rows r on r.org_id = v_org and r.import_id = p_import.id and r.row_number = p.row_number
  left join (
    select l.order_id, max(l.position) as position from public.order_lines l
    join pg_temp.file_orders f on f.order_id = l.order_id and f.version is not null
    where l.org_id = v_org group by l.order_id
  ) b on b.order_id = p.order_id
  where p.is_new;

  perform private.refresh_line_skus(v_org, array(
    select distinct p.order_id from pg_temp.line_plan p
    join pg_temp.order_plan o on o.order_id = p.order_id and not o.is_new
    left join pg_temp.line_changes c on c.row_number = p.row_number
    where p.is_new or c.changes @? '$[*] ? (@.field == "sku" || @.field == "removed")'
  ));
end
$$;

-- Fills audit_drafts: one entry per order the import brought or changed, with what changed before and after.
create function private.draft_import_audit(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.begin_audit_batch();
  insert into pg_temp.audit_drafts (n, order_id, order_number, before, after)
  with line_facts as (
    -- New lines have only an after.
    select p.order_id, jsonb_object_agg(p.line_key, b.before) filter (where not p.is_new) as before,
      jsonb_object_agg(p.line_key, case when p.is_new then jsonb_build_object('sku', p.sku, 'quantity_ordered', trim_scale(p.quantity_ordered)::text) else b.after end) as after
    from pg_temp.line_plan p
    left join pg_temp.line_changes c on c.row_number = p.row_number
    left join lateral (
      select jsonb_object_agg(v.change ->> 'field', v.change -> 'before') as before, jsonb_object_agg(v.change ->> 'field', v.change -> 'after') as after
      from jsonb_array_elements(c.changes) v (change)
    ) b on c.row_number is not null
    where p.is_new or c.row_number is not null
    group by p.order_id
  ), drafts as (
    select p.order_id, p.order_number,
      case when not p.is_new then
        jsonb_build_object('version', p.version) || coalesce(h.before, '{}') || case when l.before is null then '{}' else jsonb_build_object('lines', l.before) end
      end as before,
      jsonb_build_object('version', coalesce(p.version, 0) + 1, 'import', p_import.number)
        || case when p.is_new then jsonb_strip_nulls(jsonb_build_object(
          'customer', p.customer, 'customer_po', p.customer_po, 'order_status', p.status_word, 'stage', p.stage, 'requested_ship_date', p.requested_ship_date
        )) else coalesce(h.after, '{}') end
        || case when l.after is null then '{}' else jsonb_build_object('lines', l.after) end as after
    from pg_temp.order_plan p
    left join line_facts l on l.order_id = p.order_id
    left join pg_temp.order_changes c on c.order_id = p.order_id
    left join lateral (
      select jsonb_object_agg(v.change ->> 'field', v.change -> 'before') as before, jsonb_object_agg(v.change ->> 'field', v.change -> 'after') as after
      from jsonb_array_elements(c.changes) v (change)
    ) h on c.order_id is not null
    where p.is_new or l.order_id is not null or c.order_id is not null
  )
  select row_number() over (order by d.order_number), d.order_id, d.order_number, d.before, d.after from drafts d;
end
$$;

-- One entry for the import, then one per order. Everybody's decisions wait for the audit head: the drafts are made before
-- it is locked.
create function private.audit_import(p_import public.imports, p_actor public.members, p_counts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.draft_import_audit(p_import);
  perform private.append_audit(p_import.org_id, p_actor.id, 'import.committed', null, null, null, jsonb_build_object(
    'import_id', p_import.id, 'number', p_import.number, 'file_name', p_import.file_name, 'file_hash', p_import.file_hash,
    'rows', p_import.row_count, 'counts', p_counts
  ));
  perform private.append_audit_batch(p_actor, 'order.imported');
end
$$;

-- After a big write every plan, those that sessions keep for foreign keys too, still takes the table for as small as it was:
-- checking the order of 100,000 lines then reads all orders each time, and decisions read the organization's lines one by
-- one. Autovacuum comes a minute too late.
create function private.refresh_import_statistics(p_table regclass, p_counts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (p_counts ->> 'new_lines')::integer + (p_counts ->> 'changed_lines')::integer >= 2000 then
    execute format('analyze %s', p_table);
  end if;
end
$$;

-- Joins of whole sets: the planner's guesses about rows written a moment ago are too low, and a nested loop that was
-- meant for ten rows takes minutes for a hundred thousand.
create function private.commit_import(p_import_id uuid, p_idempotency_key text) returns jsonb
language plpgsql security definer
set search_path = '' set work_mem = '64MB' set enable_nestloop = off set jit = off as $$
declare
  c_command constant text := 'commit_import';
  v_import public.imports := private.lock_import(p_import_id);
  v_member public.members := private.require_member(v_import.org_id, 'admin');
  v_found jsonb;
  v_stored jsonb;
  v_source uuid;
begin
  v_stored := private.claim_idempotency_key(v_import.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_import_id));
  if v_stored is not null then
    return v_stored;
  end if;
  if v_import.status in ('committed', 'discarded') then
    return private.answer(v_import.org_id, v_member.id, c_command, p_idempotency_key, private.closed_import(v_import));
  end if;
  if v_import.status <> 'previewed' then
    perform private.fail(409, 'not_previewed', null, 'Look at the preview first: rows arrived after the last one.');
  end if;
  -- Lock: one import or export at a time, then the orders.
  perform private.lock_transfers(v_import.org_id);
  perform private.compare_import_locked(v_import);
  v_found := private.describe_import(v_import);
  if (v_found -> 'counts' ->> 'problems')::integer > 0 then
    update public.imports set previewed_at = now(), counts = v_found -> 'counts', preview = v_found - 'counts'
      where org_id = v_import.org_id and id = v_import.id;
    return private.answer(v_import.org_id, v_member.id, c_command, p_idempotency_key,
      jsonb_build_object('outcome', 'refused', 'import_id', v_import.id, 'number', v_import.number) || v_found);
  end if;

  perform private.write_import_words(v_import.org_id);
  v_source := private.write_import_source(v_import, v_member.id);
  perform private.write_import_orders(v_import, v_source);
  perform private.refresh_import_statistics('public.orders', v_found -> 'counts');
  perform private.write_import_lines(v_import);
  perform private.refresh_import_statistics('public.order_lines', v_found -> 'counts');
  update public.imports set status = 'committed', source_id = v_source, closed_by = v_member.id, closed_at = now(),
    previewed_at = now(), counts = v_found -> 'counts', preview = v_found - 'counts'
    where org_id = v_import.org_id and id = v_import.id;
  -- The lines hold every cell now; only rows somebody may still ask about are worth their room.
  delete from public.import_rows r where r.org_id = v_import.org_id and r.import_id = v_import.id and r.problems = '[]';
  perform private.audit_import(v_import, v_member, v_found -> 'counts');
  return private.answer(v_import.org_id, v_member.id, c_command, p_idempotency_key,
    jsonb_build_object('outcome', 'committed', 'import_id', v_import.id, 'number', v_import.number, 'counts', v_found -> 'counts'));
end
$$;

-- A million rows take longer than the eight seconds a client role has.
create function public.commit_import(p_import_id uuid, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$ select private.commit_import(p_import_id, p_idempotency_key) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.commit_import(uuid, text) from public;
grant execute on function private.commit_import(uuid, text), public.commit_import(uuid, text) to authenticated;
