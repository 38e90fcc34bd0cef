-- decide_change_request.
-- Outcomes: applied · step_approved · rejected · returned · refused · expired · stale · conflict · already_decided.
-- Refuses with PT401, PT404 not_found, PT403 role_required | own_request | stands_for_author | not_your_decision,
-- PT422 (malformed, note missing, nothing left to approve, key reused).

-- The order as it stands, line by line: the "now" of the three-way view.
create function private.order_facts(p_order public.orders) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'version', p_order.version, 'stage', p_order.reached_stage, 'requested_ship_date', p_order.requested_ship_date, 'updated_at', p_order.updated_at
  )
$$;

create function private.close_request(
  p_request public.change_requests, p_status public.request_status, p_decider uuid, p_note text,
  p_problems jsonb default '[]', p_applied_version integer default null, p_decided_for uuid default null
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.change_requests set
    status = p_status, decided_by = p_decider, decided_for = p_decided_for, decision_note = p_note,
    -- Withdrawing what was sent back leaves the time of that decision as it was.
    decided_at = case when p_status = 'withdrawn' then decided_at when p_decider is not null then now() end,
    problems = p_problems, applied_version = p_applied_version, closed_at = case when p_status <> 'returned' then now() end
  where org_id = p_request.org_id and id = p_request.id;
  delete from public.open_targets where org_id = p_request.org_id and request_id = p_request.id;
end
$$;

-- The answer to an approver who has approved this round before: somebody else takes the rest of it.
create function private.already_approved(p_request public.change_requests, p_decision public.decisions) returns jsonb
language sql stable set search_path = '' as $$
  select private.already_decided(p_request) || jsonb_build_object(
    'decided_by', (select m.name from public.members m where m.org_id = p_request.org_id and m.id = p_decision.decided_by),
    'decided_at', p_decision.decided_at, 'note', p_decision.note, 'step', p_request.step
  )
$$;

create function private.decide_locked(
  p_member public.members, p_request_id uuid, p_decision public.decision_kind, p_note text, p_expected_version integer, p_payload_hash text,
  p_rejected integer[]
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_member.org_id;
  v_order_id uuid;
  v_order public.orders;
  v_request public.change_requests;
  v_routing record;
  v_earlier public.decisions;
  v_decider record;
  v_rejected integer[];
  v_changes jsonb;
  v_today date := (select (now() at time zone g.time_zone)::date from public.organizations g where g.id = p_member.org_id);
  v_problems jsonb;
  v_outcome public.request_status;
  v_version integer;
  v_base jsonb;
  v_said jsonb;
begin
  -- Lock: order, then its lines by id, then the request. A request never moves to another order.
  select r.order_id into strict v_order_id from public.change_requests r where r.org_id = v_org and r.id = p_request_id;
  select * into strict v_order from public.orders o where o.org_id = v_org and o.id = v_order_id for update;
  perform from public.order_lines l where l.org_id = v_org and l.order_id = v_order_id order by l.id for update;
  select * into strict v_request from public.change_requests r where r.org_id = v_org and r.id = p_request_id for update;

  perform private.refuse_the_barred(p_member, private.authors_of(v_request));
  if v_request.status <> 'pending' then
    return private.already_decided(v_request);
  end if;
  select * into v_earlier from public.decisions d
    where d.org_id = v_org and d.request_id = v_request.id and d.round = v_request.round and d.decided_by = p_member.id;
  if found then
    return private.already_approved(v_request, v_earlier);
  end if;
  select * into strict v_routing from public.request_routing q where q.org_id = v_org and q.request_id = v_request.id;
  select * into v_decider from private.deciders(v_org, v_request.id) d where d.member_id = p_member.id;
  if not found then
    perform private.refuse_the_uninvited(p_member, v_routing.rule_name, v_request.step);
  end if;

  v_base := jsonb_build_object(
    'request_id', v_request.id, 'reference', v_request.reference, 'round', v_request.round, 'payload_hash', v_request.payload_hash,
    'base_version', v_request.base_version, 'version', v_order.version, 'order', private.order_facts(v_order),
    'step', v_request.step, 'step_count', jsonb_array_length(v_routing.steps)
  );

  -- Too late: the truck has left, whether the scheduled route has come by or not.
  if v_request.due_at <= now() then
    return v_base || private.expire_locked(v_order, v_request, 'cutoff_passed', '[]');
  end if;

  -- What you see is what you sign.
  if p_payload_hash <> v_request.payload_hash then
    v_problems := jsonb_build_array(jsonb_build_object('code', 'request_moved', 'round', v_request.round));
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null,
      jsonb_build_object('moment', 'decision', 'decision', p_decision, 'outcome', 'stale', 'problems', v_problems));
    return v_base || jsonb_build_object('outcome', 'stale', 'problems', v_problems);
  end if;
  v_rejected := private.rejected_argument(v_request, p_rejected);
  v_changes := private.round_changes(v_request, v_rejected);
  v_problems := private.moved_fields(v_order, v_request.id, v_request.round, v_rejected);
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
    if v_problems <> '[]' then
      v_outcome := 'refused';
    else
      if v_rejected <> '{}' then
        perform private.reject_changes(v_request, v_rejected);
      end if;
      if private.approvals_left(v_routing.steps, v_request.step, v_routing.approvals) > 1 then
        v_outcome := 'pending';
      else
        v_version := private.apply_changes(v_order, v_request, p_member.id);
        v_outcome := 'applied';
      end if;
    end if;
  else
    v_outcome := case p_decision when 'reject' then 'rejected' else 'returned' end;
  end if;

  insert into public.decisions (
    org_id, request_id, round, step, decision, outcome, note, decided_by, on_behalf_of, basis, rejected_changes, order_version, payload_hash
  ) values (
    v_org, v_request.id, v_request.round, v_request.step, p_decision, v_outcome, p_note, p_member.id, v_decider.on_behalf_of, v_decider.basis,
    v_rejected, v_order.version, p_payload_hash
  );
  v_said := jsonb_strip_nulls(jsonb_build_object(
    'round', v_request.round, 'note', p_note, 'version', v_version,
    'rejected', case when v_rejected <> '{}' then to_jsonb(v_rejected) end,
    'on_behalf_of', (select m.name from public.members m where m.org_id = v_org and m.id = v_decider.on_behalf_of),
    'basis', case when v_decider.basis in ('backup', 'admin') then v_decider.basis end
  ));
  if v_outcome = 'pending' then
    return v_base || private.go_on(p_member, v_request, v_routing.steps, v_routing.approvals, v_said);
  end if;

  perform private.close_request(v_request, v_outcome, p_member.id, p_note, v_problems, v_version, v_decider.on_behalf_of);
  if v_outcome in ('applied', 'rejected') then
    update public.changes set outcome = v_outcome::text::public.change_outcome
      where org_id = v_org and request_id = v_request.id and round = v_request.round and outcome is null;
  end if;
  if v_outcome = 'refused' then
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null, jsonb_build_object(
      'moment', 'decision', 'decision', p_decision, 'outcome', 'refused', 'note', p_note, 'problems', v_problems
    ));
  else
    perform private.append_audit(v_org, p_member.id, 'request.' || v_outcome, v_order.id, v_request.id,
      jsonb_build_object('status', 'pending', 'version', v_order.version), jsonb_build_object('status', v_outcome) || v_said);
  end if;
  if v_outcome = 'applied' then
    perform private.append_audit(v_org, p_member.id, 'order.changed', v_order.id, v_request.id,
      jsonb_build_object('version', v_order.version),
      jsonb_build_object('version', v_version, 'changes', (
        select jsonb_agg(jsonb_build_object('kind', c.kind, 'line_id', c.line_id, 'before', c.before, 'after', c.after) order by c.position)
        from public.changes c where c.org_id = v_org and c.request_id = v_request.id and c.round = v_request.round and c.outcome = 'applied'
      )));
  end if;
  perform private.notify_request(v_org, v_request.id, ('request_' || v_outcome)::public.notification_template);

  return v_base || jsonb_build_object(
    'outcome', v_outcome, 'version', coalesce(v_version, v_order.version), 'problems', v_problems, 'rejected_changes', (
      select coalesce(jsonb_agg(c.position order by c.position), '[]') from public.changes c
      where c.org_id = v_org and c.request_id = v_request.id and c.round = v_request.round and c.outcome = 'rejected'
    )
  ) || case when v_version is null then '{}' else jsonb_build_object('applied_version', v_version) end;
end
$$;

-- An approval that was not the last one needed: the request stays pending, in the next step once this one has all of its
-- approvals, and those who can decide it now hear of it.
create function private.go_on(
  p_member public.members, p_request public.change_requests, p_steps jsonb, p_approvals integer, p_said jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_step integer := p_request.step;
  v_required integer := private.step_required(p_steps, p_request.step);
begin
  if p_approvals + 1 >= v_required then
    v_step := v_step + 1;
    update public.change_requests set step = v_step where org_id = p_request.org_id and id = p_request.id;
  end if;
  perform private.append_audit(p_request.org_id, p_member.id, 'request.step_approved', p_request.order_id, p_request.id, null, p_said || jsonb_build_object(
    'step', p_request.step, 'step_count', jsonb_array_length(p_steps), 'approvals', p_approvals + 1, 'required', v_required
  ));
  perform private.notify_request(p_request.org_id, p_request.id,
    (case v_step when 1 then 'request_submitted' else 'request_step_approved' end)::public.notification_template);
  return jsonb_build_object(
    'outcome', 'step_approved', 'problems', '[]'::jsonb, 'waits_in_step', v_step, 'approvals', p_approvals + 1, 'required', v_required,
    'rejected_changes', coalesce(p_said -> 'rejected', '[]'),
    'next', coalesce((
      select jsonb_agg(m.name order by m.name) from private.deciders(p_request.org_id, p_request.id) d
      join public.members m on m.org_id = p_request.org_id and m.id = d.member_id
    ), '[]')
  );
end
$$;

create function private.decide_change_request(
  p_request_id uuid, p_decision text, p_note text, p_expected_version integer, p_payload_hash text, p_idempotency_key text,
  p_rejected_changes integer[]
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'decide_change_request';
  v_org uuid;
  v_member public.members;
  v_note text;
  v_rejected integer[] := coalesce(p_rejected_changes, '{}');
  v_stored jsonb;
begin
  select r.org_id into v_org from public.change_requests r where r.org_id = any (private.member_org_ids()) and r.id = p_request_id;
  v_member := private.require_member(v_org);
  -- Admins only where no approver is left; asked again under the lock.
  if not v_member.roles && '{approver,admin}' then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'approver'), 'Ask an admin of your organization for this role.');
  end if;
  if p_decision is null or p_decision not in ('approve', 'reject', 'return') then
    perform private.fail(422, 'unknown_decision', jsonb_build_object('field', 'decision', 'value', left(p_decision, 40)), 'Choose approve, reject or send back.');
  end if;
  if v_rejected <> '{}' and p_decision <> 'approve' or cardinality(v_rejected) > 100 or array_ndims(v_rejected) > 1
    or array_position(v_rejected, null) is not null then
    perform private.fail(422, 'unknown_change', jsonb_build_object('field', 'rejected_changes'), 'Changes are left out of an approval. Reload the page and decide on what it shows.');
  end if;
  v_note := private.text_argument('note', p_note, 2000, p_decision <> 'approve' or v_rejected <> '{}');
  if p_expected_version is null or p_expected_version < 1 then
    perform private.fail(422, 'required', jsonb_build_object('field', 'expected_version'), 'Reload the page and decide on what it shows.');
  end if;
  if p_payload_hash is null or p_payload_hash !~ '^[0-9a-f]{64}$' then
    perform private.fail(422, 'invalid_payload_hash', jsonb_build_object('field', 'payload_hash'), 'Reload the page and decide on what it shows.');
  end if;
  v_stored := private.claim_idempotency_key(v_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_request_id, p_decision, v_note, p_expected_version, p_payload_hash, to_jsonb(v_rejected)));
  if v_stored is not null then
    return v_stored;
  end if;
  return private.answer(v_org, v_member.id, c_command, p_idempotency_key, private.decide_locked(
    v_member, p_request_id, p_decision::public.decision_kind, v_note, p_expected_version, p_payload_hash, v_rejected
  ));
end
$$;

create function public.decide_change_request(
  p_request_id uuid, p_decision text, p_note text, p_expected_version integer, p_payload_hash text, p_idempotency_key text,
  p_rejected_changes integer[] default null
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.decide_change_request(p_request_id, p_decision, p_note, p_expected_version, p_payload_hash, p_idempotency_key, p_rejected_changes)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.decide_change_request(uuid, text, text, integer, text, text, integer[]) from public;
grant execute on function
  private.decide_change_request(uuid, text, text, integer, text, text, integer[]), public.decide_change_request(uuid, text, text, integer, text, text, integer[])
to authenticated;
