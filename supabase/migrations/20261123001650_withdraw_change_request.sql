-- withdraw_change_request. Outcomes: withdrawn · already_decided.
-- Refuses with PT401, PT404 not_found, PT403 role_required | not_your_request, PT422 (key reused).

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
  perform private.close_request(v_request, 'withdrawn', v_request.decided_by, v_request.decision_note, p_decided_for => v_request.decided_for);
  perform private.append_audit(v_member.org_id, v_member.id, 'request.withdrawn', v_request.order_id, v_request.id,
    jsonb_build_object('status', v_request.status), jsonb_build_object('status', 'withdrawn'));
  return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'withdrawn', 'request_id', v_request.id, 'reference', v_request.reference, 'problems', '[]'::jsonb
  ));
end
$$;

create function public.withdraw_change_request(p_request_id uuid, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.withdraw_change_request(p_request_id, p_idempotency_key)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function public.withdraw_change_request(uuid, text) from public;
grant execute on function private.withdraw_change_request(uuid, text), public.withdraw_change_request(uuid, text) to authenticated;
