-- submit_change_request, resubmit_change_request.
-- Outcomes: submitted · refused · stale · duplicate · overlap (· already_decided on resubmit).
-- Refuses with PT401, PT404 not_found, PT403 role_required, PT409 rate_limited, PT422 (malformed, unchanged, unknown reason, key reused).

-- Rows for one round of a request, and what it holds while it is pending. p_rule: who has to decide it, frozen here.
create function private.file_round(
  p_request public.change_requests, p_author uuid, p_snapshot jsonb, p_changes jsonb, p_policy_version integer, p_rule jsonb, p_facts jsonb
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.request_rounds (
    org_id, request_id, round, authored_by, base_version, payload_hash, reason_code, reason, policy_version, rule_id, rule_name, steps, routing_facts
  ) values (
    p_request.org_id, p_request.id, p_request.round, p_author, p_request.base_version, p_request.payload_hash, p_request.reason_code,
    p_request.reason, p_policy_version, p_rule ->> 'id', p_rule ->> 'name', p_rule -> 'steps', p_facts
  );
  insert into public.changes (org_id, request_id, round, position, kind, line_id, before, after)
    select p_request.org_id, p_request.id, p_request.round, s.n, (s.change ->> 'kind')::public.change_kind,
           (s.change ->> 'line_id')::uuid, s.change -> 'before', s.change -> 'after'
    from jsonb_array_elements(p_snapshot) with ordinality s (change, n);
  if p_request.status = 'pending' then
    insert into public.open_targets (org_id, order_id, target, request_id)
      select p_request.org_id, p_request.order_id, t.target, p_request.id
      from jsonb_array_elements(p_changes) c (change), unnest(private.change_targets(c.change)) t (target);
  end if;
end
$$;

-- The common part of a first and a further round: p_request is null for a first one.
create function private.submit_round(
  p_member public.members, p_order_id uuid, p_request public.change_requests, p_base_version integer, p_changes jsonb,
  p_reason_code text, p_reason text, p_reverses uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_org uuid := p_member.org_id;
  v_order public.orders;
  v_request public.change_requests := p_request;
  v_today date := (select (now() at time zone g.time_zone)::date from public.organizations g where g.id = p_member.org_id);
  v_reason text := private.text_argument('reason', p_reason, 2000);
  v_changes jsonb := private.parse_changes(p_changes, v_today);
  v_snapshot jsonb;
  v_problems jsonb;
  v_in_the_way jsonb;
  v_outcome text;
  v_policy_version integer;
  v_rule jsonb;
  v_facts jsonb;
begin
  perform private.check_change_formats(v_org, v_changes);
  perform private.refuse_emptying(v_org, coalesce(p_reverses, v_request.reverses), v_changes);
  if p_base_version is null or p_base_version < 1 then
    perform private.fail(422, 'required', jsonb_build_object('field', 'base_version'), 'Reload the page and change what it shows.');
  end if;
  if not exists (select from public.reasons r where r.org_id = v_org and r.code = p_reason_code and r.active) then
    perform private.fail(422, 'unknown_reason', jsonb_build_object('field', 'reason_code', 'value', left(p_reason_code, 60)), 'Choose a reason from the list.');
  end if;

  -- Lock: the order first, then its lines by id. Everything below is judged on these rows.
  select * into strict v_order from public.orders o where o.org_id = v_org and o.id = p_order_id for update;
  perform from public.order_lines l where l.org_id = v_org and l.order_id = v_order.id order by l.id for update;

  if v_request.id is not null then
    -- Lock: the request, after its order.
    select * into strict v_request from public.change_requests r where r.org_id = v_org and r.id = v_request.id for update;
    if v_request.status <> 'returned' then
      return private.already_decided(v_request);
    end if;
  end if;

  v_problems := private.check_changes(v_order, v_changes, v_today);
  if v_problems <> '[]' then
    v_outcome := 'refused';
    v_snapshot := private.snapshot_changes_leniently(v_order, v_changes);
  elsif p_base_version is distinct from v_order.version then
    v_problems := jsonb_build_array(jsonb_build_object(
      'code', 'order_moved', 'base_version', p_base_version, 'version', v_order.version, 'updated_at', v_order.updated_at
    ));
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null, jsonb_build_object(
      'moment', 'submit', 'outcome', 'stale', 'problems', v_problems, 'changes', v_changes
    ));
    return jsonb_build_object('outcome', 'stale', 'version', v_order.version, 'problems', v_problems);
  else
    v_snapshot := private.snapshot_changes(v_order, v_changes);
    v_in_the_way := coalesce(private.find_reversal(v_org, p_reverses), private.find_requests_in_the_way(v_order, v_changes));
    if v_in_the_way is not null then
      v_problems := v_in_the_way -> 'problems';
      perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null, jsonb_build_object(
        'moment', 'submit', 'outcome', v_in_the_way -> 'outcome', 'problems', v_problems, 'changes', v_changes
      ));
      return v_in_the_way || jsonb_build_object('version', v_order.version);
    end if;
    v_facts := private.routing_facts(v_order, v_snapshot, p_member.id, v_today);
    select p.version, private.matching_rule(p.rules, v_facts) into v_policy_version, v_rule from private.current_policy(v_org) p;
    v_outcome := 'submitted';
    if not private.can_be_decided(
      v_org, private.barred(v_org, private.authors_of(v_request) || p_member.id), private.approvals_left(v_rule -> 'steps', 1, 0)
    ) then
      v_problems := jsonb_build_array(jsonb_build_object(
        'code', 'nobody_can_decide', 'rule', v_rule ->> 'name', 'needed', private.approvals_left(v_rule -> 'steps', 1, 0)
      ));
      v_outcome := 'refused';
      v_policy_version := null;
      v_rule := null;
      v_facts := null;
    end if;
  end if;

  v_request.org_id := v_org;
  v_request.order_id := v_order.id;
  v_request.status := case v_outcome when 'submitted' then 'pending' else 'refused' end;
  v_request.reason_code := p_reason_code;
  v_request.reason := v_reason;
  v_request.base_version := v_order.version;
  v_request.payload_hash := encode(sha256(convert_to(v_changes::text, 'UTF8')), 'hex');
  v_request.problems := v_problems;
  if p_request.id is null then
    -- Lock: the organization's counter, so request numbers have no gaps.
    update public.request_counters set last_number = last_number + 1 where org_id = v_org returning last_number into strict v_request.number;
    insert into public.change_requests (
      org_id, number, order_id, status, requested_by, reason_code, reason, base_version, payload_hash, problems, closed_at, reverses
    ) values (
      v_org, v_request.number, v_order.id, v_request.status, p_member.id, p_reason_code, v_reason, v_request.base_version,
      v_request.payload_hash, v_problems, case v_outcome when 'refused' then now() end, p_reverses
    ) returning * into v_request;
  else
    update public.change_requests r set
      status = v_request.status, round = r.round + 1, step = 1, reason_code = p_reason_code, reason = v_reason,
      base_version = v_request.base_version, payload_hash = v_request.payload_hash, problems = v_problems, submitted_at = now(),
      decided_by = null, decided_for = null, decided_at = null, decision_note = null, closed_at = case v_outcome when 'refused' then now() end
    where r.org_id = v_org and r.id = v_request.id returning * into v_request;
  end if;
  perform private.file_round(v_request, p_member.id, v_snapshot, v_changes, v_policy_version, v_rule, v_facts);
  if v_outcome = 'submitted' then
    perform private.start_clock(v_request);
    perform private.append_audit(v_org, p_member.id,
      case when v_request.round = 1 then 'request.submitted' else 'request.resubmitted' end, v_order.id, v_request.id, null,
      jsonb_build_object('round', v_request.round, 'base_version', v_request.base_version, 'reason_code', p_reason_code,
        'reason', v_reason, 'payload_hash', v_request.payload_hash, 'changes', v_snapshot,
        'policy_version', v_policy_version, 'rule', v_rule -> 'name', 'steps', v_rule -> 'steps') || coalesce((
          select jsonb_build_object('reverses', u.reference) from public.change_requests u where u.org_id = v_org and u.id = v_request.reverses
        ), '{}'));
    perform private.notify_request(v_org, v_request.id, 'request_submitted');
  else
    perform private.append_audit(v_org, p_member.id, 'check.refused', v_order.id, v_request.id, null, jsonb_build_object(
      'moment', 'submit', 'outcome', 'refused', 'reason_code', p_reason_code, 'reason', v_reason, 'problems', v_problems, 'changes', v_snapshot
    ));
  end if;
  return jsonb_build_object(
    'outcome', v_outcome, 'request_id', v_request.id, 'reference', v_request.reference, 'round', v_request.round,
    'payload_hash', v_request.payload_hash, 'version', v_order.version, 'problems', v_problems
  );
end
$$;

-- Who puts the same request back already, or did; null when nobody. Asked under the lock of the order both are about.
create function private.find_reversal(p_org uuid, p_reverses uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('outcome', 'duplicate', 'problems', jsonb_build_array(
      jsonb_build_object('code', 'undone_already') || private.request_in_the_way(p_org, r.id)
    )) || private.request_in_the_way(p_org, r.id)
    from public.change_requests r where r.org_id = p_org and r.reverses = p_reverses and r.status in ('pending', 'returned', 'applied')
  );
end
$$;

-- A refused request is kept as evidence even where one of its changes would change nothing.
create function private.snapshot_changes_leniently(p_order public.orders, p_changes jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_agg(jsonb_build_object(
    'kind', c.change -> 'kind', 'line_id', c.change -> 'line_id', 'before', b.facts, 'after', private.facts_after(c.change, b.facts)
  ) order by c.n)
  from jsonb_array_elements(p_changes) with ordinality c (change, n)
  left join public.order_lines l on l.org_id = p_order.org_id and l.id = (c.change ->> 'line_id')::uuid
  cross join lateral (select private.facts_before(p_order, l, c.change ->> 'kind') offset 0) b (facts)
$$;

-- The answer to whoever comes second: who decided, what and when.
create function private.already_decided(p_request public.change_requests) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'outcome', 'already_decided', 'request_id', p_request.id, 'reference', p_request.reference, 'status', p_request.status,
    'decided_by', (select m.name from public.members m where m.org_id = p_request.org_id and m.id = p_request.decided_by),
    'decided_at', coalesce(p_request.decided_at, p_request.closed_at), 'note', p_request.decision_note,
    'applied_version', p_request.applied_version, 'problems', '[]'::jsonb
  )
$$;

create function private.submit_change_request(
  p_order_id uuid, p_base_version integer, p_changes jsonb, p_reason_code text, p_reason text, p_idempotency_key text, p_reverses uuid
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'submit_change_request';
  v_org uuid;
  v_member public.members;
  v_stored jsonb;
begin
  select o.org_id into v_org from public.orders o where o.org_id = any (private.member_org_ids()) and o.id = p_order_id;
  -- Lock: before the member, so that nobody who could decide it leaves uncounted.
  perform private.share_deciders(v_org);
  v_member := private.require_member(v_org, 'requester');
  if p_reverses is not null and not exists (
    select from public.change_requests r where r.org_id = v_org and r.order_id = p_order_id and r.id = p_reverses and r.status = 'applied'
  ) then
    perform private.fail(422, 'not_reversible', jsonb_build_object('field', 'reverses'), 'Only what was written to this order can be undone. Reload the page.');
  end if;
  v_stored := private.claim_idempotency_key(v_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_order_id, p_base_version, p_changes, p_reason_code, p_reason, p_reverses));
  if v_stored is not null then
    return v_stored;
  end if;
  perform private.limit_submissions(v_member);
  return private.answer(v_org, v_member.id, c_command, p_idempotency_key,
    private.submit_round(v_member, p_order_id, null, p_base_version, p_changes, p_reason_code, p_reason, p_reverses));
end
$$;

create function private.resubmit_change_request(
  p_request_id uuid, p_base_version integer, p_changes jsonb, p_reason_code text, p_reason text, p_idempotency_key text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'resubmit_change_request';
  v_request public.change_requests;
  v_member public.members;
  v_stored jsonb;
begin
  select * into v_request from public.change_requests r where r.org_id = any (private.member_org_ids()) and r.id = p_request_id;
  -- Lock: as when it was sent first.
  perform private.share_deciders(v_request.org_id);
  v_member := private.require_member(v_request.org_id, 'requester');
  if v_request.requested_by <> v_member.id then
    perform private.fail(403, 'not_your_request', null, 'Only the person who asked can send it again.');
  end if;
  v_stored := private.claim_idempotency_key(v_member.org_id, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_request_id, p_base_version, p_changes, p_reason_code, p_reason));
  if v_stored is not null then
    return v_stored;
  end if;
  perform private.limit_submissions(v_member);
  return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key,
    private.submit_round(v_member, v_request.order_id, v_request, p_base_version, p_changes, p_reason_code, p_reason));
end
$$;

create function public.submit_change_request(
  p_order_id uuid, p_base_version integer, p_changes jsonb, p_reason_code text, p_reason text, p_idempotency_key text,
  p_reverses uuid default null
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.submit_change_request(p_order_id, p_base_version, p_changes, p_reason_code, p_reason, p_idempotency_key, p_reverses)
$$;

create function public.resubmit_change_request(
  p_request_id uuid, p_base_version integer, p_changes jsonb, p_reason_code text, p_reason text, p_idempotency_key text
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.resubmit_change_request(p_request_id, p_base_version, p_changes, p_reason_code, p_reason, p_idempotency_key)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.submit_change_request(uuid, integer, jsonb, text, text, text, uuid),
  public.resubmit_change_request(uuid, integer, jsonb, text, text, text)
from public;
grant execute on function
  private.submit_change_request(uuid, integer, jsonb, text, text, text, uuid),
  private.resubmit_change_request(uuid, integer, jsonb, text, text, text),
  public.submit_change_request(uuid, integer, jsonb, text, text, text, uuid),
  public.resubmit_change_request(uuid, integer, jsonb, text, text, text)
to authenticated;
