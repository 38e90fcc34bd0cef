-- commit_import: writes a previewed import, all of it or nothing.
-- Outcomes: committed · unconfirmed (a person has to say yes first) · refused (a row cannot be taken) · already_committed ·
-- already_undone · discarded.
-- Refuses with PT401, PT403 role_required, PT404 not_found, PT409 not_previewed | import_is_busy | import_stopped |
-- import_moved | transfer_running, PT422 (key, choices).
-- Lines a file leaves out stay as they are. So do orders, unless somebody chose to close them. Open requests stay open: their
-- decision meets the new values, and their people are told.
--
-- One transaction that people hardly notice. Everything that can be made without a lock is made first: the comparison, new
-- orders and lines, what an undo needs, the entries of the trail. Then the orders that change are locked, those that moved in
-- between are compared again, and what is ready is written.

-- Locks every existing order the commit writes to or closes, ids ascending, and compares again what moved since it was compared.
-- An order's lock covers its lines: every command takes it first.
-- True if something had moved.
create function private.lock_import_orders(p_import public.imports, p_confirmed text[]) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_touched uuid[];
  v_moved uuid[];
begin
  select coalesce(array_agg(t.order_id), '{}') into v_touched from (
    select c.order_id from pg_temp.order_changes c
    union select p.order_id from pg_temp.order_plan p where p.is_refreshed
    union select p.order_id from pg_temp.line_plan p join pg_temp.file_orders f on f.order_id = p.order_id and f.version is not null
      where p.is_changed or p.is_refreshed
    union select m.order_id from public.import_missing_orders m where m.org_id = p_import.org_id and m.import_id = p_import.id and m.is_closing
  ) t;
  perform from public.orders o where o.org_id = p_import.org_id and o.id = any (v_touched) order by o.id for update;
  select array_agg(f.order_id) into v_moved
    from pg_temp.file_orders f
    join public.orders o on o.org_id = p_import.org_id and o.id = f.order_id
    where f.order_id = any (v_touched) and o.version <> f.version;
  if v_moved is not null then
    perform private.compare_again(p_import, v_moved);
    perform private.note_due_rows(p_import);
    perform private.write_import_results(p_import);
    -- What moved may be something a person has to say yes to: an order that was picked just now, say.
    if exists (select from jsonb_array_elements(private.import_confirmations(p_import)) c where not c ->> 'code' = any (p_confirmed)) then
      perform private.fail(409, 'import_moved', null, 'Orders changed while the file was compared. Nothing was written; compare again and look at the preview.');
    end if;
    perform private.save_what_was(p_import);
    perform private.draft_import_audit(p_import);
  end if;
  insert into pg_temp.closing_orders
  select o.id, o.order_number, o.version, private.order_before_import(o)
  from public.import_missing_orders m
  join public.orders o on o.org_id = p_import.org_id and o.id = m.order_id
  where m.org_id = p_import.org_id and m.import_id = p_import.id and m.is_closing and o.stage not in ('shipped', 'closed', 'cancelled');
  return v_moved is not null;
end
$$;

-- After a big write every plan, those that sessions keep for foreign keys too, still takes the table for as small as it was:
-- checking the order of 100,000 lines then reads all orders each time, and decisions read the organization's lines one by
-- one. Autovacuum comes a minute too late. Somebody else's look at the table is not waited for.
create function private.refresh_import_statistics(p_table regclass, p_counts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (p_counts ->> 'new_lines')::integer >= 2000 then
    execute format('analyze (skip_locked) %s', p_table);
  end if;
end
$$;

-- What the person said yes to: {confirmed: [code, …]}.
create function private.confirmed_codes(p_choices jsonb) returns text[]
language plpgsql immutable set search_path = '' as $$
begin
  if p_choices is null then
    return '{}';
  end if;
  if jsonb_typeof(p_choices) <> 'object' or p_choices - 'confirmed' <> '{}' or jsonb_typeof(coalesce(p_choices -> 'confirmed', '[]')) <> 'array'
    or not coalesce(p_choices -> 'confirmed', '[]') <@ '["older_file", "fewer_rows", "stage_backwards"]' then
    perform private.fail(422, 'invalid_choices', jsonb_build_object('field', 'p_choices'), 'Reload the page and look at the preview again.');
  end if;
  return array(select jsonb_array_elements_text(p_choices -> 'confirmed'));
end
$$;

create function private.commit_import(p_import_id uuid, p_idempotency_key text, p_choices jsonb default null) returns jsonb
language plpgsql security definer
set search_path = '' set work_mem = '32MB' set hash_mem_multiplier = 1 set jit = off as $$
declare
  c_command constant text := 'commit_import';
  v_import public.imports := private.lock_import(p_import_id);
  v_member public.members := private.seen_admin(v_import.org_id);
  v_confirmed text[] := private.confirmed_codes(p_choices);
  v_found jsonb;
  v_stored jsonb;
  v_open jsonb;
begin
  v_stored := private.claim_idempotency_key(v_import.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_import_id));
  if v_stored is not null then
    return v_stored;
  end if;
  if v_import.status not in ('staging', 'previewed') then
    return private.answer(v_import.org_id, v_member.id, c_command, p_idempotency_key, private.closed_import(v_import));
  end if;
  if v_import.status <> 'previewed' then
    perform private.fail(409, 'not_previewed', null, 'Look at the preview first: rows arrived after the last one.');
  end if;
  -- Lock: one import or export at a time.
  perform private.lock_transfers(v_import.org_id);
  perform private.step_import(v_import, 200);
  perform private.plan_for_size(v_import.row_count);
  perform private.compare_import(v_import);
  perform private.step_import(v_import, 2);
  v_found := private.describe_import(v_import);
  select coalesce(jsonb_agg(c), '[]') into v_open from jsonb_array_elements(v_found -> 'confirmations') c where not c ->> 'code' = any (v_confirmed);

  if (v_found -> 'counts' ->> 'problems')::integer > 0 or v_open <> '[]' then
    update public.imports set previewed_at = now(), counts = v_found -> 'counts', preview = v_found - 'counts'
      where org_id = v_import.org_id and id = v_import.id;
    -- Nothing was written: the same key may come again, with the answer.
    delete from public.idempotency_keys k
      where k.org_id = v_import.org_id and k.actor_id = v_member.id and k.command = c_command and k.key = p_idempotency_key;
    return jsonb_build_object(
      'outcome', case when (v_found -> 'counts' ->> 'problems')::integer > 0 then 'refused' else 'unconfirmed' end,
      'import_id', v_import.id, 'number', v_import.number, 'replayed', false, 'unconfirmed', v_open
    ) || v_found;
  end if;

  v_found := private.write_import(v_import, v_found, v_confirmed);
  return private.answer(v_import.org_id, v_member.id, c_command, p_idempotency_key,
    jsonb_build_object('outcome', 'committed', 'import_id', v_import.id, 'number', v_import.number, 'counts', v_found -> 'counts'));
end
$$;

-- What was compared becomes what is. Returns what was found, which may have moved until the orders were locked.
create function private.write_import(p_import public.imports, p_found jsonb, p_confirmed text[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_import.org_id;
  v_earlier jsonb := (select s.format from public.import_sources s where s.org_id = p_import.org_id and s.header_key = p_import.header_key);
  v_member public.members := private.seen_admin(p_import.org_id);
  v_source uuid;
  v_found jsonb := p_found;
begin
  -- Nobody waits for any of this.
  perform private.write_import_words(v_org);
  v_source := private.write_import_source(p_import, v_member.id);
  perform private.forget_earlier_writes(v_org, v_source, p_import.id);
  perform private.step_import(p_import, 3);
  perform private.write_new_orders(p_import, v_source);
  perform private.refresh_import_statistics('public.orders', p_found -> 'counts');
  perform private.step_import(p_import, 4);
  perform private.write_new_lines(p_import, true);
  perform private.refresh_import_statistics('public.order_lines', p_found -> 'counts');
  perform private.save_what_was(p_import);
  perform private.begin_audit_batch();
  perform private.draft_import_audit(p_import);
  perform private.step_import(p_import, 5);

  -- From here on people may wait. Lock: the orders, then the member, then, as the last one, the audit head.
  if private.lock_import_orders(p_import, p_confirmed) then
    v_found := v_found || jsonb_build_object('counts', private.count_import(p_import, 0));
  end if;
  v_member := private.require_member(v_org, 'admin');
  perform private.write_changed_orders(p_import, v_source);
  perform private.close_missing_orders(p_import);
  perform private.flag_met_requests(p_import, v_member.id);
  perform private.step_import(p_import, 6);
  update public.imports set status = 'committed', source_id = v_source, closed_by = v_member.id, closed_at = now(), previewed_at = now(),
    counts = v_found -> 'counts', preview = v_found - 'counts', earlier_format = v_earlier
    where org_id = v_org and id = p_import.id;
  perform private.append_audit(v_org, v_member.id, 'import.committed', null, null, null, jsonb_strip_nulls(jsonb_build_object(
    'import_id', p_import.id, 'number', p_import.number, 'file_name', p_import.file_name, 'file_hash', p_import.file_hash,
    'rows', p_import.row_count, 'counts', v_found -> 'counts', 'confirmed', nullif(v_found -> 'confirmations', '[]')
  )));
  perform private.append_audit_batch(v_member);
  return v_found;
end
$$;

-- Only the last import of a source can be undone.
create function private.forget_earlier_writes(p_org uuid, p_source uuid, p_import_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
  delete from public.import_line_writes w using public.imports i
    where w.org_id = p_org and i.org_id = p_org and i.id = w.import_id and i.source_id = p_source and i.id <> p_import_id;
  delete from public.import_writes w using public.imports i
    where w.org_id = p_org and i.org_id = p_org and i.id = w.import_id and i.source_id = p_source and i.id <> p_import_id;
$$;

-- A million rows take longer than the eight seconds a client role has.
create function public.commit_import(p_import_id uuid, p_idempotency_key text, p_choices jsonb default null) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '600s' as $$
  select private.commit_import(p_import_id, p_idempotency_key, p_choices)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.commit_import(uuid, text, jsonb) from public;
grant execute on function private.commit_import(uuid, text, jsonb), public.commit_import(uuid, text, jsonb) to authenticated;
