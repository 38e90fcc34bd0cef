-- What a commit writes: orders and lines, what an undo will need, and the word that closes an order.

-- Words seen for the first time start as unknown, which is locked, until somebody maps them.
create function private.write_import_words(p_org uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into public.status_words (org_id, word_key, word)
    select p_org, w.word_key, min(w.word) from pg_temp.file_words w where not w.is_known group by w.word_key
    on conflict do nothing;
end
$$;

-- The file's own account of its rows is of this file alone.
create function private.write_import_source(p_import public.imports, p_actor uuid) returns uuid
language sql volatile security definer set search_path = '' as $$
  insert into public.import_sources (org_id, name, header_key, format, created_by)
    values (
      p_import.org_id, coalesce(nullif(btrim(regexp_replace(p_import.file_name, '\.[^.]*$', '')), ''), p_import.file_name), p_import.header_key,
      p_import.format - 'rows', p_actor
    )
    on conflict (org_id, header_key) do update set format = excluded.format, updated_at = now()
    returning id
$$;

-- What an import may write of an order and of a line, as it is now: what an undo puts back.
create function private.order_before_import(p_order public.orders) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'customer', p_order.customer, 'customer_po', p_order.customer_po, 'status_word', p_order.status_word, 'stage', p_order.stage,
    'requested_ship_date', p_order.requested_ship_date, 'ship_to', p_order.ship_to, 'ship_method', p_order.ship_method,
    'site_word', p_order.site_word, 'currency', p_order.currency, 'source_id', p_order.source_id, 'closed_at', p_order.closed_at
  )
$$;

create function private.line_before_import(p_line public.order_lines) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'line_key', p_line.line_key, 'source_key', p_line.source_key, 'source_columns', p_line.source_columns, 'sku', p_line.sku,
    'description', p_line.description, 'uom', p_line.uom, 'quantity_ordered', p_line.quantity_ordered, 'quantity_picked', p_line.quantity_picked,
    'quantity_packed', p_line.quantity_packed, 'quantity_shipped', p_line.quantity_shipped, 'quantity_invoiced', p_line.quantity_invoiced,
    'unit_price', p_line.unit_price, 'requested_ship_date', p_line.requested_ship_date, 'status_word', p_line.status_word,
    'status_stage', p_line.status_stage, 'removed_at', p_line.removed_at
  )
$$;

-- Lines whose cells are of the source the order had before, and which the new source's file does not have.
create function private.lines_of_another_source(p_import public.imports) returns setof uuid
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  select l.id
  from pg_temp.file_orders f
  join public.orders o on o.org_id = p_import.org_id and o.id = f.order_id
  join public.import_sources s on s.org_id = p_import.org_id and s.id = o.source_id and s.header_key <> p_import.header_key
  join public.order_lines l on l.org_id = p_import.org_id and l.order_id = o.id and l.source_columns is not null
  where f.is_due and not exists (select from pg_temp.line_matches m where m.line_id = l.id);
end
$$;

-- Keeps the orders and lines that are due to be written as they are now. For orders that moved meanwhile: once more, locked.
create function private.save_what_was(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  delete from public.import_line_writes w using pg_temp.file_orders f
    where f.is_due and w.org_id = v_org and w.import_id = p_import.id and w.order_id = f.order_id;
  delete from public.import_writes w using pg_temp.file_orders f
    where f.is_due and w.org_id = v_org and w.import_id = p_import.id and w.order_id = f.order_id;

  create temp table if not exists line_writes (line_id uuid, order_id uuid, before jsonb) on commit drop;
  truncate pg_temp.line_writes;
  insert into pg_temp.line_writes
  select p.line_id, p.order_id, case when not p.is_new then private.line_before_import(l) end
  from pg_temp.line_plan p
  join pg_temp.file_orders f on f.order_id = p.order_id and f.is_due and f.version is not null
  left join public.order_lines l on l.org_id = v_org and l.id = p.line_id and not p.is_new
  where p.is_changed or p.is_refreshed
  union all
  select l.id, l.order_id, private.line_before_import(l)
  from private.lines_of_another_source(p_import) i (id)
  join public.order_lines l on l.org_id = v_org and l.id = i.id;

  insert into public.import_writes (org_id, import_id, order_id, version_before, version_after, before)
  select v_org, p_import.id, o.id, o.version, o.version + case when c.order_id is null then 0 else 1 end, private.order_before_import(o)
  from pg_temp.order_plan p
  join pg_temp.file_orders f on f.order_id = p.order_id and f.is_due and f.version is not null
  join public.orders o on o.org_id = v_org and o.id = p.order_id
  left join pg_temp.changed_orders c on c.order_id = p.order_id
  where c.order_id is not null or p.is_refreshed or p.order_id in (select w.order_id from pg_temp.line_writes w);
  insert into public.import_line_writes (org_id, import_id, line_id, order_id, before)
  select v_org, p_import.id, w.line_id, w.order_id, w.before from pg_temp.line_writes w;
end
$$;

-- Orders nobody has seen yet need no lock.
create function private.write_new_orders(p_import public.imports, p_source uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.orders (
    org_id, id, order_number, customer, customer_po, status_word, stage, requested_ship_date, ship_to, ship_method, site_word, currency,
    source_id, brought_by, line_skus
  )
  select p_import.org_id, p.order_id, p.order_number, p.customer, p.customer_po, p.status_word, p.stage, p.requested_ship_date, p.ship_to,
         p.ship_method, p.site_word, p.currency, p_source, p_import.id, left(s.skus, 20000)
  from pg_temp.order_plan p
  join (select l.order_id, string_agg(distinct l.sku collate "C", ' ') as skus from pg_temp.line_plan l group by l.order_id) s on s.order_id = p.order_id
  where p.is_new
  order by p.order_id;
end
$$;

-- New lines, of new orders or of those that existed.
create function private.write_new_lines(p_import public.imports, p_of_new_orders boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  insert into public.order_lines (
    org_id, id, order_id, line_key, source_key, source_columns, position, sku, description, uom, quantity_ordered, quantity_picked,
    quantity_packed, quantity_shipped, quantity_invoiced, unit_price, requested_ship_date, status_word, status_stage
  )
  select v_org, p.line_id, p.order_id, p.line_key, p.source_key, r.cells,
    case when p_of_new_orders then p.place else coalesce(b.position, 0) + row_number() over (partition by p.order_id order by p.place) end,
    p.sku, p.description, p.uom, p.quantity_ordered, p.quantity_picked, p.quantity_packed, p.quantity_shipped, p.quantity_invoiced, p.unit_price,
    p.requested_ship_date, p.status_word, p.status_stage
  from pg_temp.line_plan p
  join pg_temp.order_plan o on o.order_id = p.order_id and o.is_new = p_of_new_orders
  join public.import_rows r on r.org_id = v_org and r.import_id = p_import.id and r.row_number = p.row_number
  left join (
    select l.order_id, max(l.position) as position from public.order_lines l
    where not p_of_new_orders and l.org_id = v_org
      and l.order_id in (select n.order_id from pg_temp.line_plan n join pg_temp.order_plan e on e.order_id = n.order_id where n.is_new and not e.is_new)
    group by l.order_id
  ) b on b.order_id = p.order_id
  where p.is_new
  order by p.line_id;
end
$$;

-- Existing orders and lines, locked. Versions go up by one where something people work with changed; cells we only pass through
-- move none.
create function private.write_changed_orders(p_import public.imports, p_source uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  update pg_temp.file_orders f set is_due = true where not f.is_due;
  -- Cells follow the columns of one source.
  update public.order_lines l set source_columns = null, source_key = null
  where l.org_id = v_org and l.id in (select i from private.lines_of_another_source(p_import) i);

  update public.orders o set
    customer = p.customer, customer_po = p.customer_po, status_word = p.status_word, stage = p.stage, requested_ship_date = p.requested_ship_date,
    ship_to = p.ship_to, ship_method = p.ship_method, site_word = p.site_word, currency = p.currency, source_id = p_source, closed_at = null,
    version = o.version + 1, updated_at = now()
  from pg_temp.order_plan p
  where o.org_id = v_org and o.id = p.order_id and o.id in (select c.order_id from pg_temp.changed_orders c);
  update public.orders o set source_id = p_source, closed_at = null
  from pg_temp.order_plan p
  where o.org_id = v_org and o.id = p.order_id and p.is_refreshed and o.id not in (select c.order_id from pg_temp.changed_orders c);

  if exists (select from pg_temp.line_plan p where not p.is_new and (p.is_changed or p.is_refreshed)) then
    update public.order_lines l set
      line_key = p.line_key, source_key = p.source_key, source_columns = r.cells, sku = p.sku, description = p.description, uom = p.uom,
      quantity_ordered = p.quantity_ordered, quantity_picked = p.quantity_picked, quantity_packed = p.quantity_packed,
      quantity_shipped = p.quantity_shipped, quantity_invoiced = p.quantity_invoiced, unit_price = p.unit_price,
      requested_ship_date = p.requested_ship_date, status_word = p.status_word, status_stage = p.status_stage,
      removed_at = case when p.is_removed then l.removed_at end
    from pg_temp.line_plan p
    join public.import_rows r on r.org_id = v_org and r.import_id = p_import.id and r.row_number = p.row_number
    where l.org_id = v_org and l.id = p.line_id and not p.is_new and (p.is_changed or p.is_refreshed);
  end if;
  perform private.write_new_lines(p_import, false);
  perform private.refresh_lines_stage(v_org, array(select c.order_id from pg_temp.changed_orders c));
  perform private.refresh_line_skus(v_org, array(
    select distinct p.order_id from pg_temp.line_plan p
    join pg_temp.order_plan o on o.order_id = p.order_id and not o.is_new
    left join pg_temp.line_changes c on c.row_number = p.row_number
    where p.is_new or c.changes @? '$[*] ? (@.field == "sku" || @.field == "removed")'
  ));
end
$$;

-- Orders somebody chose to close because the file no longer has them.
create function private.close_missing_orders(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.import_writes (org_id, import_id, order_id, version_before, version_after, before)
    select p_import.org_id, p_import.id, c.order_id, c.version, c.version + 1, c.before from pg_temp.closing_orders c;
  update public.orders o set stage = 'closed', closed_at = now(), version = o.version + 1, updated_at = now()
    from pg_temp.closing_orders c where o.org_id = p_import.org_id and o.id = c.order_id;
  insert into pg_temp.audit_drafts (action, order_id, order_number, before, after)
    select 'order.closed', c.order_id, c.order_number, jsonb_build_object('version', c.version, 'stage', c.before -> 'stage'),
      jsonb_build_object('version', c.version + 1, 'stage', 'closed', 'import', p_import.number)
    from pg_temp.closing_orders c;
end
$$;

revoke execute on all functions in schema private from public;
