-- correct_import_rows, choose_missing_orders: what people decide about a file before it is written.
-- Outcomes: corrected (compare again) ; chosen. Refuse with PT401, PT403 role_required, PT404 not_found,
-- PT409 import_is_closed | import_is_busy, PT422 (malformed, no such row).

-- A staged row as it would come on the wire, all fields spelled out: those corrected, values that could not be read as they
-- stood, the others as they were read.
create function private.corrected_row(p_import public.imports, p_row public.import_rows, p_cells jsonb, p_fields jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'row', p_row.row_number,
    'cells', (
      select jsonb_agg(coalesce(p_cells -> (c.n - 1)::text, c.cell) order by c.n) from jsonb_array_elements(p_row.cells) with ordinality c (cell, n)
    ),
    'fields', (
      select jsonb_object_agg(f.field, coalesce(
        p_fields -> f.field,
        (select p -> 'value' from jsonb_array_elements(p_row.problems) p where p ->> 'field' = f.field limit 1),
        to_jsonb(to_jsonb(p_row) ->> f.field), 'null'
      ))
      from (select distinct c.field from private.import_columns(p_import.format) c) f
    )
  )
$$;

-- p_corrections: [{row, cells: {"<column from 0>": text}, fields: {<field>: canonical text or null}}]. Each cell of a column
-- that means something comes with its field; a person's server reads it as the file is read.
create function private.correct_import_rows(p_import_id uuid, p_corrections jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_member public.members := private.require_member(v_import.org_id, 'admin');
  v_rows jsonb;
  v_count integer;
begin
  if v_import.status not in ('staging', 'previewed') then
    perform private.fail(409, 'import_is_closed', jsonb_build_object('status', v_import.status), 'Start a new import.');
  end if;
  if p_corrections is null or jsonb_typeof(p_corrections) <> 'array' or jsonb_array_length(p_corrections) not between 1 and 5000
    or pg_column_size(p_corrections) > 2500000
    or exists (
      select from jsonb_array_elements(p_corrections) c
      where jsonb_typeof(c) <> 'object' or c - array['row', 'cells', 'fields'] <> '{}' or (c ->> 'row') !~ '^[1-9][0-9]{0,6}$' or not c ? 'row'
        or jsonb_typeof(c -> 'cells') is distinct from 'object' or jsonb_typeof(c -> 'fields') is distinct from 'object' or c -> 'cells' = '{}'
        or jsonb_path_exists(c, '$.cells.* ? (@.type() != "string")') or jsonb_path_exists(c, '$.fields.* ? (@.type() != "string" && @.type() != "null")')
        or exists (
          select from jsonb_object_keys(c -> 'cells') k
          where k !~ '^[0-9]{1,3}$' or k::integer >= jsonb_array_length(v_import.format -> 'headers') or length(c -> 'cells' ->> k) > 65536
        )
        or exists (
          select from jsonb_object_keys(c -> 'fields') f
          where not exists (select from private.import_columns(v_import.format) k where k.field = f and c -> 'cells' ? k.source_column::text)
        )
        or exists (select from private.import_columns(v_import.format) k where c -> 'cells' ? k.source_column::text and not c -> 'fields' ? k.field)
    ) then
    perform private.fail(422, 'invalid_corrections', jsonb_build_object('field', 'p_corrections'), 'Reload the page and correct the row again.');
  end if;
  if (select count(distinct c ->> 'row') from jsonb_array_elements(p_corrections) c) <> jsonb_array_length(p_corrections) then
    perform private.fail(422, 'row_twice', jsonb_build_object('field', 'p_corrections'), 'Each row can be corrected once at a time.');
  end if;

  select jsonb_agg(private.corrected_row(v_import, r, c -> 'cells', c -> 'fields')) into v_rows
    from jsonb_array_elements(p_corrections) c
    join public.import_rows r on r.org_id = v_import.org_id and r.import_id = v_import.id and r.row_number = (c ->> 'row')::integer;
  if v_rows is null or jsonb_array_length(v_rows) <> jsonb_array_length(p_corrections) then
    perform private.fail(422, 'no_such_row', jsonb_build_object('field', 'p_corrections'), 'The file has no such row. Reload the page and look again.');
  end if;
  insert into public.import_events (org_id, import_id, kind, by_member, facts)
    select v_import.org_id, v_import.id, 'cell_corrected', v_member.id, jsonb_build_object(
      'row', r.row_number, 'column', v_import.format -> 'headers' -> k.key::integer, 'before', left(r.cells ->> k.key::integer, 200), 'after', left(k.value, 200)
    )
    from jsonb_array_elements(p_corrections) c
    join public.import_rows r on r.org_id = v_import.org_id and r.import_id = v_import.id and r.row_number = (c ->> 'row')::integer
    cross join lateral jsonb_each_text(c -> 'cells') k
    where r.cells ->> k.key::integer <> k.value;
  get diagnostics v_count = row_count;
  delete from public.import_rows r where r.org_id = v_import.org_id and r.import_id = v_import.id
    and r.row_number in (select (c ->> 'row')::integer from jsonb_array_elements(p_corrections) c);
  insert into public.import_rows select r.* from private.read_staged_rows(v_import, v_rows) r;
  update public.imports set status = 'staging' where org_id = v_import.org_id and id = v_import.id;
  return jsonb_build_object('outcome', 'corrected', 'import_id', v_import.id, 'number', v_import.number, 'cells', v_count);
end
$$;

-- Whether the commit closes orders the file no longer has: these, or with null all that are missing.
create function private.choose_missing_orders(p_import_id uuid, p_order_ids uuid[], p_is_closing boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_member public.members := private.require_member(v_import.org_id, 'admin');
  v_closing integer;
begin
  if v_import.status <> 'previewed' then
    perform private.fail(409, 'import_is_closed', jsonb_build_object('status', v_import.status), 'Compare the file first, or start a new import.');
  end if;
  if p_is_closing is null or cardinality(p_order_ids) > 1000 then
    perform private.fail(422, 'required', jsonb_build_object('field', 'is_closing'), 'Choose up to 1,000 orders at a time, or all of them.');
  end if;
  update public.import_missing_orders m set is_closing = p_is_closing
    where m.org_id = v_import.org_id and m.import_id = v_import.id and (p_order_ids is null or m.order_id = any (p_order_ids))
      and m.is_closing <> p_is_closing;
  select count(*) into v_closing from public.import_missing_orders m
    where m.org_id = v_import.org_id and m.import_id = v_import.id and m.is_closing;
  update public.imports set counts = counts || jsonb_build_object('closing_orders', v_closing) where org_id = v_import.org_id and id = v_import.id;
  insert into public.import_events (org_id, import_id, kind, by_member, facts)
    values (v_import.org_id, v_import.id, 'missing_chosen', v_member.id, jsonb_build_object('closing', v_closing));
  return jsonb_build_object('outcome', 'chosen', 'import_id', v_import.id, 'number', v_import.number, 'closing', v_closing);
end
$$;

create function public.correct_import_rows(p_import_id uuid, p_corrections jsonb) returns jsonb
language sql security invoker set search_path = '' as $$ select private.correct_import_rows(p_import_id, p_corrections) $$;
create function public.choose_missing_orders(p_import_id uuid, p_order_ids uuid[], p_is_closing boolean) returns jsonb
language sql security invoker set search_path = '' as $$ select private.choose_missing_orders(p_import_id, p_order_ids, p_is_closing) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.correct_import_rows(uuid, jsonb), public.choose_missing_orders(uuid, uuid[], boolean) from public;
grant execute on function
  private.correct_import_rows(uuid, jsonb), private.choose_missing_orders(uuid, uuid[], boolean),
  public.correct_import_rows(uuid, jsonb), public.choose_missing_orders(uuid, uuid[], boolean)
to authenticated;
