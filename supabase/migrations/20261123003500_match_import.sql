-- Finding the orders and lines a file speaks of, and what an approved change holds against an older file.

-- Makes file_orders, line_matches and kept_fields. file_orders is made first: its version is what a commit compares with
-- under the lock, so that anything read later than it can only be newer, and shows.
create function private.match_import(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  create temp table file_orders on commit drop as
  select g.*, coalesce(o.id, gen_random_uuid()) as order_id, o.version
  from (
    select
      l.order_number, count(*) filter (where l.is_bad) as bad_rows, min(nullif(l.customer, '')) as customer, min(l.customer_po) as customer_po,
      min(l.ship_to) as ship_to, min(l.currency) as currency, min(l.order_status) as order_status,
      coalesce(min(l.order_status) <> max(l.order_status), false) as has_many_words, min(l.requested_ship_date) as requested_ship_date
    from pg_temp.file_lines l where l.order_number is not null
    group by l.order_number
  ) g
  left join public.orders o on o.org_id = v_org and o.order_number = g.order_number;
  create unique index on pg_temp.file_orders (order_id);
  analyze pg_temp.file_orders;

  create temp table line_matches (row_number integer primary key, line_id uuid not null unique) on commit drop;
  -- By the key the line has.
  insert into pg_temp.line_matches
  select f.row_number, l.id
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null
  join public.order_lines l on l.org_id = v_org and l.order_id = o.order_id and l.line_key = f.line_key
  where not f.is_bad;
  -- By the key it had in the source's last file, before an approved substitution moved it on.
  insert into pg_temp.line_matches
  select distinct on (l.id) f.row_number, l.id
  from pg_temp.file_lines f
  join pg_temp.file_orders o on o.order_number = f.order_number and o.version is not null
  join public.order_lines l on l.org_id = v_org and l.order_id = o.order_id and l.source_key = f.line_key
  where not f.is_bad
    and not exists (select from pg_temp.line_matches m where m.row_number = f.row_number)
    and not exists (select from pg_temp.line_matches m where m.line_id = l.id)
  order by l.id, f.row_number;
  -- By SKU and place among those left: lines an approved request added, and lines without a number of their own. Then,
  -- for rows without a number, lines that had one.
  for v_pass in 1 .. 2 loop
    insert into pg_temp.line_matches
    select f.row_number, l.id
    from (
      select r.row_number, o.order_id, r.sku_key, row_number() over (partition by o.order_id, r.sku_key order by r.row_number) as nth
      from pg_temp.file_lines r
      join pg_temp.file_orders o on o.order_number = r.order_number and o.version is not null
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
          where o.version is not null and not exists (select from pg_temp.line_matches m where m.row_number = r.row_number)
        )
        and (v_pass = 2 or e.line_key like 'sku:%' or (e.added_by_request is not null and e.source_key is null))
        and not exists (select from pg_temp.line_matches m where m.line_id = e.id)
    ) l on l.order_id = f.order_id and l.sku_key = f.sku_key and l.nth = f.nth;
  end loop;
  analyze pg_temp.line_matches;

  -- What the source system cannot know yet: fields of approved changes no updates export has carried.
  create temp table kept_fields on commit drop as
  select w.order_id, coalesce(c.line_id, a.id) as line_id, k.field,
    (array_agg(r.reference order by w.version_after desc))[1] as reference
  from public.order_writes w
  join pg_temp.file_orders o on o.order_id = w.order_id
  join public.change_requests r on r.org_id = v_org and r.id = w.request_id
  join public.changes c on c.org_id = v_org and c.request_id = r.id and c.round = r.round
  left join public.order_lines a on c.kind = 'add_line' and a.org_id = v_org and a.order_id = w.order_id and a.added_by_request = r.id
    and (a.line_key = r.reference || '/' || c.position or private.fold(a.sku) = private.fold(c.after ->> 'sku'))
  cross join lateral unnest(case c.kind
    when 'set_quantity' then array['quantity_ordered']
    when 'remove_line' then array['quantity_ordered']
    when 'substitute_line' then array['sku', 'description'] || case when c.after ? 'quantity' then array['quantity_ordered'] else '{}' end
    when 'set_line_date' then array['requested_ship_date']
    when 'set_order_date' then array['requested_ship_date']
    when 'add_line' then array['sku', 'quantity_ordered'] || array(
      select f from unnest(array['description', 'uom', 'unit_price', 'requested_ship_date']) f where c.after ? f
    )
  end) k (field)
  where w.org_id = v_org and w.export_id is null
  group by w.order_id, coalesce(c.line_id, a.id), k.field;
end
$$;

revoke execute on all functions in schema private from public;
