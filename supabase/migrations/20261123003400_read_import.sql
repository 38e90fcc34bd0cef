-- Reading the staged rows of an import: values out of texts, and everything that is wrong with a row.
-- The commands that follow work on temporary tables, because a preview and a commit need the same comparison several
-- times over, for a hundred thousand rows, and nobody needs it afterwards.

-- What a field may hold. The only home of these rules; `read_import` has a quick form of them to pass the good rows.
create function private.import_field_rules() returns table (field text, type text, max_length integer, is_required boolean)
language sql immutable set search_path = '' as $$
  values
    ('order_number', 'line', 64, true), ('line_number', 'line', 100, false), ('sku', 'key', 100, true),
    ('customer', 'line', 200, false), ('customer_po', 'line', 100, false), ('order_status', 'key', 120, false),
    ('line_status', 'key', 120, false), ('uom', 'line', 20, false), ('ship_to', 'text', 1000, false),
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
    'column', p_format -> 'headers' -> (p_format -> 'fields' ->> p_field)::integer, 'value', left(p_value, 200)
  ) || p_facts
$$;

create function private.drop_import_tables() returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.file_lines, pg_temp.row_problems, pg_temp.file_words, pg_temp.file_orders, pg_temp.line_matches,
    pg_temp.kept_fields, pg_temp.order_dates, pg_temp.line_plan, pg_temp.order_plan, pg_temp.line_changes, pg_temp.order_changes;
end
$$;

-- Makes file_lines (one row per staged row, values read), row_problems and file_words.
create function private.read_import(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c_number constant text := '^[0-9]{1,12}(\.[0-9]{1,6})?$';
  c_price constant text := '^-?[0-9]{1,12}(\.[0-9]{1,6})?$';
  c_day constant text := '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$';
begin
  create temp table file_lines on commit drop as
  with texts as materialized (
    select
      r.row_number, nullif(btrim(r.order_number), '') as order_number, nullif(btrim(r.line_key), '') as line_number, nullif(btrim(r.fields ->> 'sku'), '') as sku,
      r.fields ->> 'customer' as customer, r.fields ->> 'customer_po' as customer_po, r.fields ->> 'order_status' as order_status,
      r.fields ->> 'ship_to' as ship_to, r.fields ->> 'currency' as currency, r.fields ->> 'description' as description, r.fields ->> 'uom' as uom,
      r.fields ->> 'line_status' as line_status, r.fields ->> 'requested_ship_date' as requested_ship_date,
      r.fields ->> 'line_requested_ship_date' as line_requested_ship_date, r.fields ->> 'quantity_ordered' as quantity_ordered,
      r.fields ->> 'quantity_picked' as quantity_picked, r.fields ->> 'quantity_packed' as quantity_packed,
      r.fields ->> 'quantity_shipped' as quantity_shipped, r.fields ->> 'quantity_invoiced' as quantity_invoiced, r.fields ->> 'unit_price' as unit_price
    from public.import_rows r
    where r.org_id = p_import.org_id and r.import_id = p_import.id
  ), skus as materialized (
    -- Folded once per SKU, not once per row; plain letters are looked at no further.
    select d.sku, private.fold(d.sku) as sku_key,
      case when length(d.sku) > 100 or d.sku ~ '[^\x20-\x7e]' then private.import_value_problem(d.sku, 'key', 100, true) is not null end as is_bad
    from (select distinct t.sku from texts t where t.sku is not null) d
  ), keyed as (
    select t.row_number, s.sku_key, s.is_bad as has_bad_sku,
      row_number() over (partition by t.order_number collate "C" order by t.row_number)::integer as place,
      row_number() over (partition by t.order_number collate "C", s.sku_key collate "C", t.line_number is null order by t.row_number) as nth
    from texts t left join skus s on s.sku = t.sku
  )
  select
    f.row_number, f.order_number, f.line_number, f.sku, coalesce(f.line_number, 'sku:' || k.sku_key || '#' || k.nth) as line_key, k.sku_key, k.place,
    coalesce(f.customer, '') as customer, f.customer_po, f.order_status, f.ship_to, upper(f.currency) as currency,
    f.description, f.uom, f.line_status, v.*,
    (
      f.order_number is null or f.sku is null or f.quantity_ordered is null
      or num_nulls(f.requested_ship_date, f.line_requested_ship_date, f.quantity_ordered, f.quantity_picked, f.quantity_packed, f.quantity_shipped, f.quantity_invoiced, f.unit_price)
        <> num_nulls(v.requested_ship_date, v.line_requested_ship_date, v.quantity_ordered, v.quantity_picked, v.quantity_packed, v.quantity_shipped, v.quantity_invoiced, v.unit_price)
      or length(f.order_number) > 64 or length(f.line_number) > 100 or k.has_bad_sku or length(f.customer) > 200
      or length(f.customer_po) > 100 or length(f.order_status) > 120 or length(f.line_status) > 120 or length(f.uom) > 20
      or length(f.ship_to) > 1000 or length(f.description) > 500 or f.currency !~ '^[A-Za-z]{3}$'
      or case when octet_length(f.order_status) > length(f.order_status) then private.import_value_problem(f.order_status, 'key', 120, false) is not null end
      or case when octet_length(f.line_status) > length(f.line_status) then private.import_value_problem(f.line_status, 'key', 120, false) is not null end
      or concat(f.order_number, f.line_number, f.customer, f.customer_po, f.order_status, f.line_status, f.uom) ~ '[\x01-\x1f\x7f]'
    ) is true as is_bad
  from texts f
  join keyed k on k.row_number = f.row_number
  cross join lateral (
    select
      case when f.requested_ship_date ~ c_day and pg_input_is_valid(f.requested_ship_date, 'date') then f.requested_ship_date::date end as requested_ship_date,
      case when f.line_requested_ship_date ~ c_day and pg_input_is_valid(f.line_requested_ship_date, 'date') then f.line_requested_ship_date::date end as line_requested_ship_date,
      case when f.quantity_ordered ~ c_number then f.quantity_ordered::numeric end as quantity_ordered,
      case when f.quantity_picked ~ c_number then f.quantity_picked::numeric end as quantity_picked,
      case when f.quantity_packed ~ c_number then f.quantity_packed::numeric end as quantity_packed,
      case when f.quantity_shipped ~ c_number then f.quantity_shipped::numeric end as quantity_shipped,
      case when f.quantity_invoiced ~ c_number then f.quantity_invoiced::numeric end as quantity_invoiced,
      case when f.unit_price ~ c_price then f.unit_price::numeric end as unit_price
    offset 0
  ) v;
  create unique index on pg_temp.file_lines (row_number);
  analyze pg_temp.file_lines;

  create temp table row_problems (row_number integer not null, problem jsonb not null) on commit drop;
  insert into pg_temp.row_problems
  select l.row_number, private.row_problem(
    p_import.format, 'error', p.code, l.row_number, d.field, v.value,
    case when p.code = 'too_long' then jsonb_build_object('max', d.max_length, 'length', length(v.value)) else '{}' end
  )
  from pg_temp.file_lines l
  join public.import_rows r on r.org_id = p_import.org_id and r.import_id = p_import.id and r.row_number = l.row_number
  cross join private.import_field_rules() d
  cross join lateral (
    select case d.field when 'order_number' then r.order_number when 'line_number' then r.line_key else r.fields ->> d.field end offset 0
  ) v (value)
  cross join lateral (select private.import_value_problem(v.value, d.type, d.max_length, d.is_required) offset 0) p (code)
  where l.is_bad and p.code is not null;

  perform private.find_import_misfits(p_import);
  perform private.find_import_contradictions(p_import);

  create temp table file_words on commit drop as
  select d.word, k.word_key, coalesce(s.stage, 'unknown') as stage, s.word_key is not null as is_known, d.rows
  from (
    select w.word, count(*) as rows
    from pg_temp.file_lines l cross join lateral (values (l.order_status), (l.line_status)) w (word)
    where w.word is not null and not l.is_bad
    group by w.word
  ) d
  cross join lateral (select private.fold(d.word) offset 0) k (word_key)
  left join public.status_words s on s.org_id = p_import.org_id and s.word_key = k.word_key
  where k.word_key <> '';
end
$$;

-- Lines that appear twice, and orders that say two things at once; each names the other row.
create function private.find_import_contradictions(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- An order has one of each. A lone status or date column may as well be the lines'; then it may differ.
  v_fields jsonb := p_import.format -> 'fields';
  v_order_fields text[] := array['customer', 'customer_po', 'ship_to', 'currency']
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
      ('customer', nullif(l.customer, '')), ('customer_po', l.customer_po), ('ship_to', l.ship_to), ('currency', l.currency),
      ('order_status', l.order_status), ('requested_ship_date', l.requested_ship_date::text)
    ) v (field, value)
    where v.value is not null and v.field = any (v_order_fields) and l.order_number in (
      select o.order_number from pg_temp.file_lines o
      group by o.order_number
      having min(nullif(o.customer, '')) <> max(o.customer) or min(o.customer_po) <> max(o.customer_po)
        or min(o.ship_to) <> max(o.ship_to) or min(o.currency) <> max(o.currency)
        or 'order_status' = any (v_order_fields) and min(o.order_status) <> max(o.order_status)
        or 'requested_ship_date' = any (v_order_fields) and min(o.requested_ship_date) <> max(o.requested_ship_date)
    )
    window w as (partition by l.order_number, v.field order by l.row_number)
  ) d
  where d.value <> d.first_value;

  update pg_temp.file_lines l set is_bad = true
    where not l.is_bad and l.row_number in (select p.row_number from pg_temp.row_problems p where p.problem ->> 'level' = 'error');
end
$$;

revoke execute on all functions in schema private from public;
