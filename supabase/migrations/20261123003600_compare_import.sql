-- What a file would change: every order and line as it would be, next to what it is now.

-- The tables a comparison fills, empty.
create function private.make_import_tables() returns void
language plpgsql security definer set search_path = '' as $$
begin
  create temp table order_dates (order_id uuid not null, requested_ship_date date) on commit drop;
  create temp table line_plan (
    row_number integer not null, place integer not null, sku_key text, order_id uuid not null, order_number text not null, line_id uuid not null,
    is_new boolean not null, kept text[], source_key text, file_date date, line_key text, sku text, description text, uom text,
    quantity_ordered numeric, quantity_picked numeric, quantity_packed numeric, quantity_shipped numeric, quantity_invoiced numeric,
    unit_price numeric, requested_ship_date date, status_word text, status_stage public.order_stage, is_removed boolean not null,
    -- Something people work with would change; or only what is passed through: cells and keys.
    is_changed boolean not null, is_refreshed boolean not null
  ) on commit drop;
  create temp table line_changes (row_number integer not null, line_id uuid not null, order_id uuid not null, changes jsonb not null) on commit drop;
  create temp table order_plan (
    order_id uuid not null, order_number text not null, version integer, is_new boolean not null, customer text, customer_po text, ship_to text,
    ship_method text, site_word text, currency text, requested_ship_date date, file_date date, kept jsonb, status_word text,
    stage public.order_stage not null, is_refreshed boolean not null, was_closed boolean not null
  ) on commit drop;
  create temp table order_changes (order_id uuid not null, changes jsonb not null) on commit drop;
  create temp table changed_orders (order_id uuid not null) on commit drop;
  create temp table closing_orders (order_id uuid not null, order_number text not null, version integer not null, before jsonb not null) on commit drop;
end
$$;

-- Where a file has one date column, a line with a date of its own shows it there. The order's date is then the one on
-- the rows that no line explains: the current one if it is among them, else the most frequent.
create function private.date_import_orders(p_org uuid, p_is_lone_date boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into pg_temp.order_dates
  select d.order_id, case
      when not p_is_lone_date then min(d.file_date)
      when count(*) filter (where d.is_unexplained) = 0 or bool_or(d.is_unexplained and d.file_date = d.current_date) then min(d.current_date)
      else mode() within group (order by d.file_date) filter (where d.is_unexplained)
    end as requested_ship_date
  from (
    select o.order_id, f.requested_ship_date as file_date, c.requested_ship_date as current_date,
      m.requested_ship_date is null or f.requested_ship_date is distinct from m.requested_ship_date as is_unexplained
    from pg_temp.file_lines f
    join pg_temp.file_orders o on o.order_number = f.order_number and o.is_due
    left join public.orders c on c.org_id = p_org and c.id = o.order_id
    left join pg_temp.line_matches m on m.row_number = f.row_number
    where not f.is_bad
  ) d
  group by d.order_id;
end
$$;

-- Fills line_changes: the fields of existing lines that would change, as [{field, before, after}].
create function private.compare_import_lines(p_org uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into pg_temp.line_changes
  select p.row_number, p.line_id, p.order_id, jsonb_agg(jsonb_build_object('field', v.field, 'before', v.before, 'after', v.after) order by v.n)
  from pg_temp.line_plan p
  join pg_temp.file_orders o on o.order_id = p.order_id and o.is_due
  join public.order_lines l on l.org_id = p_org and l.id = p.line_id
  cross join lateral (values
    (1, 'sku', l.sku, p.sku), (2, 'description', l.description, p.description), (3, 'uom', l.uom, p.uom),
    (4, 'quantity_ordered', trim_scale(l.quantity_ordered)::text, trim_scale(p.quantity_ordered)::text),
    (5, 'quantity_picked', trim_scale(l.quantity_picked)::text, trim_scale(p.quantity_picked)::text),
    (6, 'quantity_packed', trim_scale(l.quantity_packed)::text, trim_scale(p.quantity_packed)::text),
    (7, 'quantity_shipped', trim_scale(l.quantity_shipped)::text, trim_scale(p.quantity_shipped)::text),
    (8, 'quantity_invoiced', trim_scale(l.quantity_invoiced)::text, trim_scale(p.quantity_invoiced)::text),
    (9, 'unit_price', trim_scale(l.unit_price)::text, trim_scale(p.unit_price)::text),
    (10, 'requested_ship_date', l.requested_ship_date::text, p.requested_ship_date::text),
    (11, 'line_status', l.status_word, p.status_word), (12, 'stage', l.status_stage::text, p.status_stage::text),
    (13, 'removed', (l.removed_at is not null)::text, p.is_removed::text)
  ) v (n, field, before, after)
  where p.is_changed and not p.is_new and v.before is distinct from v.after
  group by p.row_number, p.line_id, p.order_id;
end
$$;

-- Fills order_plan and order_changes.
create function private.compare_import_orders(p_import public.imports, p_fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
  v_has_status boolean := 'order_status' = any (p_fields) or 'line_status' = any (p_fields);
  v_currency text := (select g.currency from public.organizations g where g.id = v_org);
  v_source uuid := (select s.id from public.import_sources s where s.org_id = v_org and s.header_key = p_import.header_key);
begin
  insert into pg_temp.order_plan
  select
    f.order_id, f.order_number, f.version, f.version is null as is_new,
    case when 'customer' = any (p_fields) then coalesce(f.customer, '') else coalesce(o.customer, '') end as customer,
    case when 'customer_po' = any (p_fields) then f.customer_po else o.customer_po end as customer_po,
    case when 'ship_to' = any (p_fields) and (k.fields ? 'ship_to') is not true then f.ship_to else o.ship_to end as ship_to,
    case when 'ship_method' = any (p_fields) and (k.fields ? 'ship_method') is not true then f.ship_method else o.ship_method end as ship_method,
    case when 'site' = any (p_fields) then f.site else o.site_word end as site_word,
    coalesce(f.currency, o.currency, v_currency) as currency,
    case when 'requested_ship_date' = any (p_fields) and (k.fields ? 'requested_ship_date') is not true then d.requested_ship_date else o.requested_ship_date end
      as requested_ship_date,
    d.requested_ship_date as file_date, k.fields as kept,
    case when k.fields ? 'stage' then o.status_word else s.status_word end as status_word,
    private.order_stage_after_import(o, coalesce(w.stage, c.stage), v_has_status, coalesce(k.fields ? 'stage', false)) as stage,
    f.version is not null and (o.source_id is distinct from v_source or o.closed_at is not null) as is_refreshed,
    o.closed_at is not null as was_closed
  from pg_temp.file_orders f
  join pg_temp.order_dates d on d.order_id = f.order_id
  left join public.orders o on o.org_id = v_org and o.id = f.order_id
  -- The order's own fields that stay as they are, with the request each one comes from.
  left join (
    select i.order_id, jsonb_object_agg(i.field, i.reference) as fields from pg_temp.kept_fields i where i.line_id is null group by i.order_id
  ) k on k.order_id = f.order_id
  cross join lateral (select case
    when not v_has_status then o.status_word
    when 'order_status' = any (p_fields) and not (f.has_many_words and not 'line_status' = any (p_fields)) then f.order_status
  end as status_word) s
  left join pg_temp.file_words w on w.word = s.status_word and v_has_status
  left join (
    -- Where the status is the lines', the order is where they are together, those the file leaves out included.
    select i.order_id, private.stage_of_lines(array_agg(i.stage)) as stage
    from (
      select p.order_id, p.status_stage as stage from pg_temp.line_plan p where not p.is_removed
      union all
      select l.order_id, l.status_stage from public.order_lines l join pg_temp.file_orders e on e.order_id = l.order_id and e.version is not null and e.is_due
      where l.org_id = v_org and l.removed_at is null and (l.status_stage is not null or l.added_by_request is null)
        and not exists (select from pg_temp.line_matches m where m.line_id = l.id)
    ) i
    where v_has_status and i.order_id in (
      select g.order_id from pg_temp.file_orders g
      where g.is_due and (g.order_status is null or g.has_many_words or not 'order_status' = any (p_fields))
    )
    group by i.order_id
  ) c on c.order_id = f.order_id
  where f.is_due;

  insert into pg_temp.order_changes
  select p.order_id, jsonb_agg(jsonb_build_object('field', v.field, 'before', v.before, 'after', v.after) order by v.n)
  from pg_temp.order_plan p
  join pg_temp.file_orders f on f.order_id = p.order_id and f.is_due
  join public.orders o on o.org_id = v_org and o.id = p.order_id
  cross join lateral (values
    (1, 'customer', o.customer, p.customer), (2, 'customer_po', o.customer_po, p.customer_po), (3, 'order_status', o.status_word, p.status_word),
    (4, 'stage', o.stage::text, p.stage::text), (5, 'requested_ship_date', o.requested_ship_date::text, p.requested_ship_date::text),
    (6, 'ship_to', o.ship_to, p.ship_to), (7, 'ship_method', o.ship_method, p.ship_method), (8, 'site', o.site_word, p.site_word),
    (9, 'currency', o.currency, p.currency)
  ) v (n, field, before, after)
  where not p.is_new and v.before is distinct from v.after
    -- Most have not changed, and are seen not to have at one glance.
    and (o.customer, o.customer_po, o.status_word, o.stage, o.requested_ship_date, o.ship_to, o.ship_method, o.site_word, o.currency)
      is distinct from (p.customer, p.customer_po, p.status_word, p.stage, p.requested_ship_date, p.ship_to, p.ship_method, p.site_word, p.currency)
  group by p.order_id;
end
$$;

-- Compares the orders that are due; the others' results stay.
create function private.compare_due_orders(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_fields text[] := array(select distinct c.field from private.import_columns(p_import.format) c);
begin
  perform private.match_import(p_import);
  perform private.date_import_orders(p_import.org_id, not 'line_requested_ship_date' = any (v_fields));
  perform private.analyze_import(p_import, 'order_dates');
  perform private.plan_import_lines(p_import, v_fields);
  perform private.analyze_import(p_import, 'line_plan');
  perform private.compare_import_lines(p_import.org_id);
  perform private.compare_import_orders(p_import, v_fields);
  -- Existing orders that a commit writes to: their own values, or a new or changed line.
  truncate pg_temp.changed_orders;
  insert into pg_temp.changed_orders
  select c.order_id from pg_temp.order_changes c
  union select c.order_id from pg_temp.line_changes c
  union select p.order_id from pg_temp.line_plan p join pg_temp.order_plan o on o.order_id = p.order_id where p.is_new and not o.is_new;
end
$$;

-- The whole comparison: every temporary table of an import, made anew from what is committed now. Nothing is locked.
create function private.compare_import(p_import public.imports) returns void
language plpgsql security definer set search_path = '' set default_statistics_target = 20 as $$
begin
  perform private.drop_import_tables();
  perform private.read_import(p_import);
  perform private.step_import(p_import, 1);
  perform private.find_import_orders(p_import);
  perform private.find_import_contradictions(p_import);
  perform private.find_import_words(p_import.org_id);
  perform private.make_import_tables();
  perform private.compare_due_orders(p_import);
  create unique index on pg_temp.line_plan (row_number);
  create unique index on pg_temp.line_changes (row_number);
  create unique index on pg_temp.order_plan (order_id);
  create unique index on pg_temp.order_changes (order_id);
  perform private.analyze_import(p_import, 'line_changes');
  perform private.analyze_import(p_import, 'order_plan');
  perform private.analyze_import(p_import, 'order_changes');
end
$$;

-- Compares these orders again, once they are locked; they are few, and the organization's lines many.
create function private.compare_again(p_import public.imports, p_order_ids uuid[]) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = on as $$
begin
  update pg_temp.file_orders f set is_due = f.order_id = any (p_order_ids);
  update pg_temp.file_orders f set version = o.version from public.orders o where f.is_due and o.org_id = p_import.org_id and o.id = f.order_id;
  delete from pg_temp.kept_fields t using pg_temp.file_orders f where f.is_due and t.order_id = f.order_id;
  delete from pg_temp.line_matches t using pg_temp.file_lines l, pg_temp.file_orders f
    where f.is_due and l.order_number = f.order_number and t.row_number = l.row_number;
  delete from pg_temp.held_keys t using pg_temp.file_lines l, pg_temp.file_orders f
    where f.is_due and l.order_number = f.order_number and t.row_number = l.row_number;
  delete from pg_temp.order_dates t using pg_temp.file_orders f where f.is_due and t.order_id = f.order_id;
  delete from pg_temp.line_plan t using pg_temp.file_orders f where f.is_due and t.order_id = f.order_id;
  delete from pg_temp.line_changes t using pg_temp.file_orders f where f.is_due and t.order_id = f.order_id;
  delete from pg_temp.order_plan t using pg_temp.file_orders f where f.is_due and t.order_id = f.order_id;
  delete from pg_temp.order_changes t using pg_temp.file_orders f where f.is_due and t.order_id = f.order_id;
  perform private.compare_due_orders(p_import);
end
$$;

revoke execute on all functions in schema private from public;
