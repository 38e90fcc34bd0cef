-- The rows that submitting and approving one change of a quantity writes, and nothing else: no lock, no check, no hash, and
-- one transaction instead of two. And those of approving alone.
create schema if not exists bench;

create or replace function bench.unchecked_cycle(
  p_org uuid, p_order uuid, p_line uuid, p_requester uuid, p_approver uuid, p_fulfillment uuid, p_email text
) returns void language plpgsql as $$
declare
  v_request uuid := gen_random_uuid();
  v_hash text := repeat('0', 64);
  v_number integer;
  v_version integer;
  v_seq bigint;
  v_facts jsonb := jsonb_build_object('order_number', p_order, 'reason', 'The customer called', 'changes', '[]'::jsonb, 'requester', p_requester);
begin
  insert into public.idempotency_keys (org_id, actor_id, command, key, request_hash, response)
    values (p_org, p_requester, 'submit_change_request', gen_random_uuid(), '\x00', v_facts),
           (p_org, p_approver, 'decide_change_request', gen_random_uuid(), '\x00', v_facts);
  update public.request_counters set last_number = last_number + 1 where org_id = p_org returning last_number into v_number;
  insert into public.change_requests (org_id, id, number, order_id, status, requested_by, reason_code, reason, base_version, payload_hash)
    values (p_org, v_request, v_number, p_order, 'pending', p_requester, 'customer_request', 'The customer called', 1, v_hash);
  insert into public.request_rounds (org_id, request_id, round, authored_by, base_version, payload_hash, reason_code, reason)
    values (p_org, v_request, 1, p_requester, 1, v_hash, 'customer_request', 'The customer called');
  insert into public.changes (org_id, request_id, round, position, kind, line_id, before, after)
    values (p_org, v_request, 1, 1, 'set_quantity', p_line, v_facts, '{"quantity": "11"}');
  insert into public.open_targets (org_id, order_id, target, request_id) values (p_org, p_order, 'line:' || p_line || ':quantity', v_request);
  update public.order_lines set quantity_ordered = quantity_ordered + 1 where org_id = p_org and id = p_line;
  update public.orders set version = version + 1, updated_at = now() where org_id = p_org and id = p_order returning version into v_version;
  insert into public.order_writes (org_id, order_id, request_id, version_before, version_after, written_by)
    values (p_org, p_order, v_request, v_version - 1, v_version, p_approver);
  update public.change_requests set status = 'applied', decided_by = p_approver, decided_at = now(), closed_at = now(), applied_version = v_version
    where org_id = p_org and id = v_request;
  delete from public.open_targets where org_id = p_org and request_id = v_request;
  insert into public.decisions (org_id, request_id, round, decision, outcome, decided_by, order_version, payload_hash)
    values (p_org, v_request, 1, 'approve', 'applied', p_approver, v_version - 1, v_hash);
  insert into public.notifications (org_id, event, template, recipient_id, recipient_email, order_id, request_id, facts) values
    (p_org, 'submitted:' || v_request, 'request_submitted', p_approver, p_email, p_order, v_request, v_facts),
    (p_org, 'applied:' || v_request, 'request_applied', p_requester, p_email, p_order, v_request, v_facts),
    (p_org, 'told:' || v_request, 'request_applied', p_fulfillment, p_email, p_order, v_request, v_facts);
  update public.audit_heads set seq = seq + 3 where org_id = p_org returning seq into v_seq;
  insert into public.audit_entries (org_id, seq, at, actor_id, actor_name, action, order_id, request_id, after, prev_hash, hash)
    select p_org, v_seq - n, now(), p_approver, 'Priya', 'request.applied', p_order, v_request, v_facts, '\x00', '\x00' from generate_series(0, 2) n;
end
$$;

create or replace function bench.unchecked_decision(
  p_org uuid, p_request uuid, p_requester uuid, p_approver uuid, p_fulfillment uuid, p_email text
) returns void language plpgsql as $$
declare
  v_order uuid;
  v_line uuid;
  v_version integer;
  v_seq bigint;
  v_facts jsonb := jsonb_build_object('order_number', p_request, 'reason', 'The customer called', 'changes', '[]'::jsonb, 'requester', p_requester);
begin
  select r.order_id, c.line_id into v_order, v_line
    from public.change_requests r join public.changes c on c.org_id = r.org_id and c.request_id = r.id
    where r.org_id = p_org and r.id = p_request;
  insert into public.idempotency_keys (org_id, actor_id, command, key, request_hash, response)
    values (p_org, p_approver, 'decide_change_request', gen_random_uuid(), '\x00', v_facts);
  update public.order_lines set quantity_ordered = 12 where org_id = p_org and id = v_line;
  update public.orders set version = version + 1, updated_at = now() where org_id = p_org and id = v_order returning version into v_version;
  insert into public.order_writes (org_id, order_id, request_id, version_before, version_after, written_by)
    values (p_org, v_order, p_request, v_version - 1, v_version, p_approver);
  update public.change_requests set status = 'applied', decided_by = p_approver, decided_at = now(), closed_at = now(), applied_version = v_version
    where org_id = p_org and id = p_request;
  update public.changes set outcome = 'applied' where org_id = p_org and request_id = p_request;
  delete from public.open_targets where org_id = p_org and request_id = p_request;
  insert into public.decisions (org_id, request_id, round, decision, outcome, decided_by, order_version, payload_hash)
    values (p_org, p_request, 1, 'approve', 'applied', p_approver, v_version - 1, repeat('0', 64));
  insert into public.inbox_items (org_id, member_id, event, template, request_id, facts, choice)
    select p_org, m, 'applied:' || p_request, 'request_applied', p_request, v_facts, 'at_once' from unnest(array[p_requester, p_fulfillment]) m;
  insert into public.notifications (org_id, event, template, recipient_id, recipient_email, order_id, request_id, facts)
    select p_org, 'applied:' || p_request, 'request_applied', m, m || p_email, v_order, p_request, v_facts from unnest(array[p_requester, p_fulfillment]) m;
  update public.audit_heads set seq = seq + 2 where org_id = p_org returning seq into v_seq;
  insert into public.audit_entries (org_id, seq, at, actor_id, actor_name, action, order_id, request_id, after, prev_hash, hash)
    select p_org, v_seq - n, now(), p_approver, 'Priya', 'request.applied', v_order, p_request, v_facts, '\x00', '\x00' from generate_series(0, 1) n;
end
$$;
