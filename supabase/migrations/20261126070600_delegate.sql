-- save_delegation: saved · refused. revoke_delegation: revoked · unchanged.
-- By the approver themselves, or an admin for somebody absent. Refuse with PT401, PT403 role_required | not_your_delegation,
-- PT404 not_found, PT422 (malformed, a time that is over, key reused).

create function private.save_delegation(
  p_org uuid, p_from_member_id uuid, p_to_member_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_note text, p_idempotency_key text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'save_delegation';
  v_member public.members;
  v_from public.members;
  v_to public.members;
  v_starts_at timestamptz := greatest(coalesce(p_starts_at, now()), now());
  v_note text;
  v_id uuid;
  v_stored jsonb;
  v_problems jsonb := '[]';
  v_facts jsonb;
begin
  -- Lock: a delegate of an author cannot decide, so this takes somebody away from what is pending.
  perform private.lock_deciders(p_org);
  v_member := private.require_member(p_org);
  if not v_member.roles && '{approver,admin}' then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'approver'), 'Ask an admin of your organization for this role.');
  end if;
  select * into v_from from public.members m where m.org_id = p_org and m.id = coalesce(p_from_member_id, v_member.id);
  select * into v_to from public.members m where m.org_id = p_org and m.id = p_to_member_id;
  if v_from.id is null or v_to.id is null then
    perform private.fail(404, 'not_found', null, 'There is no such member.');
  end if;
  if v_from.id <> v_member.id and not 'admin' = any (v_member.roles) then
    perform private.fail(403, 'not_your_delegation', null, 'Only an admin can say who decides for somebody else.');
  end if;
  if v_from.id = v_to.id then
    perform private.fail(422, 'invalid_delegate', jsonb_build_object('field', 'to_member_id'), 'Choose somebody else.');
  end if;
  if p_ends_at is null or p_ends_at <= v_starts_at or p_ends_at > v_starts_at + interval '366 days' then
    perform private.fail(422, 'invalid_end', jsonb_build_object('field', 'ends_at', 'value', p_ends_at), 'Choose an end after the start, within a year.');
  end if;
  if v_starts_at > now() + interval '366 days' then
    perform private.fail(422, 'invalid_start', jsonb_build_object('field', 'starts_at', 'value', p_starts_at), 'Choose a start within a year.');
  end if;
  v_note := private.text_argument('note', p_note, 500, false);
  v_stored := private.claim_idempotency_key(p_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_from_member_id, p_to_member_id, p_starts_at, p_ends_at, v_note));
  if v_stored is not null then
    return v_stored;
  end if;

  if not v_from.active or not 'approver' = any (v_from.roles) then
    v_problems := v_problems || jsonb_build_object('code', 'nothing_to_delegate', 'member', v_from.name);
  end if;
  if not v_to.active or not 'approver' = any (v_to.roles) then
    v_problems := v_problems || jsonb_build_object('code', 'member_cannot_decide', 'member', v_to.name);
  end if;
  if v_problems = '[]' then
    -- What the principal wrote themselves is barred for the delegate.
    select coalesce(jsonb_agg(jsonb_build_object(
      'code', 'would_leave_nobody', 'member', v_to.name, 'request_id', r.id, 'reference', r.reference
    ) order by r.number), '[]') into v_problems
      from public.request_routing q join public.change_requests r on r.org_id = q.org_id and r.id = q.request_id
      where q.org_id = p_org and v_from.id = any (q.authors) and not private.can_be_decided(
        p_org, private.barred(p_org, q.authors) || q.approved || v_to.id, private.approvals_left(q.steps, q.step, q.approvals)
      );
  end if;
  v_facts := jsonb_strip_nulls(jsonb_build_object(
    'from', v_from.name, 'to', v_to.name, 'starts_at', v_starts_at, 'ends_at', p_ends_at, 'note', v_note
  ));
  if v_problems <> '[]' then
    perform private.append_audit(p_org, v_member.id, 'delegation.refused', null, null, null, v_facts || jsonb_build_object('problems', v_problems));
    return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'refused', 'problems', v_problems));
  end if;

  insert into public.delegations (org_id, from_member, to_member, starts_at, ends_at, note, created_by)
    values (p_org, v_from.id, v_to.id, v_starts_at, p_ends_at, v_note, v_member.id) returning id into v_id;
  perform private.append_audit(p_org, v_member.id, 'delegation.saved', null, null, null, v_facts);
  -- Whoever did it knows.
  perform private.queue_notification(p_org, 'delegation:' || v_id, 'delegation', array_remove(array[v_from.id, v_to.id], v_member.id), null, null, (
    select v_facts || jsonb_build_object('organization', g.name, 'slug', g.slug, 'time_zone', g.time_zone, 'by', v_member.name)
    from public.organizations g where g.id = p_org
  ));
  return private.answer(p_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_object('outcome', 'saved', 'delegation_id', v_id, 'starts_at', v_starts_at, 'ends_at', p_ends_at, 'problems', '[]'::jsonb));
end
$$;

-- Whom nobody stands in for any more has still themselves, and then the backups: this leaves nothing undecidable.
create function private.revoke_delegation(p_delegation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_delegation public.delegations;
  v_member public.members;
begin
  select * into v_delegation from public.delegations d where d.org_id = any (private.member_org_ids()) and d.id = p_delegation_id;
  v_member := private.require_member(v_delegation.org_id);
  if not v_member.roles && '{approver,admin}' then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'approver'), 'Ask an admin of your organization for this role.');
  end if;
  if v_delegation.from_member <> v_member.id and not 'admin' = any (v_member.roles) then
    perform private.fail(403, 'not_your_delegation', null, 'Only the person who is stood in for, or an admin, can end it.');
  end if;
  -- Lock: the row, so that two at once leave one entry.
  select * into strict v_delegation from public.delegations d where d.org_id = v_member.org_id and d.id = p_delegation_id for update;
  if v_delegation.revoked_at is not null or v_delegation.ends_at <= now() then
    return jsonb_build_object('outcome', 'unchanged', 'delegation_id', p_delegation_id);
  end if;
  update public.delegations set revoked_by = v_member.id, revoked_at = now() where org_id = v_member.org_id and id = p_delegation_id;
  perform private.append_audit(v_member.org_id, v_member.id, 'delegation.revoked', null, null, null, (
    select jsonb_build_object('from', f.name, 'to', t.name, 'starts_at', v_delegation.starts_at, 'ends_at', v_delegation.ends_at)
    from public.members f, public.members t
    where f.org_id = v_member.org_id and f.id = v_delegation.from_member and t.org_id = v_member.org_id and t.id = v_delegation.to_member
  ));
  return jsonb_build_object('outcome', 'revoked', 'delegation_id', p_delegation_id);
end
$$;

create function public.save_delegation(
  p_org uuid, p_from_member_id uuid, p_to_member_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_note text, p_idempotency_key text
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.save_delegation(p_org, p_from_member_id, p_to_member_id, p_starts_at, p_ends_at, p_note, p_idempotency_key)
$$;
create function public.revoke_delegation(p_delegation_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.revoke_delegation(p_delegation_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.save_delegation(uuid, uuid, uuid, timestamptz, timestamptz, text, text), public.revoke_delegation(uuid)
from public;
grant execute on function
  private.save_delegation(uuid, uuid, uuid, timestamptz, timestamptz, text, text), private.revoke_delegation(uuid),
  public.save_delegation(uuid, uuid, uuid, timestamptz, timestamptz, text, text), public.revoke_delegation(uuid)
to authenticated;
