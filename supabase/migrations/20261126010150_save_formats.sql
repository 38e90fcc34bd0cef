-- save_formats: saved · unchanged · misfits. count_misfits: counted. Refuse with PT401, PT403, PT404, PT422.

-- Formats as they are sent, in the form they are kept in. PT422 names the subject and the pattern that cannot be read.
create function private.formats_argument(p_formats jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_subject text;
  v_format jsonb;
begin
  if p_formats is null or jsonb_typeof(p_formats) <> 'object'
    or exists (select from jsonb_object_keys(p_formats) k where k not in ('order_number', 'sku', 'import_misfits')) then
    perform private.fail(422, 'invalid_formats', jsonb_build_object('field', 'formats'), 'Reload the page and try again.');
  end if;
  if coalesce(p_formats ->> 'import_misfits', '') not in ('refuse', 'warn') then
    perform private.fail(422, 'invalid_formats', jsonb_build_object('field', 'import_misfits'), 'Say what an import does with what does not fit.');
  end if;
  foreach v_subject in array array['order_number', 'sku'] loop
    if coalesce(jsonb_typeof(p_formats -> v_subject), '') <> 'array' or jsonb_array_length(p_formats -> v_subject) > 5 then
      perform private.fail(422, 'invalid_formats', jsonb_build_object('field', v_subject), 'Give at most five formats.');
    end if;
    for v_format in select jsonb_array_elements(p_formats -> v_subject) loop
      if private.format_regex(v_format ->> 'pattern') is null then
        perform private.fail(422, 'unreadable_format', jsonb_build_object('field', v_subject, 'value', left(v_format ->> 'pattern', 60)),
          'Use # for a digit, A for a letter, ? for either, * at the end for the rest, and at least one of them.');
      end if;
      if v_format ->> 'example' is null or length(v_format ->> 'example') > 100 or not private.matches_format(v_format ->> 'pattern', v_format ->> 'example') then
        perform private.fail(422, 'example_does_not_fit', jsonb_build_object('field', v_subject, 'value', left(v_format ->> 'example', 100)),
          format('An example of %s has to fit it.', v_format ->> 'pattern'));
      end if;
    end loop;
  end loop;
  return jsonb_build_object('import_misfits', p_formats -> 'import_misfits') || (
    select jsonb_object_agg(s.subject, coalesce((
      select jsonb_agg(jsonb_build_object('pattern', f.format -> 'pattern', 'example', f.format -> 'example') order by f.n)
      from jsonb_array_elements(p_formats -> s.subject) with ordinality f (format, n)
    ), '[]'))
    from (values ('order_number'), ('sku')) s (subject)
  );
end
$$;

-- Which of the open orders and their lines would fit none of these formats: how many, of how many, and the first few.
create function private.find_misfits(p_org uuid, p_formats jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  with regexes as materialized (
    select
      (select string_agg(private.format_regex(f ->> 'pattern'), '|') from jsonb_array_elements(p_formats -> 'order_number') f) as order_number,
      (select string_agg(private.format_regex(f ->> 'pattern'), '|') from jsonb_array_elements(p_formats -> 'sku') f) as sku
  ), open_orders as materialized (
    select o.id, o.order_number from public.orders o where o.org_id = p_org and o.stage not in ('shipped', 'closed', 'cancelled')
  ), odd_orders as materialized (
    select o.order_number from open_orders o cross join regexes r where o.order_number collate "C" !~ r.order_number
  ), skus as materialized (
    -- A thousand lines of one SKU are looked at once.
    select l.sku, count(*) as lines from public.order_lines l join open_orders o on o.id = l.order_id
    where l.org_id = p_org and l.removed_at is null group by l.sku
  ), odd_skus as materialized (
    select s.sku, s.lines from skus s cross join regexes r where s.sku collate "C" !~ r.sku
  )
  select jsonb_build_object(
    'orders', (select count(*) from open_orders), 'odd_orders', (select count(*) from odd_orders),
    'order_examples', coalesce((select jsonb_agg(e.order_number order by e.order_number) from (select o.order_number from odd_orders o order by 1 limit 5) e), '[]'),
    'lines', coalesce((select sum(s.lines) from skus s), 0), 'odd_lines', coalesce((select sum(s.lines) from odd_skus s), 0),
    'sku_examples', coalesce((select jsonb_agg(e.sku order by e.sku) from (select s.sku from odd_skus s order by s.lines desc, s.sku limit 5) e), '[]')
  )
$$;

create function private.count_misfits(p_org uuid, p_formats jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_member(p_org, 'admin');
  return jsonb_build_object('outcome', 'counted') || private.find_misfits(p_org, private.formats_argument(p_formats));
end
$$;

-- Lock: the organization, which every command that changes such settings takes first. Not against foreign keys: a decision
-- that holds the audit head refers to the organization.
create function private.lock_settings(p_org uuid) returns void
language sql security definer set search_path = '' as $$
  select from public.organizations g where g.id = p_org for no key update
$$;

-- Writes what differs: {before, after}, null when nothing does.
create function private.write_formats(p_org uuid, p_formats jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_before jsonb := private.formats_facts(p_org);
begin
  if v_before = p_formats then
    return null;
  end if;
  delete from public.formats where org_id = p_org;
  insert into public.formats (org_id, subject, position, pattern, example)
    select p_org, s.subject::public.format_subject, f.n, f.format ->> 'pattern', f.format ->> 'example'
    from (values ('order_number'), ('sku')) s (subject)
    cross join lateral jsonb_array_elements(p_formats -> s.subject) with ordinality f (format, n);
  update public.organizations set import_misfits = (p_formats ->> 'import_misfits')::public.misfit_treatment where id = p_org;
  return jsonb_build_object('before', v_before, 'after', p_formats);
end
$$;

-- p_known_misfits is how many open orders and lines the admin was told would not fit; when there are more, the answer says so
-- and nothing is saved.
create function private.save_formats(p_org uuid, p_formats jsonb, p_known_misfits integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin public.members := private.require_member(p_org, 'admin');
  v_formats jsonb := private.formats_argument(p_formats);
  v_misfits jsonb;
  v_written jsonb;
begin
  perform private.lock_settings(p_org);
  if private.formats_facts(p_org) = v_formats then
    return jsonb_build_object('outcome', 'unchanged');
  end if;
  v_misfits := private.find_misfits(p_org, v_formats);
  if (v_misfits ->> 'odd_orders')::bigint + (v_misfits ->> 'odd_lines')::bigint > coalesce(p_known_misfits, 0) then
    return jsonb_build_object('outcome', 'misfits') || v_misfits;
  end if;
  v_written := private.write_formats(p_org, v_formats);
  perform private.append_audit(p_org, v_admin.id, 'formats.saved', null, null, v_written -> 'before', v_written -> 'after');
  return jsonb_build_object('outcome', 'saved') || v_misfits;
end
$$;

create function public.count_misfits(p_org uuid, p_formats jsonb) returns jsonb
language sql security invoker set search_path = '' as $$ select private.count_misfits(p_org, p_formats) $$;
create function public.save_formats(p_org uuid, p_formats jsonb, p_known_misfits integer) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_formats(p_org, p_formats, p_known_misfits) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.count_misfits(uuid, jsonb), public.save_formats(uuid, jsonb, integer) from public;
grant execute on function
  private.count_misfits(uuid, jsonb), private.save_formats(uuid, jsonb, integer),
  public.count_misfits(uuid, jsonb), public.save_formats(uuid, jsonb, integer)
to authenticated;
