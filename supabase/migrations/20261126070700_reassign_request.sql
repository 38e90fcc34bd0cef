-- reassign_request: reassigned · refused · already_decided. By whoever could decide it now, or an admin; the others still can.
-- Refuses with PT401, PT403 role_required | own_request | stands_for_author | not_your_decision, PT404 not_found, PT422.

create function private.reassign_request(p_request_id uuid, p_member_id uuid, p_note text, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'reassign_request';
  v_request public.change_requests;
  v_member public.members;
  v_target public.members;
  v_routing public.request_routing;
  v_out uuid[];
  v_note text;
  v_stored jsonb;
  v_problems jsonb;
begin
  select * into v_request from public.change_requests r where r.org_id = any (private.member_org_ids()) and r.id = p_request_id;
  v_member := private.require_member(v_request.org_id);
  if not v_member.roles && '{approver,admin}' then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'approver'), 'Ask an admin of your organization for this role.');
  end if;
  select * into v_target from public.members m where m.org_id = v_member.org_id and m.id = p_member_id;
  if not found then
    perform private.fail(404, 'not_found', null, 'There is no such member.');
  end if;
  v_note := private.text_argument('note', p_note, 2000, false);
  v_stored := private.claim_idempotency_key(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_request_id, p_member_id, v_note));
  if v_stored is not null then
    return v_stored;
  end if;
  -- Lock: the order before the request, as everywhere. It stays as it is, but the mail refers to it: a decision that holds it
  -- and waits for the trail must not be waited for once the trail is ours.
  perform from public.orders o where o.org_id = v_member.org_id and o.id = v_request.order_id for update;
  select * into strict v_request from public.change_requests r where r.org_id = v_member.org_id and r.id = p_request_id for update;
  if v_request.status <> 'pending' then
    return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, private.already_decided(v_request));
  end if;
  select * into strict v_routing from public.request_routing q where q.org_id = v_member.org_id and q.request_id = p_request_id;
  perform private.refuse_the_barred(v_member, v_routing.authors);
  if not 'admin' = any (v_member.roles) and not exists (
    select from private.deciders(v_member.org_id, p_request_id) d where d.member_id = v_member.id
  ) then
    perform private.refuse_the_uninvited(v_member, v_routing.rule_name, v_request.step);
  end if;

  v_out := private.barred(v_member.org_id, v_routing.authors) || v_routing.approved;
  if not v_target.active or not 'approver' = any (v_target.roles) or v_target.id = any (v_out) then
    v_problems := jsonb_build_array(jsonb_build_object('code', 'member_cannot_decide', 'member', v_target.name));
    perform private.append_audit(v_member.org_id, v_member.id, 'check.refused', v_request.order_id, v_request.id, null,
      jsonb_build_object('moment', 'reassign', 'outcome', 'refused', 'problems', v_problems));
    return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
      'outcome', 'refused', 'request_id', v_request.id, 'reference', v_request.reference, 'problems', v_problems
    ));
  end if;
  insert into public.request_assignments (org_id, request_id, round, step, member_id, note, assigned_by)
    values (v_member.org_id, v_request.id, v_request.round, v_request.step, v_target.id, v_note, v_member.id) on conflict do nothing;
  perform private.append_audit(v_member.org_id, v_member.id, 'request.reassigned', v_request.order_id, v_request.id, null, jsonb_strip_nulls(
    jsonb_build_object('round', v_request.round, 'step', v_request.step, 'to', v_target.name, 'note', v_note)));
  if v_target.id <> v_member.id then
    perform private.queue_notification(v_member.org_id,
      'request_reassigned:' || v_request.reference || ':' || v_request.round || ':' || v_request.step, 'request_reassigned', array[v_target.id],
      v_request.order_id, v_request.id,
      private.request_facts(v_member.org_id, v_request.id) || jsonb_build_object('assigned_by', v_member.name, 'note', v_note));
  end if;
  return private.answer(v_member.org_id, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'reassigned', 'request_id', v_request.id, 'reference', v_request.reference, 'member_id', v_target.id, 'member', v_target.name,
    'problems', '[]'::jsonb
  ));
end
$$;

create function public.reassign_request(p_request_id uuid, p_member_id uuid, p_note text, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.reassign_request(p_request_id, p_member_id, p_note, p_idempotency_key) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.reassign_request(uuid, uuid, text, text) from public;
grant execute on function private.reassign_request(uuid, uuid, text, text), public.reassign_request(uuid, uuid, text, text) to authenticated;
