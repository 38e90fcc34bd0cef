-- What a commit tells: the people of open requests, and the trail.

-- Pending requests whose order changes under them. Read once the orders are locked, so that none is missed.
create function private.flag_met_requests(p_import public.imports, p_actor uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.flag_requests(p_import, p_actor, false, (
    select jsonb_object_agg(g.request_id, g.moved) from (select t.request_id, jsonb_agg(t.moved) as moved from (
      select c.request_id, jsonb_strip_nulls(jsonb_build_object('sku', c.sku)) || jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after) as moved
      from private.find_asked_changes(p_import.org_id) c
      union all
      select r.id, jsonb_build_object('field', 'stage', 'before', c.before -> 'stage', 'after', 'closed')
      from pg_temp.closing_orders c
      join public.change_requests r on r.org_id = p_import.org_id and r.order_id = c.order_id and r.status = 'pending'
    ) t group by t.request_id) g
  ));
end
$$;

-- Tells whoever asked and whoever can decide it now that the order moved under a request; each of them once per cause, however
-- much one file or mark moved.
create function private.tell_moved(p_flag public.request_flags) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_request public.change_requests;
begin
  select * into strict v_request from public.change_requests r where r.org_id = p_flag.org_id and r.id = p_flag.request_id;
  perform private.queue_notification(
    p_flag.org_id,
    format('request_moved:%s:%s:%s%s', v_request.reference, v_request.round, case when p_flag.is_undo then 'undo-' else '' end,
      coalesce(p_flag.import_number::text, 'version-' || p_flag.marked_version)),
    'request_moved',
    array(select v_request.requested_by union select d.member_id from private.deciders(p_flag.org_id, v_request.id) d),
    v_request.order_id, v_request.id,
    private.request_facts(p_flag.org_id, v_request.id) || jsonb_strip_nulls(jsonb_build_object('import', p_flag.import_number)) || jsonb_build_object(
      'is_undo', p_flag.is_undo, 'moved', p_flag.moved,
      'by', (select m.name from public.members m where m.org_id = p_flag.org_id and m.id = p_flag.by_member)
    )
  );
end
$$;

-- Marks the requests, for everybody who looks at them, and tells their people. p_moved: {request id: [{field, before, after, …}]}.
create function private.flag_requests(p_import public.imports, p_actor uuid, p_is_undo boolean, p_moved jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_flag public.request_flags;
begin
  for v_flag in
    insert into public.request_flags (org_id, request_id, round, import_id, import_number, is_undo, moved, by_member)
    select p_import.org_id, r.id, r.round, p_import.id, p_import.number, p_is_undo, m.value, p_actor
    from jsonb_each(coalesce(p_moved, '{}')) m
    join public.change_requests r on r.org_id = p_import.org_id and r.id = m.key::uuid and r.status = 'pending'
    on conflict do nothing
    returning *
  loop
    perform private.tell_moved(v_flag);
  end loop;
end
$$;

-- Fills audit_drafts for the orders that are due: one entry per order the import brings or changes, with what changed.
create function private.draft_import_audit(p_import public.imports) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from pg_temp.audit_drafts d using pg_temp.file_orders f where f.is_due and d.order_id = f.order_id;
  insert into pg_temp.audit_drafts (action, order_id, order_number, before, after)
  with line_facts as (
    -- New lines have only an after.
    select p.order_id, jsonb_object_agg(p.line_key, b.before) filter (where not p.is_new) as before,
      jsonb_object_agg(p.line_key, case when p.is_new then jsonb_build_object('sku', p.sku, 'quantity_ordered', trim_scale(p.quantity_ordered)::text) else b.after end) as after
    from pg_temp.line_plan p
    left join pg_temp.line_changes c on c.row_number = p.row_number
    left join lateral (
      select jsonb_object_agg(v.change ->> 'field', v.change -> 'before') as before, jsonb_object_agg(v.change ->> 'field', v.change -> 'after') as after
      from jsonb_array_elements(c.changes) v (change)
    ) b on c.row_number is not null
    where p.is_new or c.row_number is not null
    group by p.order_id
  )
  select 'order.imported', p.order_id, p.order_number,
    case when not p.is_new then
      jsonb_build_object('version', p.version) || coalesce(h.before, '{}') || case when l.before is null then '{}' else jsonb_build_object('lines', l.before) end
    end,
    jsonb_build_object('version', coalesce(p.version, 0) + 1, 'import', p_import.number)
      || case when p.is_new then jsonb_strip_nulls(jsonb_build_object(
        'customer', p.customer, 'customer_po', p.customer_po, 'order_status', p.status_word, 'stage', p.stage, 'requested_ship_date', p.requested_ship_date
      )) else coalesce(h.after, '{}') end
      || case when l.after is null then '{}' else jsonb_build_object('lines', l.after) end
  from pg_temp.order_plan p
  join pg_temp.file_orders f on f.order_id = p.order_id and f.is_due
  left join line_facts l on l.order_id = p.order_id
  left join pg_temp.order_changes c on c.order_id = p.order_id
  left join lateral (
    select jsonb_object_agg(v.change ->> 'field', v.change -> 'before') as before, jsonb_object_agg(v.change ->> 'field', v.change -> 'after') as after
    from jsonb_array_elements(c.changes) v (change)
  ) h on c.order_id is not null
  where p.is_new or l.order_id is not null or c.order_id is not null
  order by p.order_number collate "C";
end
$$;

revoke execute on all functions in schema private from public;
