-- Where the formats are held up: what a request adds or substitutes, and the rows of an import.

-- Raises PT422 with the change's index, the SKU and what it should look like. What is on the order already is left alone.
create function private.check_change_formats(p_org uuid, p_changes jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  v_regex text := private.formats_regex(p_org, 'sku');
begin
  if v_regex is null then
    return;
  end if;
  for v_index in 0 .. jsonb_array_length(p_changes) - 1 loop
    if (p_changes -> v_index ->> 'sku') collate "C" !~ v_regex then
      perform private.fail_change(v_index, 'format_misfit', 'sku', p_changes -> v_index -> 'sku',
        'SKUs look like ' || private.formats_words(p_org, 'sku') || '.');
    end if;
  end loop;
end
$$;

-- Adds a problem for every order number and SKU of the file that fits none of the formats, as loud as the organization wants it.
create function private.find_import_misfits(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_subject public.format_subject;
  v_level text := (select case g.import_misfits when 'refuse' then 'error' else 'warning' end from public.organizations g where g.id = p_import.org_id);
  v_regex text;
begin
  foreach v_subject in array enum_range(null::public.format_subject) loop
    v_regex := private.formats_regex(p_import.org_id, v_subject);
    continue when v_regex is null;
    insert into pg_temp.row_problems
    select l.row_number, private.row_problem(p_import.format, v_level, 'format_misfit', l.row_number, v_subject::text, v.value,
      jsonb_build_object('order_number', l.order_number, 'looks_like', private.formats_words(p_import.org_id, v_subject)))
    from pg_temp.file_lines l
    cross join lateral (select case v_subject when 'sku' then l.sku else l.order_number end) v (value)
    where v.value collate "C" !~ v_regex;
  end loop;
end
$$;

revoke execute on all functions in schema private from public;
