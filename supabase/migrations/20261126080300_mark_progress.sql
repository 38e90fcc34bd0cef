-- mark_progress, take_back_mark: the floor says here how far an order or a line is, for companies whose export comes once a day.
-- Marks on all lines of an order are one on the order. A mark locks at once, and no import takes it back. The lock reads it through reached_stage; nothing else knows about it.
-- Outcomes: marked · already (as far as that, or further) · refused (it is cancelled, closed or removed);
-- taken_back · nothing_to_take_back · refused (the source has shipped it).
-- Refuse with PT401, PT404 not_found, PT403 role_required, PT422 (stage, lines, note, key).

create function private.require_floor(p_org uuid) returns public.members
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org);
begin
  if not v_member.roles && '{fulfillment,admin}' then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'fulfillment'), 'Ask an admin of your organization for this role.');
  end if;
  return v_member;
end
$$;

-- What a mark would come to on what is locked: {state: mark · already · refused, …}. p_line null: the order as a whole.
create function private.judge_mark(p_order public.orders, p_line public.order_lines, p_stage public.order_stage) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_is_line boolean := p_line.id is not null;
  v_stage public.order_stage := case when p_line.id is null then p_order.reached_stage else private.line_stage(p_order.reached_stage, p_line) end;
  v_mark public.order_stage := case when p_line.id is null then p_order.marked_stage else greatest(p_line.marked_stage, p_order.marked_stage) end;
  v_facts jsonb := jsonb_strip_nulls(jsonb_build_object('line_id', p_line.id, 'line', p_line.position, 'sku', p_line.sku));
begin
  if p_order.stage in ('cancelled', 'closed') or v_is_line and p_line.status_stage in ('cancelled', 'closed') then
    return v_facts || jsonb_build_object('state', 'refused', 'code', 'not_to_be_shipped',
      'stage', case when p_order.stage in ('cancelled', 'closed') then p_order.stage else p_line.status_stage end);
  elsif v_is_line and p_line.removed_at is not null then
    return v_facts || jsonb_build_object('state', 'refused', 'code', 'line_removed');
  -- Where nobody knows the stage or only a part has left, nothing but an earlier mark says that it is as far.
  elsif v_mark >= p_stage or v_stage in ('picked', 'packed', 'shipped') and v_stage >= p_stage then
    return v_facts || jsonb_build_object('state', 'already', 'stage', v_stage);
  end if;
  return v_facts || jsonb_build_object('state', 'mark', 'stage', v_stage);
end
$$;

-- After a mark: what nobody can write any more expires at once and its people are told; what still can be written in part
-- waits for its decision, which meets the new version; it is flagged and its people are told as after an import. Called with the order, its
-- lines and its pending requests locked. p_moved: [{field, before, after, sku}].
create function private.settle_marked(p_member public.members, p_order_id uuid, p_moved jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_member.org_id;
  v_order public.orders;
  v_request public.change_requests;
  v_flag public.request_flags;
  v_changes jsonb;
  v_problems jsonb;
  v_expired jsonb := '[]';
  v_held_up jsonb := '[]';
  v_today date := (select (now() at time zone g.time_zone)::date from public.organizations g where g.id = p_member.org_id);
begin
  select * into strict v_order from public.orders o where o.org_id = v_org and o.id = p_order_id;
  for v_request in
    select * from public.change_requests r where r.org_id = v_org and r.order_id = p_order_id and r.status = 'pending' order by r.id
  loop
    v_changes := private.round_changes(v_request, '{}');
    v_problems := private.check_changes(v_order, v_changes, v_today);
    if private.is_locked_out(v_changes, v_problems) then
      perform private.expire_locked(v_order, v_request, 'order_locked', v_problems);
      v_expired := v_expired || to_jsonb(v_request.reference);
    elsif v_problems <> '[]' then
      v_held_up := v_held_up || to_jsonb(v_request.reference);
      insert into public.request_flags (org_id, request_id, round, marked_version, moved, by_member)
        values (v_org, v_request.id, v_request.round, v_order.version, p_moved, p_member.id)
        returning * into v_flag;
      perform private.tell_moved(v_flag);
    end if;
  end loop;
  return jsonb_build_object('expired', v_expired, 'held_up', v_held_up);
end
$$;

-- Lock: the order, then its lines by id, then its pending requests by id; the trail's head comes last.
create function private.lock_to_mark(p_org uuid, p_order_id uuid) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  select * into strict v_order from public.orders o where o.org_id = p_org and o.id = p_order_id for update;
  perform from public.order_lines l where l.org_id = p_org and l.order_id = p_order_id order by l.id for update;
  perform from public.change_requests r where r.org_id = p_org and r.order_id = p_order_id and r.status = 'pending' order by r.id for update;
  return v_order;
end
$$;

create function private.mark_locked(p_member public.members, p_order_id uuid, p_line_ids uuid[], p_stage public.order_stage) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_member.org_id;
  v_order public.orders := private.lock_to_mark(p_member.org_id, p_order_id);
  v_judged jsonb;
  v_marked jsonb;
  v_refused jsonb;
  v_base jsonb;
  v_reached public.order_stage;
  v_order_stage jsonb := '{}';
begin
  if cardinality(p_line_ids) is distinct from (
    select count(*) from public.order_lines l where l.org_id = v_org and l.order_id = p_order_id and l.id = any (p_line_ids)
  ) and p_line_ids is not null then
    perform private.fail(404, 'not_found', null, 'This line is not on the order. Reload the page.');
  end if;
  if p_line_ids is null then
    v_judged := jsonb_build_array(private.judge_mark(v_order, null, p_stage));
  else
    select jsonb_agg(private.judge_mark(v_order, l, p_stage) order by l.position) into v_judged
      from public.order_lines l where l.org_id = v_org and l.order_id = p_order_id and l.id = any (p_line_ids);
  end if;
  v_marked := coalesce((select jsonb_agg(j - 'state') from jsonb_array_elements(v_judged) j where j ->> 'state' = 'mark'), '[]');
  v_refused := coalesce((select jsonb_agg(j - 'state') from jsonb_array_elements(v_judged) j where j ->> 'state' = 'refused'), '[]');
  v_base := jsonb_build_object(
    'order_id', v_order.id, 'order_number', v_order.order_number, 'stage', p_stage, 'is_whole_order', p_line_ids is null,
    'lines', case when p_line_ids is null then '[]' else v_marked end, 'problems', v_refused, 'version', v_order.version,
    'reached', coalesce((select j -> 'stage' from jsonb_array_elements(v_judged) j where j ->> 'state' = 'already' limit 1), to_jsonb(v_order.reached_stage)),
    'expired', '[]'::jsonb, 'held_up', '[]'::jsonb
  );

  if v_marked <> '[]' then
    if p_line_ids is null then
      update public.orders set marked_stage = p_stage, marked_by = p_member.id, marked_at = now() where org_id = v_org and id = p_order_id;
    else
      update public.order_lines set marked_stage = p_stage, marked_by = p_member.id, marked_at = now()
        where org_id = v_org and id in (select (m ->> 'line_id')::uuid from jsonb_array_elements(v_marked) m);
    end if;
    update public.orders o set lines_stage = private.lines_stage(o), version = version + 1, updated_at = now()
      where org_id = v_org and id = p_order_id returning o.reached_stage into v_reached;
    if p_line_ids is not null and v_reached <> v_order.reached_stage then
      v_order_stage := jsonb_build_object('order_stage', v_reached);
    end if;
  end if;
  if v_refused <> '[]' then
    perform private.append_audit(v_org, p_member.id, 'order.mark_refused', p_order_id, null, null,
      jsonb_build_object('stage', p_stage, 'problems', v_refused));
  end if;
  if v_marked = '[]' then
    return v_base || jsonb_build_object('outcome', case when v_refused <> '[]' then 'refused' else 'already' end);
  end if;
  perform private.append_audit(v_org, p_member.id, 'order.marked', p_order_id, null,
    jsonb_build_object('version', v_order.version) || case when p_line_ids is null then jsonb_build_object('stage', v_order.reached_stage) else '{}' end,
    jsonb_build_object('version', v_order.version + 1, 'stage', p_stage) || case when p_line_ids is null then '{}' else jsonb_build_object('lines', v_marked) end || v_order_stage);
  return v_base || v_order_stage || jsonb_build_object('outcome', 'marked', 'version', v_order.version + 1) || private.settle_marked(p_member, p_order_id, (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('field', 'stage', 'sku', m -> 'sku', 'before', m -> 'stage', 'after', p_stage)))
    from jsonb_array_elements(v_marked) m
  ));
end
$$;

create function private.mark_progress(p_order_id uuid, p_line_ids uuid[], p_stage text, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'mark_progress';
  v_org uuid;
  v_member public.members;
  v_ids uuid[];
  v_stored jsonb;
begin
  select o.org_id into v_org from public.orders o where o.org_id = any (private.member_org_ids()) and o.id = p_order_id;
  v_member := private.require_floor(v_org);
  if p_stage is null or p_stage not in ('picked', 'packed', 'shipped') then
    perform private.fail(422, 'unknown_stage', jsonb_build_object('field', 'stage', 'value', left(p_stage, 40)), 'Choose picked, packed or shipped.');
  end if;
  if p_line_ids is not null then
    v_ids := array(select distinct i from unnest(p_line_ids) i order by 1);
    if cardinality(v_ids) not between 1 and 500 or array_position(v_ids, null) is not null then
      perform private.fail(422, 'invalid_lines', jsonb_build_object('field', 'line_ids', 'count', cardinality(v_ids)), 'Choose 1 to 500 lines, or the whole order.');
    end if;
  end if;
  v_stored := private.claim_idempotency_key(v_org, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_order_id, to_jsonb(v_ids), p_stage));
  if v_stored is not null then
    return v_stored;
  end if;
  return private.answer(v_org, v_member.id, c_command, p_idempotency_key,
    private.mark_locked(v_member, p_order_id, v_ids, p_stage::public.order_stage));
end
$$;

create function private.take_back_locked(p_member public.members, p_order_id uuid, p_line_id uuid, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_member.org_id;
  v_order public.orders := private.lock_to_mark(p_member.org_id, p_order_id);
  v_line public.order_lines;
  v_mark public.order_stage := v_order.marked_stage;
  v_base jsonb;
  v_problems jsonb;
  v_reached public.order_stage := v_order.reached_stage;
begin
  if p_line_id is not null then
    select * into v_line from public.order_lines l where l.org_id = v_org and l.order_id = p_order_id and l.id = p_line_id;
    if not found then
      perform private.fail(404, 'not_found', null, 'This line is not on the order. Reload the page.');
    end if;
    v_mark := v_line.marked_stage;
  end if;
  v_base := jsonb_strip_nulls(jsonb_build_object(
    'order_id', v_order.id, 'order_number', v_order.order_number, 'line', v_line.position, 'sku', v_line.sku, 'stage', v_mark
  )) || jsonb_build_object('version', v_order.version, 'problems', '[]'::jsonb);
  if v_mark is null then
    return v_base || jsonb_build_object('outcome', 'nothing_to_take_back');
  end if;
  -- What has left the house does not come back by a click.
  if v_order.stage in ('shipped', 'closed', 'cancelled') or p_line_id is null and v_order.stage = 'partially_shipped'
    or v_line.status_stage in ('partially_shipped', 'shipped', 'closed', 'cancelled') or v_line.quantity_shipped > 0 then
    v_problems := jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
      'code', 'source_shipped', 'line_id', v_line.id, 'line', v_line.position, 'sku', v_line.sku, 'stage', coalesce(v_line.status_stage, v_order.stage)
    )));
    perform private.append_audit(v_org, p_member.id, 'order.mark_refused', p_order_id, null, null,
      jsonb_build_object('stage', v_mark, 'is_take_back', true, 'note', p_note, 'problems', v_problems));
    return v_base || jsonb_build_object('outcome', 'refused', 'problems', v_problems);
  end if;
  if p_line_id is null then
    update public.orders set marked_stage = null, marked_by = null, marked_at = null where org_id = v_org and id = p_order_id;
  else
    update public.order_lines set marked_stage = null, marked_by = null, marked_at = null where org_id = v_org and id = p_line_id;
  end if;
  update public.orders o set lines_stage = private.lines_stage(o), version = version + 1, updated_at = now()
    where org_id = v_org and id = p_order_id returning * into v_order;
  perform private.append_audit(v_org, p_member.id, 'order.mark_taken_back', p_order_id, null,
    jsonb_build_object('version', v_order.version - 1, 'stage', v_mark),
    jsonb_strip_nulls(jsonb_build_object('version', v_order.version, 'stage', v_order.reached_stage, 'note', p_note,
      'line', v_line.position, 'sku', v_line.sku)) || case when p_line_id is not null and v_order.reached_stage <> v_reached
        then jsonb_build_object('order_stage', v_order.reached_stage) else '{}' end);
  return v_base || jsonb_build_object('outcome', 'taken_back', 'version', v_order.version, 'reached', v_order.reached_stage,
    'is_order_moved', v_order.reached_stage <> v_reached);
end
$$;

create function private.take_back_mark(p_order_id uuid, p_line_id uuid, p_note text, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'take_back_mark';
  v_org uuid;
  v_member public.members;
  v_note text;
  v_stored jsonb;
begin
  select o.org_id into v_org from public.orders o where o.org_id = any (private.member_org_ids()) and o.id = p_order_id;
  v_member := private.require_floor(v_org);
  v_note := private.text_argument('note', p_note, 2000);
  v_stored := private.claim_idempotency_key(v_org, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_order_id, p_line_id, v_note));
  if v_stored is not null then
    return v_stored;
  end if;
  return private.answer(v_org, v_member.id, c_command, p_idempotency_key, private.take_back_locked(v_member, p_order_id, p_line_id, v_note));
end
$$;

-- Every mark there is, with who and when, and whether the source has not said as much by itself yet.
create view public.order_marks with (security_invoker = true) as
  select
    o.org_id, o.id as order_id, null::uuid as line_id, o.marked_stage as stage, o.marked_at, m.name as marked_by,
    o.reached_stage <> o.stage as is_ahead,
    o.stage not in ('partially_shipped', 'shipped', 'closed', 'cancelled') as can_be_taken_back
  from public.orders o
  join public.members m on m.org_id = o.org_id and m.id = o.marked_by
  union all
  select
    l.org_id, l.order_id, l.id, l.marked_stage, l.marked_at, m.name,
    l.reached_stage is distinct from l.status_stage,
    o.stage not in ('shipped', 'closed', 'cancelled') and coalesce(l.quantity_shipped, 0) = 0
      and coalesce(l.status_stage not in ('partially_shipped', 'shipped', 'closed', 'cancelled'), true)
  from public.order_lines l
  join public.orders o on o.org_id = l.org_id and o.id = l.order_id
  join public.members m on m.org_id = l.org_id and m.id = l.marked_by
  where l.removed_at is null;

grant select on public.order_marks to authenticated;

comment on view public.order_marks is 'What fulfillment marked here, per order and per line. is_ahead: the source does not say as much yet.';

create function public.mark_progress(p_order_id uuid, p_line_ids uuid[], p_stage text, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.mark_progress(p_order_id, p_line_ids, p_stage, p_idempotency_key) $$;
create function public.take_back_mark(p_order_id uuid, p_line_id uuid, p_note text, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.take_back_mark(p_order_id, p_line_id, p_note, p_idempotency_key) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.mark_progress(uuid, uuid[], text, text), public.take_back_mark(uuid, uuid, text, text) from public;
grant execute on function
  private.mark_progress(uuid, uuid[], text, text), private.take_back_mark(uuid, uuid, text, text),
  public.mark_progress(uuid, uuid[], text, text), public.take_back_mark(uuid, uuid, text, text)
to authenticated;
