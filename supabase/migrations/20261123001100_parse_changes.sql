-- The wire form of changes, checked to the letter and brought into one canonical form (numbers without trailing zeros,
-- texts trimmed, keys in jsonb's order). What is malformed raises PT422 with the change's index, its field and its value.

-- Line feeds between lines, each of them trimmed, none empty at the ends.
create function private.plain_lines(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select btrim(regexp_replace(translate(regexp_replace(p_text, '\r\n?', E'\n', 'g'), E'\t', ' '), ' *\n *', E'\n', 'g'), E' \n')
$$;

create function private.fail_change(p_index integer, p_code text, p_field text, p_value jsonb, p_hint text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  perform private.fail(422, p_code, jsonb_build_object('change_index', p_index, 'field', p_field, 'value', left(p_value #>> '{}', 200)), p_hint);
end
$$;

-- A decimal string of at most 12 digits before the point and 6 after, at least p_least; canonical text back.
create function private.parse_decimal(p_index integer, p_field text, p_value jsonb, p_above_zero boolean) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_text text := btrim(p_value #>> '{}');
begin
  if jsonb_typeof(p_value) not in ('string', 'number') or v_text !~ '^[0-9]{1,12}(\.[0-9]{1,6})?$' then
    perform private.fail_change(p_index, 'invalid_' || p_field, p_field, p_value,
      'Use a plain number like 12 or 12.5: at most twelve digits before the point and six after it.');
  end if;
  if v_text::numeric > 999999999999 then
    perform private.fail_change(p_index, 'invalid_' || p_field, p_field, p_value, 'Use a number up to 999999999999.');
  end if;
  if p_above_zero and v_text::numeric = 0 then
    perform private.fail_change(p_index, 'invalid_' || p_field, p_field, p_value, 'Use a number above zero, or remove the line.');
  end if;
  return trim_scale(v_text::numeric)::text;
end
$$;

-- A calendar day that exists and is not before p_today (the organization's own today).
create function private.parse_day(p_index integer, p_value jsonb, p_today date) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_text text := btrim(p_value #>> '{}');
  v_day date;
begin
  if jsonb_typeof(p_value) = 'string' and v_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
    begin
      v_day := v_text::date;
    exception when datetime_field_overflow or invalid_datetime_format then
      v_day := null;
    end;
  end if;
  if v_day is null then
    perform private.fail_change(p_index, 'invalid_date', 'requested_ship_date', p_value, 'Use a day that exists, as YYYY-MM-DD.');
  end if;
  if v_day < p_today then
    perform private.fail_change(p_index, 'date_in_past', 'requested_ship_date', p_value, 'Choose today or a later day.');
  end if;
  if v_day > p_today + 3660 then
    perform private.fail_change(p_index, 'date_too_far', 'requested_ship_date', p_value, 'Choose a day within the next ten years.');
  end if;
  return v_text;
end
$$;

-- One line that reads as what it is: no control characters, none that turn the direction around, something to see. The
-- folded form is bounded, too, because what a change holds is kept in it and a single letter may unfold to eighteen.
create function private.parse_text(p_index integer, p_field text, p_value jsonb, p_max integer) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_text text := btrim(p_value #>> '{}', E' \t\r\n');
begin
  if jsonb_typeof(p_value) <> 'string' or v_text = '' or length(v_text) > p_max or v_text ~ '[\x01-\x1f\x7f\u202a-\u202e\u2066-\u2069]'
    or private.is_invisible(v_text) or length(private.fold(v_text)) > p_max then
    perform private.fail_change(p_index, 'invalid_' || p_field, p_field, p_value, format('Use 1 to %s characters on one line.', p_max));
  end if;
  return v_text;
end
$$;

-- Text on several lines, as addresses are, in the form of plain_lines.
create function private.parse_lines(p_index integer, p_field text, p_value jsonb, p_max integer) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_text text := private.plain_lines(p_value #>> '{}');
begin
  if jsonb_typeof(p_value) <> 'string' or v_text = '' or length(v_text) > p_max
    or v_text ~ '[\x01-\x09\x0b-\x1f\x7f\u2028-\u202e\u2066-\u2069]' or private.is_invisible(v_text) then
    perform private.fail_change(p_index, 'invalid_' || p_field, p_field, p_value, format('Use 1 to %s characters, on as many lines as you need.', p_max));
  end if;
  return v_text;
end
$$;

-- One change in canonical form. Optional fields that are null or absent are left out; a day, an address or a method that is
-- null empties it, which only an undo may ask for.
create function private.parse_change(p_index integer, p_change jsonb, p_today date) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_kind text := p_change ->> 'kind';
  v_required text[];
  v_optional text[] := '{}';
  v_key text;
  v_value jsonb;
  v_result jsonb;
begin
  if jsonb_typeof(p_change) <> 'object' then
    perform private.fail_change(p_index, 'invalid_change', 'changes', p_change, 'Every change is an object with a kind.');
  end if;
  case v_kind
    when 'set_quantity' then v_required := '{line_id,quantity}';
    when 'remove_line' then v_required := '{line_id}';
    when 'add_line' then v_required := '{sku,quantity}'; v_optional := '{description,uom,unit_price,requested_ship_date}';
    when 'substitute_line' then v_required := '{line_id,sku}'; v_optional := '{quantity,description}';
    when 'set_line_date' then v_required := '{line_id,requested_ship_date}';
    when 'set_order_date' then v_required := '{requested_ship_date}';
    when 'close_line' then v_required := '{line_id}';
    when 'set_ship_to' then v_required := '{ship_to}';
    when 'set_ship_method' then v_required := '{ship_method}';
    when 'cancel_order' then v_required := '{}';
    else perform private.fail_change(p_index, 'unknown_kind', 'kind', p_change -> 'kind', 'Reload the page and try again.');
  end case;

  v_result := jsonb_build_object('kind', v_kind);
  for v_key, v_value in select * from jsonb_each(p_change) loop
    continue when v_key = 'kind';
    if not v_key = any (v_required || v_optional) then
      perform private.fail_change(p_index, 'unknown_field', left(v_key, 60), v_value, 'Reload the page and try again.');
    end if;
    continue when jsonb_typeof(v_value) = 'null' and v_key = any (v_optional);
    if jsonb_typeof(v_value) = 'null' and v_kind in ('set_line_date', 'set_order_date', 'set_ship_to', 'set_ship_method') and v_key <> 'line_id' then
      v_result := v_result || jsonb_build_object(v_key, null);
      continue;
    end if;
    v_result := v_result || jsonb_build_object(v_key, case v_key
      when 'line_id' then to_jsonb(v_value #>> '{}')
      when 'quantity' then to_jsonb(private.parse_decimal(p_index, v_key, v_value, true))
      when 'unit_price' then to_jsonb(private.parse_decimal(p_index, v_key, v_value, false))
      when 'requested_ship_date' then to_jsonb(private.parse_day(p_index, v_value, p_today))
      when 'sku' then to_jsonb(private.parse_text(p_index, v_key, v_value, 100))
      when 'ship_to' then to_jsonb(private.parse_lines(p_index, v_key, v_value, 1000))
      when 'ship_method' then to_jsonb(private.parse_text(p_index, v_key, v_value, 120))
      when 'uom' then to_jsonb(private.parse_text(p_index, v_key, v_value, 20))
      else to_jsonb(private.parse_text(p_index, v_key, v_value, 500))
    end);
  end loop;
  foreach v_key in array v_required loop
    if not v_result ? v_key then
      perform private.fail_change(p_index, 'required', v_key, 'null', 'Fill it in and send again.');
    end if;
  end loop;
  if v_result ? 'line_id' and coalesce(v_result ->> 'line_id', '') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform private.fail_change(p_index, 'invalid_line_id', 'line_id', v_result -> 'line_id', 'Reload the page and try again.');
  end if;
  return v_result;
end
$$;

-- Raises PT422 for what would be emptied, unless the request that is being undone found it empty.
create function private.refuse_emptying(p_org uuid, p_reverses uuid, p_changes jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_index integer;
  v_change jsonb;
  v_field text;
begin
  for v_index, v_change, v_field in
    select e.n - 1, e.change, f.field
    from jsonb_array_elements(p_changes) with ordinality e (change, n)
    cross join unnest(array['requested_ship_date', 'ship_to', 'ship_method']) f (field)
    where e.change -> f.field = 'null'
  loop
    if not exists (
      select from public.change_requests r
      join public.changes c on c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
      where r.org_id = p_org and r.id = p_reverses and c.kind::text = v_change ->> 'kind' and c.outcome = 'applied'
        and c.line_id is not distinct from (v_change ->> 'line_id')::uuid and nullif(btrim(c.before ->> v_field), '') is null
    ) then
      perform private.fail_change(v_index, case v_field when 'requested_ship_date' then 'invalid_date' else 'invalid_' || v_field end, v_field,
        'null', 'It can only be emptied by undoing a change that filled it in. Fill it in.');
    end if;
  end loop;
end
$$;

-- What a change holds while it is pending: line × field, so that disjoint requests never meet. Cancelling holds the order.
create function private.change_targets(p_change jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select case p_change ->> 'kind'
    when 'set_quantity' then array['line:' || (p_change ->> 'line_id') || ':quantity']
    when 'close_line' then array['line:' || (p_change ->> 'line_id') || ':quantity']
    when 'set_line_date' then array['line:' || (p_change ->> 'line_id') || ':requested_ship_date']
    when 'add_line' then array['add:' || private.fold(p_change ->> 'sku')]
    when 'set_order_date' then array['order:requested_ship_date']
    when 'set_ship_to' then array['order:ship_to']
    when 'set_ship_method' then array['order:ship_method']
    when 'cancel_order' then array['order:*']
    when 'substitute_line' then array['line:' || (p_change ->> 'line_id') || ':sku', 'line:' || (p_change ->> 'line_id') || ':quantity']
    when 'remove_line' then array[
      'line:' || (p_change ->> 'line_id') || ':sku', 'line:' || (p_change ->> 'line_id') || ':quantity',
      'line:' || (p_change ->> 'line_id') || ':requested_ship_date'
    ]
  end
$$;

-- Two targets that no two requests hold at once.
create function private.targets_meet(p_one text, p_other text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select p_one = p_other or 'order:*' in (p_one, p_other)
$$;

-- All changes of a request in canonical form, in the order they were sent; two of them on one target raise PT422.
create function private.parse_changes(p_changes jsonb, p_today date) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_result jsonb := '[]';
  v_held text[] := '{}';
  v_change jsonb;
  v_targets text[];
  v_count integer;
begin
  if p_changes is null or jsonb_typeof(p_changes) <> 'array' then
    perform private.fail(422, 'invalid_changes', jsonb_build_object('field', 'p_changes'), 'Reload the page and try again.');
  end if;
  v_count := jsonb_array_length(p_changes);
  if v_count not between 1 and 100 then
    perform private.fail(422, 'invalid_changes', jsonb_build_object('field', 'p_changes', 'count', v_count),
      'A request holds 1 to 100 changes. Change something, or split it into several requests.');
  end if;
  for v_index in 0 .. v_count - 1 loop
    v_change := private.parse_change(v_index, p_changes -> v_index, p_today);
    v_targets := private.change_targets(v_change);
    if v_count > 1 and v_change ->> 'kind' = 'cancel_order' then
      perform private.fail_change(v_index, 'cancel_stands_alone', 'kind', v_change -> 'kind',
        'Cancelling the order is a request of its own. Take the other changes out.');
    end if;
    if v_held && v_targets then
      perform private.fail_change(v_index, 'changes_collide', 'kind', v_change -> 'kind', 'Two changes touch the same thing. Keep one of them.');
    end if;
    v_held := v_held || v_targets;
    v_result := v_result || jsonb_build_array(v_change);
  end loop;
  return v_result;
end
$$;

revoke execute on all functions in schema private from public;
