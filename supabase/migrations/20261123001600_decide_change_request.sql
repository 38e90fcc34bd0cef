-- decide_change_request, withdraw_change_request.
-- Outcomes: applied · rejected · returned · refused · stale · conflict · already_decided; withdrawn · already_decided.
-- Refuses with PT401, PT404 not_found, PT403 role_required | own_request | not_your_request, PT422 (malformed, note missing, key reused).

-- The order as it stands, line by line: the "now" of the three-way view.
create function private.order_facts(p_order public.orders) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'version', p_order.version, 'stage', p_order.stage, 'requested_ship_date', p_order.requested_ship_date, 'updated_at', p_order.updated_at
  )
$$;

create function private.close_request(
  p_request public.change_requests, p_status public.request_status, p_decider uuid, p_note text,
  p_problems jsonb default '[]', p_applied_version integer default null
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.change_requests set
    status = p_status, decided_by = p_decider, decision_note = p_note,
    -- Withdrawing what was sent back leaves the time of that decision as it was.
    decided_at = case when p_status = 'withdrawn' then decided_at when p_decider is not null then now() end,
    problems = p_problems, applied_version = p_applied_version, closed_at = case when p_status <> 'returned' then now() end
  where org_id = p_request.org_id and id = p_request.id;
  delete from public.open_targets where org_id = p_request.org_id and request_id = p_request.id;
end
$$;

create function private.decide_locked(
  p_member public.members, p_request_id uuid, p_decision public.decision_kind, p_note text, p_expected_version integer, p_payload_hash text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_member.org_id;
  v_order_id uuid;
  v_order public.orders;
  v_request public.change_requests;
  v_changes jsonb;
  v_today date := (select (now() at time zone g.time_zone)::date from public.organizations g where g.id = p_member.org_id);
  v_problems jsonb;
  v_outcome public.request_status;
  v_version integer;
  v_base jsonb;
begin
  -- Lock: order, then its lines by id, then the request. A request never moves to another order.
  select r.order_id into strict v_order_id from public.change_requests r where r.org_id = v_org and r.id = p_request_id;
  select * into strict v_order from public.orders o where o.org_id = v_org and o.id = v_order_id for update;
  perform from public.order_lines l where l.org_id = v_org and l.order_id = v_order_id order by l.id for update;
  select * into strict v_request from public.change_requests r where r.org_id = v_org and r.id = p_request_id for update;

  if exists (
    select from public.request_rounds t where t.org_id = v_org and t.request_id = v_request.id and t.authored_by = p_member.id
  ) then
    perform private.fail(403, 'own_request', null, 'Somebody else has to decide what you asked for.');
  end if;
  if v_request.status <> 'pending' then
    return private.already_decided(v_request);
  end if;

  v_base := jsonb_build_object(
    'request_id', v_request.id, 'reference', v_request.reference, 'round', v_request.round, 'payload_hash', v_request.payload_hash,
    'base_version', v_request.base_version, 'version', v_order.version, 'order', private.order_facts(v_order)
  );

  -- What you see is what you sign.
  if p_payload_hash <> v_request.payload_hash then
    v_problems := jsonb_build_array(jsonb_build_object('code', 'request_moved', 'round', v_request.round));
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null,
      jsonb_build_object('moment', 'decision', 'decision', p_decision, 'outcome', 'stale', 'problems', v_problems));
    return v_base || jsonb_build_object('outcome', 'stale', 'problems', v_problems);
  end if;
  select jsonb_agg(
    jsonb_build_object('kind', c.kind) || case when c.line_id is null then '{}' else jsonb_build_object('line_id', c.line_id) end || c.after
    order by c.position
  ) into strict v_changes
  from public.changes c where c.org_id = v_org and c.request_id = v_request.id and c.round = v_request.round;
  v_problems := private.moved_fields(v_order, v_request.id, v_request.round);
  if p_decision = 'approve' and v_problems <> '[]' or p_expected_version <> v_order.version then
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null, jsonb_build_object(
      'moment', 'decision', 'decision', p_decision, 'outcome', case when v_problems <> '[]' then 'conflict' else 'stale' end,
      'expected_version', p_expected_version, 'version', v_order.version, 'problems', v_problems
    ));
    if v_problems <> '[]' then
      return v_base || jsonb_build_object('outcome', 'conflict', 'problems', v_problems);
    end if;
    return v_base || jsonb_build_object('outcome', 'stale', 'problems', jsonb_build_array(jsonb_build_object(
      'code', 'order_moved', 'expected_version', p_expected_version, 'version', v_order.version, 'updated_at', v_order.updated_at
    )), 'refusals', private.check_changes(v_order, v_changes, v_today));
  end if;

  v_problems := '[]';
  if p_decision = 'approve' then
    v_problems := private.check_changes(v_order, v_changes, v_today);
    if v_problems = '[]' then
      v_version := private.apply_changes(v_order, v_request, p_member.id);
      v_outcome := 'applied';
    else
      v_outcome := 'refused';
    end if;
  else
    v_outcome := case p_decision when 'reject' then 'rejected' else 'returned' end;
  end if;

  perform private.close_request(v_request, v_outcome, p_member.id, p_note, v_problems, v_version);
  insert into public.decisions (org_id, request_id, round, decision, outcome, note, decided_by, order_version, payload_hash)
    values (v_org, v_request.id, v_request.round, p_decision, v_outcome, p_note, p_member.id, v_order.version, p_payload_hash);

  if v_outcome = 'refused' then
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null, jsonb_build_object(
      'moment', 'decision', 'decision', p_decision, 'outcome', 'refused', 'note', p_note, 'problems', v_problems
    ));
  else
    perform private.append_audit(v_org, p_member.id, 'request.' || v_outcome, v_order.id, v_request.id,
      jsonb_build_object('status', 'pending', 'version', v_order.version),
      jsonb_strip_nulls(jsonb_build_object('status', v_outcome, 'round', v_request.round, 'note', p_note, 'version', v_version)));
  end if;
  if v_outcome = 'applied' then
    perform private.append_audit(v_org, p_member.id, 'order.changed', v_order.id, v_request.id,
      jsonb_build_object('version', v_order.version),
      jsonb_build_object('version', v_version, 'changes', (
        select jsonb_agg(jsonb_build_object('kind', c.kind, 'line_id', c.line_id, 'before', c.before, 'after', c.after) order by c.position)
        from public.changes c where c.org_id = v_org and c.request_id = v_request.id and c.round = v_request.round
      )));
  end if;
  perform private.notify_request(v_org, v_request.id, ('request_' || v_outcome)::public.notification_template);

  return v_base || jsonb_build_object(
    'outcome', v_outcome, 'version', coalesce(v_version, v_order.version), 'problems', v_problems
  ) || case when v_version is null then '{}' else jsonb_build_object('applied_version', v_version) end;
end
$$;

create function private.decide_change_request(
  p_request_id uuid, p_decision text, p_note text, p_expected_version integer, p_payload_hash text, p_idempotency_key text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'decide_change_request';
  v_org uuid;
  v_member public.members;
  v_note text;
  v_stored jsonb;
begin
  select r.org_id into v_org from public.change_requests r where r.org_id = any (private.member_org_ids()) and r.id = p_request_id;
  v_member := private.require_member(v_org, 'approver');
  if p_decision is null or p_decision not in ('approve', 'reject', 'return') then
    perform private.fail(422, 'unknown_decision', jsonb_build_object('field', 'decision', 'value', left(p_decision, 40)), 'Choose approve, reject or send back.');
  end if;
  v_note := private.text_argument('note', p_note, 2000, p_decision <> 'approve');
  if p_expected_version is null or p_expected_version < 1 then
    perform private.fail(422, 'required', jsonb_build_object('field', 'expected_version'), 'Reload the page and decide on what it shows.');
  end if;
  if p_payload_hash is null or p_payload_hash !~ '^[0-9a-f]{64}$' then
    perform private.fail(422, 'invalid_payload_hash', jsonb_build_object('field', 'payload_hash'), 'Reload the page and decide on what it shows.');
  end if;
  v_stored := private.claim_idempotency_key(v_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_request_id, p_decision, v_note, p_expected_version, p_payload_hash));
  if v_stored is not null then
    return v_stored;
  end if;
  return private.answer(v_org, v_member.id, c_command, p_idempotency_key, private.decide_locked(
    v_member, p_request_id, p_decision::public.decision_kind, v_note, p_expected_version, p_payload_hash
  ));
end
$$;

create function private.withdraw_change_request(p_request_id uuid, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'withdraw_change_request';
  v_request public.change_requests;
  v_member public.members;
  v_stored jsonb;
begin
  select * into v_request from public.change_requests r where r.org_id = any (private.member_org_ids()) and r.id = p_request_id;
  v_member := private.require_member(v_request.org_id, 'requester');
  if v_request.requested_by <> v_member.id then
    perform private.fail(403, 'not_your_request', null, 'Only the person who asked can withdraw it.');
  end if;
  v_stored := private.claim_idempotency_key(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_request_id));
  if v_stored is not null then
    return v_stored;
  end if;
  -- Lock: the order before the request, as everywhere; no line is touched.
  perform from public.orders o where o.org_id = v_member.org_id and o.id = v_request.order_id for update;
  select * into strict v_request from public.change_requests r where r.org_id = v_member.org_id and r.id = p_request_id for update;
  if v_request.status not in ('pending', 'returned') then
    return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, private.already_decided(v_request));
  end if;
  perform private.close_request(v_request, 'withdrawn', v_request.decided_by, v_request.decision_note);
  perform private.append_audit(v_member.org_id, v_member.id, 'request.withdrawn', v_request.order_id, v_request.id,
    jsonb_build_object('status', v_request.status), jsonb_build_object('status', 'withdrawn'));
  return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'withdrawn', 'request_id', v_request.id, 'reference', v_request.reference, 'problems', '[]'::jsonb
  ));
end
$$;

create function public.decide_change_request(
  p_request_id uuid, p_decision text, p_note text, p_expected_version integer, p_payload_hash text, p_idempotency_key text
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.decide_change_request(p_request_id, p_decision, p_note, p_expected_version, p_payload_hash, p_idempotency_key)
$$;

create function public.withdraw_change_request(p_request_id uuid, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.withdraw_change_request(p_request_id, p_idempotency_key)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.decide_change_request(uuid, text, text, integer, text, text), public.withdraw_change_request(uuid, text)
from public;
grant execute on function
  private.decide_change_request(uuid, text, text, integer, text, text), private.withdraw_change_request(uuid, text),
  public.decide_change_request(uuid, text, text, integer, text, text), public.withdraw_change_request(uuid, text)
to authenticated;
