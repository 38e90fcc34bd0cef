-- undo_import: takes the last import of its source back, all of it or nothing.
-- Outcomes: undone · refused (orders were touched since, or a later import stands on it) · already_undone · discarded.
-- Refuses with PT401, PT403 role_required, PT404 not_found, PT409 not_committed | import_is_busy | import_stopped |
-- transfer_running, PT422 (key).
-- Changed orders and lines get back what stood there; lines it added are gone; orders it brought, which nobody has touched, are
-- cancelled and stay in the trail. Versions go up: whoever looked at an order sees that it moved.

-- What is different in p_of from p_than, without what people never see.
create function private.different_fields(p_of jsonb, p_than jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(p_of) f
  where f.key not in ('source_columns', 'source_key', 'source_id', 'closed_at') and f.value is distinct from p_than -> f.key
$$;

-- Orders that changed since the import wrote them, with what happened to them last.
create function private.touched_since_import(p_import public.imports) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(t.problem order by t.order_number), '[]') from (
      select o.order_number, jsonb_build_object('code', 'order_touched', 'order_id', o.id, 'order_number', o.order_number)
        || jsonb_strip_nulls(jsonb_build_object('action', e.action, 'by', e.actor_name, 'at', e.at, 'reference', e.request_reference)) as problem
      from pg_temp.undone_orders u
      join public.orders o on o.org_id = p_import.org_id and o.id = u.order_id
      left join lateral (
        select a.action, a.actor_name, a.at, a.request_reference from public.audit_entries a
        where a.org_id = o.org_id and a.order_id = o.id and a.action not in ('request.submitted', 'check.refused')
        order by a.seq desc limit 1
      ) e on true
      where o.version <> u.version_after
      order by o.order_number limit 100
    ) t
  );
end
$$;

-- Pending requests that ask about what goes back: {request id: [{field, before, after}]}.
create function private.requests_met_by_undo(p_import public.imports) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(g.request_id, g.moved) from (
      select m.request_id, jsonb_agg(jsonb_build_object('field', m.field, 'before', m.before, 'after', m.after)) as moved
      from (
        select distinct t.request_id, v.field, v.before, v.after
        from public.import_line_writes w
        join public.order_lines l on l.org_id = w.org_id and l.id = w.line_id
        join public.open_targets t on t.org_id = w.org_id and t.order_id = w.order_id and starts_with(t.target, 'line:' || w.line_id || ':')
        cross join lateral (values
          ('sku', 'sku', l.sku, w.before ->> 'sku'), ('requested_ship_date', 'requested_ship_date', l.requested_ship_date::text, w.before ->> 'requested_ship_date'),
          ('quantity', 'quantity_ordered', trim_scale(l.quantity_ordered)::text, private.line_field_before(w.before, 'quantity_ordered')),
          ('removed', 'removed', 'false', 'true')
        ) v (name, field, before, after)
        where w.org_id = p_import.org_id and w.import_id = p_import.id and v.before is distinct from v.after
          and case when w.before is null then v.name = 'removed' else t.target = 'line:' || w.line_id || ':' || v.name end
        union
        select distinct t.request_id, v.field, v.before, v.after
        from pg_temp.undone_orders u
        join public.orders o on o.org_id = p_import.org_id and o.id = u.order_id
        join public.open_targets t on t.org_id = o.org_id and t.order_id = o.id
        cross join lateral (values
          ('requested_ship_date', o.requested_ship_date::text, u.before ->> 'requested_ship_date'), ('ship_to', o.ship_to, u.before ->> 'ship_to'),
          ('ship_method', o.ship_method, u.before ->> 'ship_method'), ('stage', o.stage::text, coalesce(u.before ->> 'stage', 'cancelled'))
        ) v (field, before, after)
        where v.before is distinct from v.after and (
          u.before is not null and t.target = 'order:' || v.field or v.field = 'stage' and private.is_final(v.after::public.order_stage)
        )
      ) m
      group by m.request_id
    ) g
  );
end
$$;

-- Fills audit_drafts: what each order had, and what it has again.
create function private.draft_undo_audit(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.begin_audit_batch();
  insert into pg_temp.audit_drafts (action, order_id, order_number, before, after)
  with lines as (
    select w.order_id, jsonb_object_agg(l.line_key, case when w.before is null then jsonb_build_object('removed', false) else private.different_fields(n.now, w.before) end) as before,
      jsonb_object_agg(l.line_key, case when w.before is null then jsonb_build_object('removed', true) else private.different_fields(w.before, n.now) end) as after
    from public.import_line_writes w
    join public.order_lines l on l.org_id = w.org_id and l.id = w.line_id
    cross join lateral (select private.line_before_import(l)) n (now)
    where w.org_id = p_import.org_id and w.import_id = p_import.id and (w.before is null or private.different_fields(w.before, n.now) <> '{}')
    group by w.order_id
  )
  select 'order.restored', o.id, o.order_number,
    jsonb_build_object('version', o.version) || case when u.before is null then jsonb_build_object('stage', o.stage) else private.different_fields(private.order_before_import(o), u.before) end
      || case when l.before is null then '{}' else jsonb_build_object('lines', l.before) end,
    jsonb_build_object('version', o.version + 1, 'import', p_import.number)
      || case when u.before is null then jsonb_build_object('stage', 'cancelled') else private.different_fields(u.before, private.order_before_import(o)) end
      || case when l.after is null then '{}' else jsonb_build_object('lines', l.after) end
  from pg_temp.undone_orders u
  join public.orders o on o.org_id = p_import.org_id and o.id = u.order_id
  left join lines l on l.order_id = o.id
  where u.is_changed
  order by o.order_number collate "C";
end
$$;

create function private.put_back_lines(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  update public.order_lines l set
    line_key = b.line_key, source_key = b.source_key, source_columns = b.source_columns, sku = b.sku, description = b.description, uom = b.uom,
    quantity_ordered = b.quantity_ordered, quantity_picked = b.quantity_picked, quantity_packed = b.quantity_packed,
    quantity_shipped = b.quantity_shipped, quantity_invoiced = b.quantity_invoiced, unit_price = b.unit_price,
    requested_ship_date = b.requested_ship_date, status_word = b.status_word, status_stage = b.status_stage, removed_at = b.removed_at
  from public.import_line_writes w cross join lateral jsonb_populate_record(null::public.order_lines, w.before) b
  where w.org_id = v_org and w.import_id = p_import.id and w.before is not null and l.org_id = v_org and l.id = w.line_id;
  -- A line somebody once asked about stays, removed: their request names it. The others were never more than this import's.
  update public.order_lines l set removed_at = now(), quantity_ordered = 0, source_key = null, source_columns = null
  from public.import_line_writes w
  where w.org_id = v_org and w.import_id = p_import.id and w.before is null and l.org_id = v_org and l.id = w.line_id
    and exists (select from public.changes c where c.org_id = v_org and c.line_id = l.id);
  delete from public.order_lines l using public.import_line_writes w
  where w.org_id = v_org and w.import_id = p_import.id and w.before is null and l.org_id = v_org and l.id = w.line_id and l.removed_at is null;
end
$$;

create function private.put_back_orders(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
begin
  update public.orders o set
    customer = b.customer, customer_po = b.customer_po, status_word = b.status_word, stage = b.stage, requested_ship_date = b.requested_ship_date,
    ship_to = b.ship_to, ship_method = b.ship_method, site_word = b.site_word, currency = b.currency, source_id = b.source_id, closed_at = b.closed_at,
    version = o.version + case when u.is_changed then 1 else 0 end, updated_at = case when u.is_changed then now() else o.updated_at end
  from pg_temp.undone_orders u cross join lateral jsonb_populate_record(null::public.orders, u.before) b
  where u.before is not null and o.org_id = v_org and o.id = u.order_id;
  update public.orders o set stage = 'cancelled', closed_at = now(), version = o.version + 1, updated_at = now()
  from pg_temp.undone_orders u
  where u.before is null and o.org_id = v_org and o.id = u.order_id;
  perform private.refresh_lines_stage(v_org, array(select u.order_id from pg_temp.undone_orders u));
  perform private.refresh_line_skus(v_org, array(
    select distinct w.order_id from public.import_line_writes w
    left join public.order_lines l on l.org_id = v_org and l.id = w.line_id
    where w.org_id = v_org and w.import_id = p_import.id
  ));
end
$$;

create function private.undo_import(p_import_id uuid, p_idempotency_key text) returns jsonb
language plpgsql security definer
set search_path = '' set work_mem = '64MB' set jit = off set client_min_messages = warning as $$
declare
  c_command constant text := 'undo_import';
  v_import public.imports := private.lock_import(p_import_id);
  v_org uuid := v_import.org_id;
  v_member public.members := private.seen_admin(v_import.org_id);
  v_stored jsonb;
  v_later public.imports;
  v_problems jsonb;
  v_facts jsonb;
begin
  v_stored := private.claim_idempotency_key(v_org, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_import_id));
  if v_stored is not null then
    return v_stored;
  end if;
  if v_import.status in ('staging', 'previewed') then
    perform private.fail(409, 'not_committed', null, 'Discard it: nothing of it was written.');
  end if;
  if v_import.status <> 'committed' then
    return private.answer(v_org, v_member.id, c_command, p_idempotency_key, private.closed_import(v_import));
  end if;
  -- Lock: one import or export at a time.
  perform private.lock_transfers(v_org);
  perform private.step_import(v_import, 300);
  select * into v_later from public.imports i
    where i.org_id = v_org and i.source_id = v_import.source_id and i.status = 'committed' and i.id <> v_import.id and i.closed_at > v_import.closed_at
    order by i.closed_at desc limit 1;
  if found then
    return private.answer(v_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
      'outcome', 'refused', 'import_id', v_import.id, 'number', v_import.number, 'problems', jsonb_build_array(
        jsonb_build_object('code', 'later_import', 'import_id', v_later.id, 'number', v_later.number, 'at', v_later.closed_at)
      )
    ));
  end if;

  drop table if exists pg_temp.undone_orders;
  create temp table undone_orders on commit drop as
    select w.order_id, w.version_after, w.version_after <> w.version_before as is_changed, w.before
      from public.import_writes w where w.org_id = v_org and w.import_id = v_import.id
    union all
    select o.id, 1, true, null from public.orders o where o.org_id = v_org and o.brought_by = v_import.id;
  analyze pg_temp.undone_orders;
  perform private.plan_for_size((select count(*)::integer from pg_temp.undone_orders));
  perform private.step_import(v_import, 2);
  -- Lock: the orders, ids ascending, then the member, then the audit head.
  perform from public.orders o where o.org_id = v_org and o.id in (select u.order_id from pg_temp.undone_orders u) order by o.id for update;
  v_problems := private.touched_since_import(v_import);
  if v_problems <> '[]' then
    return private.answer(v_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
      'outcome', 'refused', 'import_id', v_import.id, 'number', v_import.number, 'problems', v_problems, 'touched', (
        select count(*) from pg_temp.undone_orders u join public.orders o on o.org_id = v_org and o.id = u.order_id where o.version <> u.version_after
      )
    ));
  end if;
  v_member := private.require_member(v_org, 'admin');
  perform private.flag_requests(v_import, v_member.id, true, private.requests_met_by_undo(v_import));
  perform private.draft_undo_audit(v_import);
  perform private.put_back_lines(v_import);
  perform private.step_import(v_import, 5);
  perform private.put_back_orders(v_import);
  if v_import.earlier_format is not null then
    update public.import_sources s set format = v_import.earlier_format where s.org_id = v_org and s.id = v_import.source_id;
  end if;
  select jsonb_build_object(
    'orders_restored', count(*) filter (where u.before is not null and u.is_changed), 'orders_cancelled', count(*) filter (where u.before is null)
  ) into v_facts from pg_temp.undone_orders u;
  perform private.step_import(v_import, 6);
  delete from public.import_line_writes w where w.org_id = v_org and w.import_id = v_import.id;
  delete from public.import_writes w where w.org_id = v_org and w.import_id = v_import.id;
  update public.imports set status = 'undone', undone_by = v_member.id, undone_at = now() where org_id = v_org and id = v_import.id;
  perform private.append_audit(v_org, v_member.id, 'import.undone', null, null, null, jsonb_build_object(
    'import_id', v_import.id, 'number', v_import.number, 'file_name', v_import.file_name, 'rows', v_import.row_count
  ) || v_facts);
  perform private.append_audit_batch(v_member);
  return private.answer(v_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_object('outcome', 'undone', 'import_id', v_import.id, 'number', v_import.number) || v_facts);
end
$$;

create function public.undo_import(p_import_id uuid, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '600s' as $$ select private.undo_import(p_import_id, p_idempotency_key) $$;

-- sweep_imports: throws staged rows away that nobody needs any more, a part at a time; for the scheduler. What each row came to is
-- kept for thirty days. Outcome swept.
create function private.sweep_imports() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_part constant integer := 50000;
  v_rows integer;
  v_results integer;
begin
  delete from public.import_rows r where r.ctid = any (array(
    select s.ctid from public.imports i join public.import_rows s on s.org_id = i.org_id and s.import_id = i.id
    where i.status in ('committed', 'undone', 'discarded') limit c_part
  ));
  get diagnostics v_rows = row_count;
  delete from public.import_results r where r.ctid = any (array(
    select s.ctid from public.imports i join public.import_results s on s.org_id = i.org_id and s.import_id = i.id
    where i.status = 'discarded' or i.closed_at < now() - interval '30 days' limit c_part
  ));
  get diagnostics v_results = row_count;
  delete from public.import_missing_orders m using public.imports i
    where i.org_id = m.org_id and i.id = m.import_id and (i.status = 'discarded' or i.closed_at < now() - interval '30 days');
  return jsonb_build_object('outcome', 'swept', 'rows', v_rows, 'results', v_results);
end
$$;

create function public.sweep_imports() returns jsonb
language sql security invoker set search_path = '' as $$ select private.sweep_imports() $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.undo_import(uuid, text), public.sweep_imports() from public;
grant execute on function private.undo_import(uuid, text), public.undo_import(uuid, text) to authenticated;
grant execute on function private.sweep_imports(), public.sweep_imports() to service_role;
