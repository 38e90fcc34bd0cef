-- Finding the orders and lines a file speaks of, and what an approved change holds against an older file.

-- Lines without a number are known by SKU and place, and an approved substitution moves that key on. Where several were
-- substituted, one may now have the key another one had. A file that still has all the earlier keys tells the order as it was
-- before, if it cannot know the new SKUs yet or does not have them all: its rows are matched by the earlier keys.
create function private.match_moved_lines(p_org uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into pg_temp.line_matches
  with moved as materialized (
    select l.id, l.order_id, f.row_number,
      exists (select from pg_temp.kept_fields k where k.line_id = l.id and k.field = 'sku') as is_kept,
      exists (select from pg_temp.file_lines c where c.order_number = o.order_number and c.sku_key = private.fold(l.sku) and not c.is_bad) as is_told
    from pg_temp.file_orders o
    join public.order_lines l on l.org_id = p_org and l.order_id = o.order_id
    left join pg_temp.file_lines f on f.order_number = o.order_number and f.line_key = l.source_key and not f.is_bad
    where o.is_due and o.version is not null and l.removed_at is null and l.line_key like 'sku:%' and l.source_key like 'sku:%' and l.line_key <> l.source_key
  )
  select distinct on (m.row_number) m.row_number, m.id
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
    select l.id, l.order_id, o.order_number, private.fold(l.sku) as sku_key, l.position,
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
  select t.row_number, e.id
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
begin
  create temp table file_orders on commit drop as
  select g.*, coalesce(o.id, gen_random_uuid()) as order_id, o.version, true as is_due
  from (
    select
      l.order_number, count(*) filter (where l.is_bad) as bad_rows, min(nullif(l.customer, '')) as customer, min(l.customer_po) as customer_po,
      min(l.ship_to) as ship_to, min(l.ship_method) as ship_method, min(l.site) as site, min(l.currency) as currency,
      min(l.order_status) as order_status, coalesce(min(l.order_status) <> max(l.order_status), false) as has_many_words, min(l.requested_ship_date) as requested_ship_date
    from pg_temp.file_lines l where l.order_number is not null
    group by l.order_number
  ) g
  left join public.orders o on o.org_id = p_import.org_id and o.order_number = g.order_number;
  create unique index on pg_temp.file_orders (order_id);
  analyze pg_temp.file_orders;
  create temp table kept_fields (order_id uuid not null, line_id uuid, field text not null, reference text not null) on commit drop;
  create temp table line_matches (row_number integer primary key, line_id uuid not null unique) on commit drop;
end
$$;

-- Fills kept_fields and line_matches.
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
  select f.row_number, l.id
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null and o.is_due
  join public.order_lines l on l.org_id = v_org and l.order_id = o.order_id and l.line_key = f.line_key
  where not f.is_bad
    and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number)
    and not exists (select from pg_temp.line_matches m where m.line_id = l.id);
  -- By the key it had in the source's last file, before an approved substitution moved it on.
  insert into pg_temp.line_matches
  select distinct on (f.row_number) f.row_number, l.id
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null and o.is_due
  join public.order_lines l on l.org_id = v_org and l.order_id = o.order_id and l.source_key = f.line_key
  where not f.is_bad
    and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number)
    and not exists (select from pg_temp.line_matches m where m.line_id = l.id)
  order by f.row_number, l.position, l.id;
  -- By SKU and place among those left: lines an approved request added, and lines without a number of their own. Then,
  -- for rows without a number, lines that had one.
  for v_pass in 1 .. 2 loop
    insert into pg_temp.line_matches
    select f.row_number, l.id
    from (
      select r.row_number, o.order_id, r.sku_key, row_number() over (partition by o.order_id, r.sku_key order by r.row_number) as nth
      from pg_temp.file_lines r
      join pg_temp.file_orders o on o.order_number = r.order_number and o.version is not null and o.is_due
      where not r.is_bad and (v_pass = 1 or r.line_number is null)
        and not exists (select from pg_temp.line_matches m where m.row_number = r.row_number)
    ) f
    join (
      select e.id, e.order_id, private.fold(e.sku) as sku_key,
        row_number() over (partition by e.order_id, private.fold(e.sku) order by e.position) as nth
      from public.order_lines e
      where e.org_id = v_org and e.removed_at is null
        and e.order_id in (
          select o.order_id from pg_temp.file_orders o join pg_temp.file_lines r on r.order_number = o.order_number
          where o.version is not null and o.is_due and not exists (select from pg_temp.line_matches m where m.row_number = r.row_number)
        )
        and (v_pass = 2 or e.line_key like 'sku:%' or (e.added_by_request is not null and e.source_key is null))
        and not exists (select from pg_temp.line_matches m where m.line_id = e.id)
    ) l on l.order_id = f.order_id and l.sku_key = f.sku_key and l.nth = f.nth;
  end loop;
  analyze pg_temp.line_matches;
end
$$;

revoke execute on all functions in schema private from public;
