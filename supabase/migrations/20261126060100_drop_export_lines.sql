-- drop_export_lines: lets go of the frozen rows of exports nobody downloads again, a part at a time, for the server's secret
-- key. A list of all open orders is of no use once a newer one can be made: 30 days. What told the source system of approved
-- changes is evidence: 400 days, a year and the time to audit it. Who exported what and when is never removed.
-- Outcome: dropped, with how many rows went and whether there are more.

create function private.export_lines_kept_for(p_scope public.export_scope) returns interval
language sql immutable set search_path = '' as $$
  select case p_scope when 'open' then interval '30 days' else interval '400 days' end
$$;

create function private.drop_export_lines(p_limit integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_limit integer := greatest(1, least(coalesce(p_limit, 20000), 100000));
  v_rows integer;
begin
  -- First marked, then emptied: a download never finds half of an export. SKIP LOCKED: two schedulers share the work.
  update public.exports e set lines_dropped_at = now()
  from (
    select d.org_id, d.id from public.exports d
    where d.lines_dropped_at is null and d.created_at < now() - private.export_lines_kept_for(d.scope)
    order by d.created_at limit 20 for update skip locked
  ) old
  where e.org_id = old.org_id and e.id = old.id;

  delete from public.export_lines l
  using (
    select i.org_id, i.export_id, i.position
    from public.exports e
    join public.export_lines i on i.org_id = e.org_id and i.export_id = e.id
    where e.lines_dropped_at > now() - interval '7 days'
    limit v_limit for update of i skip locked
  ) old
  where l.org_id = old.org_id and l.export_id = old.export_id and l.position = old.position;
  get diagnostics v_rows = row_count;
  return jsonb_build_object('outcome', 'dropped', 'rows', v_rows, 'has_more', v_rows = v_limit);
end
$$;

create function public.drop_export_lines(p_limit integer default 20000) returns jsonb
language sql security invoker set search_path = '' as $$ select private.drop_export_lines(p_limit) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.drop_export_lines(integer) from public;
grant execute on function private.drop_export_lines(integer), public.drop_export_lines(integer) to service_role;
