-- How a source's files are read, as an import keeps it: what it may hold, and which columns a field comes from.

-- Raises PT422 unless it looks as the import wrote it: the columns exist and the three fields nothing works without are mapped.
create function private.check_source_format(p_format jsonb) returns void
language plpgsql immutable set search_path = '' as $$
declare
  c_fields constant text[] := array[
    'order_number', 'customer', 'customer_po', 'order_status', 'requested_ship_date', 'ship_to', 'ship_method', 'site', 'currency',
    'line_number', 'sku', 'description', 'uom', 'quantity_ordered', 'quantity_picked', 'quantity_packed', 'quantity_shipped', 'quantity_invoiced',
    'unit_price', 'line_requested_ship_date', 'line_status'
  ];
  -- What is known of the file besides; the app reads it back and checks it.
  c_keys constant text[] := array[
    'headers', 'fields', 'formats', 'encoding', 'delimiter', 'line_ending', 'rows', 'container', 'sheet', 'quotes_all', 'header_row',
    'table', 'continuation', 'join', 'leaves_out', 'derived', 'preset'
  ];
  v_hint constant text := 'Choose the file again and check which column is what.';
  v_headers jsonb := p_format -> 'headers';
  v_fields jsonb := p_format -> 'fields';
  v_field text;
  v_column jsonb;
begin
  if p_format is null or jsonb_typeof(p_format) <> 'object' or octet_length(p_format::text) > 1000000
    or jsonb_typeof(v_headers) is distinct from 'array' or jsonb_typeof(v_fields) is distinct from 'object'
    or exists (select from jsonb_object_keys(p_format) k where k <> all (c_keys)) then
    perform private.fail(422, 'invalid_format', jsonb_build_object('field', 'p_format'), v_hint);
  end if;
  if jsonb_array_length(v_headers) not between 1 and 512
    or exists (select from jsonb_array_elements(v_headers) h where jsonb_typeof(h) <> 'string' or length(h #>> '{}') > 10000) then
    perform private.fail(422, 'invalid_headers', jsonb_build_object('field', 'p_format', 'count', jsonb_array_length(v_headers)), v_hint);
  end if;
  for v_field, v_column in select * from jsonb_each(v_fields) loop
    if not v_field = any (c_fields) or v_column::text !~ '^[0-9]{1,3}$' or v_column::text::integer >= jsonb_array_length(v_headers) then
      perform private.fail(422, 'invalid_mapping', jsonb_build_object('field', left(v_field, 60), 'value', left(v_column::text, 20)), v_hint);
    end if;
  end loop;
  -- A quantity that no column holds: one column less another.
  if jsonb_typeof(coalesce(p_format -> 'derived', '{}')) <> 'object' or exists (
    select from jsonb_each(coalesce(p_format -> 'derived', '{}')) d
    where d.key not in ('quantity_picked', 'quantity_packed', 'quantity_shipped', 'quantity_invoiced') or v_fields ? d.key
      or jsonb_typeof(d.value) <> 'object' or d.value - array['whole', 'rest'] <> '{}'
      or coalesce(d.value ->> 'whole', '') !~ '^[0-9]{1,3}$' or coalesce(d.value ->> 'rest', '') !~ '^[0-9]{1,3}$'
      or (d.value ->> 'whole')::integer >= jsonb_array_length(v_headers) or (d.value ->> 'rest')::integer >= jsonb_array_length(v_headers)
  ) then
    perform private.fail(422, 'invalid_mapping', jsonb_build_object('field', 'derived'), v_hint);
  end if;
  foreach v_field in array array['order_number', 'sku', 'quantity_ordered'] loop
    if not v_fields ? v_field then
      perform private.fail(422, 'column_required', jsonb_build_object('field', v_field), 'Say which column holds it.');
    end if;
  end loop;
end
$$;

-- The columns each field of a file is read from: its own, or the two whose difference it is.
create function private.import_columns(p_format jsonb) returns table (field text, source_column integer)
language sql immutable set search_path = '' as $$
  select f.key, f.value::integer from jsonb_each_text(p_format -> 'fields') f
  union all
  select d.key, c.value::integer from jsonb_each(coalesce(p_format -> 'derived', '{}')) d cross join lateral jsonb_each_text(d.value) c
$$;

revoke execute on all functions in schema private from public;
