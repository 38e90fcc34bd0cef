-- Finding the orders and lines a file speaks of, and what an approved change holds against an older file.

-- Lines without a number are known by SKU and place, and an approved substitution moves that key on. Where several were
-- substituted, one may now have the key another one had. A file that still has all the earlier keys tells the order as it was
-- before, if it cannot know the new SKUs yet or does not have them all: its rows are matched by the earlier keys.
create function private.match_moved_lines(p_org uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into pg_temp.line_matches
  with moved as materialized (
    select l.id, l.order_id, l.requested_ship_date, f.row_number,
      exists (select from pg_temp.kept_fields k where k.line_id = l.id and k.field = 'sku') as is_kept,
      exists (select from pg_temp.file_lines c where c.order_number = o.order_number and c.sku_key = private.fold(l.sku) and not c.is_bad) as is_told
    from pg_temp.file_orders o
    join public.order_lines l on l.org_id = p_org and l.order_id = o.order_id
    left join pg_temp.file_lines f on f.order_number = o.order_number and f.line_key = l.source_key and not f.is_bad
    where o.is_due and o.version is not null and l.removed_at is null and l.line_key like 'sku:%' and l.source_key like 'sku:%' and l.line_key <> l.source_key
  )
  select distinct on (m.row_number) m.row_number, m.id, false, m.requested_ship_date
  from moved m
  where m.order_id in (
    select n.order_id from moved n group by n.order_id
    having bool_and(n.row_number is not null) and (bool_or(n.is_kept) or not bool_and(n.is_told))
  )
  order by m.row_number, m.id;
end
$$;

-- Where the source has taken a removed line out of its file, the lines after it with the same SKU move up by one place. Told
-- by the number of rows: as many as lines the source should still have. A source that keeps the row at quantity 0 has more.
create function private.match_around_removed_lines(p_org uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into pg_temp.line_matches
  with lines as materialized (
    select l.id, l.order_id, l.requested_ship_date, o.order_number, private.fold(l.sku) as sku_key, l.position,
      l.removed_at is not null and k.line_id is null as is_gone,
      -- An added line the source has never had and cannot know yet.
      l.added_by_request is not null and l.source_key is null and k.line_id is not null as is_ahead
    from pg_temp.file_orders o
    join public.order_lines l on l.org_id = p_org and l.order_id = o.order_id
    left join pg_temp.kept_fields k on k.line_id = l.id and k.field = 'quantity_ordered'
    where o.is_due and o.version is not null and (l.line_key like 'sku:%' or l.added_by_request is not null) and l.order_id in (
      select r.order_id from public.order_lines r where r.org_id = p_org and r.removed_at is not null and r.line_key like 'sku:%'
    )
  ), expected as (
    select e.*, row_number() over w as nth, count(*) over (partition by e.order_id, e.sku_key) as total
    from lines e where not e.is_gone and not e.is_ahead
    window w as (partition by e.order_id, e.sku_key order by e.position)
  ), told as (
    select f.row_number, f.order_number, f.sku_key, row_number() over w as nth, count(*) over (partition by f.order_number, f.sku_key) as total
    from pg_temp.file_lines f
    where not f.is_bad and f.line_number is null and f.order_number in (select g.order_number from lines g where g.is_gone)
    window w as (partition by f.order_number, f.sku_key order by f.row_number)
  )
  select t.row_number, e.id, false, e.requested_ship_date
  from told t join expected e on e.order_number = t.order_number and e.sku_key = t.sku_key and e.nth = t.nth and e.total = t.total
  where exists (select from lines g where g.is_gone and g.order_id = e.order_id and g.sku_key = e.sku_key)
    and not exists (select from pg_temp.line_matches m where m.row_number = t.row_number)
    and not exists (select from pg_temp.line_matches m where m.line_id = e.id);
end
$$;

-- Makes file_orders, one row per order of the file. Its version is what a commit compares with under the lock: it is read before
-- anything else of the orders, so that whatever is read later can only be newer, and shows. What follows looks at the orders
-- that are due: all of them, or under the lock those that moved since.
create function private.find_import_orders(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Ids of new orders go up in the order of the file: rows that lie together are written together, in every index.
  v_ids text := left(gen_random_uuid()::text, 24);
begin
  create temp table file_orders on commit drop as
  select
    g.order_number, g.customer collate "default" as customer, g.customer_po collate "default" as customer_po, g.ship_to collate "default" as ship_to,
    g.ship_method collate "default" as ship_method, g.site collate "default" as site, g.currency collate "default" as currency,
    g.order_status collate "default" as order_status, g.requested_ship_date,
    coalesce(g.order_status <> g.last_order_status, false) as has_many_words, 0::bigint as bad_rows,
    -- Which of its values the file tells in two ways.
    array_remove(array[
      case when g.customer <> g.last_customer then 'customer' end, case when g.customer_po <> g.last_customer_po then 'customer_po' end,
      case when g.ship_to <> g.last_ship_to then 'ship_to' end, case when g.ship_method <> g.last_ship_method then 'ship_method' end,
      case when g.site <> g.last_site then 'site' end, case when g.currency <> g.last_currency then 'currency' end,
      case when g.order_status <> g.last_order_status then 'order_status' end,
      case when g.requested_ship_date <> g.last_requested_ship_date then 'requested_ship_date' end
    ], null) as differing,
    coalesce(o.id, (v_ids || lpad(to_hex(g.first_row), 12, '0'))::uuid) as order_id, o.version, true as is_due
  from (
    select
      l.order_number, min(l.row_number) as first_row,
      min(l.customer) as customer, max(l.customer) as last_customer, min(l.customer_po) as customer_po, max(l.customer_po) as last_customer_po,
      min(l.ship_to) as ship_to, max(l.ship_to) as last_ship_to, min(l.ship_method) as ship_method, max(l.ship_method) as last_ship_method,
      min(l.site) as site, max(l.site) as last_site, min(l.currency) as currency, max(l.currency) as last_currency,
      min(l.order_status) as order_status, max(l.order_status) as last_order_status,
      min(l.requested_ship_date) as requested_ship_date, max(l.requested_ship_date) as last_requested_ship_date
    from (
      -- Which of two texts is the first one matters to nobody, and bytes compare fast.
      select i.order_number, i.row_number, nullif(i.customer, '') collate "C" as customer, i.customer_po collate "C", i.ship_to collate "C",
        i.ship_method collate "C", i.site collate "C", i.currency collate "C", i.order_status collate "C", i.requested_ship_date
      from pg_temp.file_lines i where i.order_number is not null
    ) l
    group by l.order_number
  ) g
  left join public.orders o on o.org_id = p_import.org_id and o.order_number = g.order_number;
  create unique index on pg_temp.file_orders (order_id);
  perform private.analyze_import(p_import, 'file_orders');
  create temp table kept_fields (order_id uuid not null, line_id uuid, field text not null, reference text not null) on commit drop;
  -- With the date the line has now.
  create temp table line_matches (
    row_number integer not null, line_id uuid not null, is_by_key boolean not null, requested_ship_date date
  ) on commit drop;
  create temp table held_keys (row_number integer not null, line_id uuid not null) on commit drop;
end
$$;

-- Fills kept_fields, line_matches and held_keys.
create function private.match_import(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  -- What the source system cannot know yet: fields of approved changes no updates export has carried.
  insert into pg_temp.kept_fields
  select w.order_id, coalesce(c.line_id, a.id) as line_id, k.field,
    (array_agg(r.reference order by w.version_after desc))[1] as reference
  from public.order_writes w
  join pg_temp.file_orders o on o.order_id = w.order_id and o.is_due
  join public.change_requests r on r.org_id = v_org and r.id = w.request_id
  join public.changes c on c.org_id = v_org and c.request_id = r.id and c.round = r.round and c.outcome is distinct from 'rejected'
  left join public.order_lines a on c.kind = 'add_line' and a.org_id = v_org and a.order_id = w.order_id and a.added_by_request = r.id
    and (a.line_key = r.reference || '/' || c.position or private.fold(a.sku) = private.fold(c.after ->> 'sku'))
  cross join lateral unnest(case c.kind
    when 'set_quantity' then array['quantity_ordered']
    when 'close_line' then array['quantity_ordered']
    when 'remove_line' then array['quantity_ordered']
    when 'substitute_line' then array['sku', 'description'] || case when c.after ? 'quantity' then array['quantity_ordered'] else '{}' end
    when 'set_line_date' then array['requested_ship_date']
    when 'set_order_date' then array['requested_ship_date']
    when 'set_ship_to' then array['ship_to']
    when 'set_ship_method' then array['ship_method']
    when 'cancel_order' then array['stage']
    when 'add_line' then array['sku', 'quantity_ordered'] || array(
      select f from unnest(array['description', 'uom', 'unit_price', 'requested_ship_date']) f where c.after ? f
    )
  end) k (field)
  where w.org_id = v_org and w.export_id is null
  group by w.order_id, coalesce(c.line_id, a.id), k.field;

  perform private.match_moved_lines(v_org);
  perform private.match_around_removed_lines(v_org);
  -- By the key the line has.
  insert into pg_temp.line_matches
  select f.row_number, l.id, true, l.requested_ship_date
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null and o.is_due
  join public.order_lines l on l.org_id = v_org and l.order_id = o.order_id and l.line_key = f.line_key
  where not f.is_bad
    and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number)
    and not exists (select from pg_temp.line_matches m where m.line_id = l.id);
  -- An ordinary morning's file has all its lines by key.
  if exists (
    select from pg_temp.file_lines f join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null and o.is_due
    where not f.is_bad and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number and m.is_by_key)
  ) then
    perform private.match_lines_left(v_org);
    perform private.find_held_keys(v_org);
  end if;
  -- No row is two lines, no line two rows.
  create unique index if not exists line_matches_by_row on pg_temp.line_matches (row_number);
  create unique index if not exists line_matches_by_line on pg_temp.line_matches (line_id);
  perform private.analyze_import(p_import, 'line_matches');
end
$$;

-- Lines that are not known by the key they have.
create function private.match_lines_left(p_org uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  -- By the key it had in the source's last file, before an approved substitution moved it on.
  insert into pg_temp.line_matches
  select distinct on (f.row_number) f.row_number, l.id, false, l.requested_ship_date
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null and o.is_due
  join public.order_lines l on l.org_id = p_org and l.order_id = o.order_id and l.source_key = f.line_key
  where not f.is_bad
    and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number)
    and not exists (select from pg_temp.line_matches m where m.line_id = l.id)
  order by f.row_number, l.position, l.id;
  -- By SKU and place among those left: lines an approved request added, and lines without a number of their own. Then,
  -- for rows without a number, lines that had one.
  for v_pass in 1 .. 2 loop
    insert into pg_temp.line_matches
    select f.row_number, l.id, false, l.requested_ship_date
    from (
      select r.row_number, o.order_id, r.sku_key, row_number() over (partition by o.order_id, r.sku_key order by r.row_number) as nth
      from pg_temp.file_lines r
      join pg_temp.file_orders o on o.order_number = r.order_number and o.version is not null and o.is_due
      where not r.is_bad and (v_pass = 1 or r.line_number is null)
        and not exists (select from pg_temp.line_matches m where m.row_number = r.row_number)
    ) f
    join (
      select e.id, e.order_id, e.requested_ship_date, private.fold(e.sku) as sku_key,
        row_number() over (partition by e.order_id, private.fold(e.sku) order by e.position) as nth
      from public.order_lines e
      where e.org_id = p_org and e.removed_at is null
        and e.order_id in (
          select o.order_id from pg_temp.file_orders o join pg_temp.file_lines r on r.order_number = o.order_number
          where o.version is not null and o.is_due and not exists (select from pg_temp.line_matches m where m.row_number = r.row_number)
        )
        and (v_pass = 2 or e.line_key like 'sku:%' or (e.added_by_request is not null and e.source_key is null))
        and not exists (select from pg_temp.line_matches m where m.line_id = e.id)
    ) l on l.order_id = f.order_id and l.sku_key = f.sku_key and l.nth = f.nth;
  end loop;
end
$$;

-- Fills held_keys: rows whose key is that of another line than theirs. They are few, and the organization's lines many.
create function private.find_held_keys(p_org uuid) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = on as $$
begin
  insert into pg_temp.held_keys
  select f.row_number, h.id
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null and o.is_due
  join public.order_lines h on h.org_id = p_org and h.order_id = o.order_id and h.line_key = f.line_key
  where not f.is_bad and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number and m.is_by_key);
end
$$;

revoke execute on all functions in schema private from public;
