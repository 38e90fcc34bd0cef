-- Reading the rows of an import: values out of texts while they are staged, once; then everything that is wrong with a row.
-- The commands that follow work on temporary tables, because a preview and a commit need the same comparison several
-- times over, for a hundred thousand rows, and nobody needs it afterwards.

-- What a field may hold. The only home of these rules; `read_staged_rows` has a quick form of them to pass the good rows.
create function private.import_field_rules() returns table (field text, type text, max_length integer, is_required boolean)
language sql immutable set search_path = '' as $$
  values
    ('order_number', 'line', 64, true), ('line_number', 'line', 100, false), ('sku', 'key', 100, true),
    ('customer', 'line', 200, false), ('customer_po', 'line', 100, false), ('order_status', 'key', 120, false),
    ('line_status', 'key', 120, false), ('uom', 'line', 20, false), ('ship_to', 'text', 1000, false),
    ('ship_method', 'line', 120, false), ('site', 'key', 60, false),
    ('description', 'text', 500, false), ('currency', 'currency', 3, false),
    ('requested_ship_date', 'date', null, false), ('line_requested_ship_date', 'date', null, false),
    ('quantity_ordered', 'quantity', null, true), ('quantity_picked', 'quantity', null, false),
    ('quantity_packed', 'quantity', null, false), ('quantity_shipped', 'quantity', null, false),
    ('quantity_invoiced', 'quantity', null, false), ('unit_price', 'price', null, false)
$$;

-- Why a value cannot be taken, null when it can.
create function private.import_value_problem(p_value text, p_type text, p_max integer, p_required boolean) returns text
language sql immutable set search_path = '' as $$
  select case
    when nullif(btrim(p_value), '') is null then case when p_required then 'required' end
    when p_type = 'quantity' and p_value ~ '^-\s*[0-9]' then 'negative_number'
    when p_type in ('quantity', 'price') then case
      when p_value ~ '^-?[0-9]{1,12}(\.[0-9]{1,6})?$' then null
      when p_value ~ '^-?[0-9]{1,12}\.[0-9]{7,}$' then 'too_many_decimals'
      when p_value ~ '^-?[0-9]{13,}(\.[0-9]+)?$' then 'number_too_large'
      else 'not_a_number' end
    when p_type = 'date' then case
      when p_value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' or not pg_input_is_valid(p_value, 'date') then 'invalid_date'
      when p_value not between '1900-01-01' and '2199-12-31' then 'date_out_of_range' end
    when p_type = 'currency' then case when p_value !~ '^[A-Za-z]{3}$' then 'invalid_currency' end
    when length(p_value) > p_max then 'too_long'
    when p_type in ('line', 'key') and p_value ~ '[\x01-\x1f\x7f]' then 'control_characters'
    -- Compared in the folded form, in which a single letter may unfold to eighteen; and nobody could tell it from nothing.
    when p_type = 'key' and length(private.fold(p_value)) > p_max then 'too_long'
    when p_type = 'key' and private.is_invisible(p_value) then 'control_characters'
  end
$$;

-- A problem of one row as pages show it: the place by the column's own header, the value as it stands in the file.
create function private.row_problem(
  p_format jsonb, p_level text, p_code text, p_row integer, p_field text, p_value text, p_facts jsonb default '{}'
) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'level', p_level, 'code', p_code, 'row', p_row, 'field', p_field,
    'column', p_format -> 'headers' -> coalesce(p_format -> 'fields' ->> p_field, p_format -> 'derived' -> p_field ->> 'rest')::integer, 'value', left(p_value, 200)
  ) || p_facts
$$;

-- A field of a row on the wire: as it was sent, else the cell of its column. A derived one has no cell: it was sent, or is unknown.
create function private.staged_text(p_format jsonb, p_field text, p_is_sent boolean) returns text
language sql immutable set search_path = '' as $$
  select case when p_format -> 'fields' ? p_field
    then format(
      case when p_is_sent then 'nullif(btrim(case when i.fields ? %1$L then i.fields ->> %1$L else i.cells ->> %2$s end), '''') as %1$I'
        else 'nullif(btrim(i.cells ->> %2$s), '''') as %1$I' end,
      p_field, (p_format -> 'fields' ->> p_field)::integer
    )
    else format(
      case when p_is_sent and p_format -> 'derived' ? p_field then 'nullif(btrim(i.fields ->> %1$L), '''') as %1$I' else 'null::text as %1$I' end,
      p_field
    )
  end
$$;

-- Rows on the wire as they are kept. One statement made for the import's own columns: what the file does not have costs nothing.
create function private.read_staged_rows(p_import public.imports, p_rows jsonb) returns setof public.import_rows
language plpgsql stable security definer set search_path = '' as $$
declare
  v_sent text[] := array(select distinct jsonb_object_keys(r -> 'fields') from jsonb_array_elements(p_rows) r where r -> 'fields' <> '{}');
begin
  return query execute
    $sql$
    select
      $1.org_id, $1.id, t.row_number, t.order_number, t.customer, t.customer_po, t.order_status, v.requested_ship_date, t.ship_to, t.ship_method,
      t.site, upper(t.currency), t.line_number, t.sku,
      -- Plain letters fold to themselves in lower case.
      case when t.sku ~ '^[!-~]+$' then lower(t.sku) else private.fold(t.sku) end,
      t.description, t.uom, v.quantity_ordered, v.quantity_picked, v.quantity_packed, v.quantity_shipped, v.quantity_invoiced, v.unit_price,
      v.line_requested_ship_date, t.line_status, t.cells,
      case when
        t.order_number is null or t.sku is null or t.quantity_ordered is null
        or num_nulls(t.requested_ship_date, t.line_requested_ship_date, t.quantity_ordered, t.quantity_picked, t.quantity_packed, t.quantity_shipped, t.quantity_invoiced, t.unit_price)
          <> num_nulls(v.requested_ship_date, v.line_requested_ship_date, v.quantity_ordered, v.quantity_picked, v.quantity_packed, v.quantity_shipped, v.quantity_invoiced, v.unit_price)
        or length(t.order_number) > 64 or length(t.line_number) > 100 or length(t.customer) > 200 or length(t.customer_po) > 100 or length(t.uom) > 20
        or length(t.ship_to) > 1000 or length(t.ship_method) > 120 or length(t.description) > 500 or t.currency !~ '^[A-Za-z]{3}$'
        -- A key that is not plain ASCII is looked at closely: it may unfold, or be nothing to see.
        or length(t.sku) > 100 or t.sku ~ '[^\x20-\x7e]' or length(t.order_status) > 120 or octet_length(t.order_status) > length(t.order_status)
        or length(t.line_status) > 120 or octet_length(t.line_status) > length(t.line_status) or length(t.site) > 60 or octet_length(t.site) > length(t.site)
        or concat(t.order_number, t.line_number, t.customer, t.customer_po, t.order_status, t.line_status, t.uom, t.ship_method, t.site) ~ '[\x01-\x1f\x7f]'
      then private.row_value_problems($3, t.row_number, to_jsonb(t) - 'cells' - 'row_number') end
    from (
      select i.row_number, i.cells, $sql$ || (
        select string_agg(private.staged_text(p_import.format, d.field, d.field = any (v_sent)), ', ') from private.import_field_rules() d
      ) || $sql$
      from (
        select (r ->> 'row')::integer as row_number, r -> 'cells' as cells, coalesce(r -> 'fields', '{}') as fields from jsonb_array_elements($2) r
        offset 0
      ) i
      offset 0
    ) t
    cross join lateral (
      select
        case when t.requested_ship_date ~ $4 and pg_input_is_valid(t.requested_ship_date, 'date') then t.requested_ship_date::date end as requested_ship_date,
        case when t.line_requested_ship_date ~ $4 and pg_input_is_valid(t.line_requested_ship_date, 'date') then t.line_requested_ship_date::date end as line_requested_ship_date,
        case when t.quantity_ordered ~ $5 then t.quantity_ordered::numeric end as quantity_ordered,
        case when t.quantity_picked ~ $5 then t.quantity_picked::numeric end as quantity_picked,
        case when t.quantity_packed ~ $5 then t.quantity_packed::numeric end as quantity_packed,
        case when t.quantity_shipped ~ $5 then t.quantity_shipped::numeric end as quantity_shipped,
        case when t.quantity_invoiced ~ $5 then t.quantity_invoiced::numeric end as quantity_invoiced,
        case when t.unit_price ~ $6 then t.unit_price::numeric end as unit_price
      offset 0
    ) v
    $sql$
    using p_import, p_rows, p_import.format, '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$', '^[0-9]{1,12}(\.[0-9]{1,6})?$', '^-?[0-9]{1,12}(\.[0-9]{1,6})?$';
end
$$;

-- What cannot be taken of a row, field by field; null when all of it can.
create function private.row_value_problems(p_format jsonb, p_row integer, p_values jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_agg(private.row_problem(
    p_format, 'error', p.code, p_row, d.field, p_values ->> d.field,
    case when p.code = 'too_long' then jsonb_build_object('max', d.max_length, 'length', length(p_values ->> d.field)) else '{}' end
  ))
  from private.import_field_rules() d
  cross join lateral (select private.import_value_problem(p_values ->> d.field, d.type, d.max_length, d.is_required) offset 0) p (code)
  where p.code is not null
$$;

create function private.drop_import_tables() returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.file_lines, pg_temp.row_problems, pg_temp.file_words, pg_temp.file_orders, pg_temp.line_matches,
    pg_temp.held_keys, pg_temp.kept_fields, pg_temp.order_dates, pg_temp.line_plan, pg_temp.order_plan, pg_temp.line_changes, pg_temp.order_changes,
    pg_temp.changed_orders, pg_temp.closing_orders, pg_temp.line_writes, pg_temp.audit_drafts;
end
$$;

-- What has been counted is joined the right way round. A small file is quick either way, and what counting writes into the
-- catalogue is heard by every connection.
create function private.analyze_import(p_import public.imports, p_table text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_import.row_count >= 1000 then
    execute format('analyze pg_temp.%I', p_table);
  end if;
end
$$;

-- Makes file_lines (one row per staged row) and row_problems.
create function private.read_import(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  create temp table file_lines on commit drop as
  select
    r.row_number, r.order_number, r.line_number, r.sku, r.sku_key, r.line_number as line_key,
    row_number() over (partition by r.order_number collate "C" order by r.row_number)::integer as place,
    coalesce(r.customer, '') as customer, r.customer_po, r.order_status, r.requested_ship_date, r.ship_to, r.ship_method, r.site, r.currency,
    r.description, r.uom, r.quantity_ordered, r.quantity_picked, r.quantity_packed, r.quantity_shipped, r.quantity_invoiced, r.unit_price,
    r.line_requested_ship_date, r.line_status, r.problems is not null as is_bad
  from public.import_rows r
  where r.org_id = p_import.org_id and r.import_id = p_import.id;
  create unique index on pg_temp.file_lines (row_number);
  perform private.analyze_import(p_import, 'file_lines');
  -- Lines without a number are known by SKU and place.
  update pg_temp.file_lines l set line_key = 'sku:' || n.sku_key || '#' || n.nth
  from (
    select f.row_number, f.sku_key, row_number() over (partition by f.order_number collate "C", f.sku_key collate "C" order by f.row_number) as nth
    from pg_temp.file_lines f where f.line_number is null
  ) n
  where l.row_number = n.row_number;

  create temp table row_problems (row_number integer not null, problem jsonb not null) on commit drop;
  insert into pg_temp.row_problems
  select r.row_number, p.problem
  from public.import_rows r cross join lateral jsonb_array_elements(r.problems) p (problem)
  where r.org_id = p_import.org_id and r.import_id = p_import.id and r.problems is not null;

  perform private.find_import_misfits(p_import);
end
$$;

-- Makes file_words: each status word of the good rows, what it means and how often it stands there.
create function private.find_import_words(p_org uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  create temp table file_words on commit drop as
  select d.word, k.word_key, coalesce(s.stage, 'unknown') as stage, s.word_key is not null as is_known, d.rows
  from (
    select w.word, count(*) as rows
    from pg_temp.file_lines l cross join lateral (values (l.order_status), (l.line_status)) w (word)
    where w.word is not null and not l.is_bad
    group by w.word
  ) d
  cross join lateral (select private.fold(d.word) offset 0) k (word_key)
  left join public.status_words s on s.org_id = p_org and s.word_key = k.word_key
  where k.word_key <> '';
end
$$;

-- Lines that appear twice, and orders that say two things at once; each names the other row.
create function private.find_import_contradictions(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- An order has one of each. A lone status or date column may as well be the lines'; then it may differ.
  v_fields jsonb := p_import.format -> 'fields';
  v_order_fields text[] := array['customer', 'customer_po', 'ship_to', 'ship_method', 'site', 'currency']
    || case when v_fields ? 'line_status' then array['order_status'] else '{}' end
    || case when v_fields ? 'line_requested_ship_date' then array['requested_ship_date'] else '{}' end;
begin
  insert into pg_temp.row_problems
  select d.row_number, private.row_problem(p_import.format, 'error', 'duplicate_line', d.row_number,
    case when d.line_number is null then 'sku' else 'line_number' end, coalesce(d.line_number, d.sku),
    jsonb_build_object('order_number', d.order_number, 'other_row', d.first_row))
  from (
    select l.row_number, l.order_number, l.line_number, l.sku, min(l.row_number) over (partition by l.order_number, l.line_key) as first_row
    from pg_temp.file_lines l
    where (l.order_number, l.line_key) in (
      select k.order_number, k.line_key from pg_temp.file_lines k group by k.order_number, k.line_key having count(*) > 1
    )
  ) d
  where d.row_number > d.first_row;

  insert into pg_temp.row_problems
  select d.row_number, private.row_problem(p_import.format, 'error', 'order_value_differs', d.row_number, d.field, d.value,
    jsonb_build_object('order_number', d.order_number, 'other_row', d.first_row, 'other_value', left(d.first_value, 200)))
  from (
    select l.row_number, l.order_number, v.field, v.value,
      first_value(l.row_number) over w as first_row, first_value(v.value) over w as first_value
    from pg_temp.file_lines l
    cross join lateral (values
      ('customer', nullif(l.customer, '')), ('customer_po', l.customer_po), ('ship_to', l.ship_to), ('ship_method', l.ship_method),
      ('site', l.site), ('currency', l.currency),
      ('order_status', l.order_status), ('requested_ship_date', l.requested_ship_date::text)
    ) v (field, value)
    where v.value is not null and v.field = any (v_order_fields)
      and l.order_number in (select o.order_number from pg_temp.file_orders o where o.differing && v_order_fields)
    window w as (partition by l.order_number, v.field order by l.row_number)
  ) d
  where d.value <> d.first_value;

  update pg_temp.file_lines l set is_bad = true
    where not l.is_bad and l.row_number in (select p.row_number from pg_temp.row_problems p where p.problem ->> 'level' = 'error');
  update pg_temp.file_orders o set bad_rows = b.rows
    from (select l.order_number, count(*) as rows from pg_temp.file_lines l where l.is_bad group by l.order_number) b
    where b.order_number = o.order_number;
end
$$;

revoke execute on all functions in schema private from public;
