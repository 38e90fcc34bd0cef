-- set_member_roles, deactivate_member, reactivate_member: outcomes changed · unchanged. What nobody is left to decide goes back.
-- Refuse with PT401, PT403, PT404, PT422; the last admin stays (PT409 last_admin).

-- Locks every admin row of the organization and says whether anyone but p_except would still be one. Two admins removing
-- each other meet on these locks, so one of them is always refused.
-- NO KEY UPDATE, here and below: it stops every command of that member (require_member shares the row), but not the foreign
-- keys of rows about them. A decision queues mail to members while it holds the audit head, which these commands take last.
create function private.has_other_admin(p_org uuid, p_except uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
begin
  select array_agg(a.id) into v_ids from (
    select m.id from public.members m where m.org_id = p_org and m.active and 'admin' = any (m.roles) order by m.id for no key update
  ) a;
  return exists (select unnest(v_ids) except select p_except);
end
$$;

-- The member to be changed. Lock: the admins first and in id order, so that two admins at once never wait in a circle.
create function private.lock_member(p_org uuid, p_member_id uuid) returns public.members
language plpgsql security definer set search_path = '' as $$
declare
  v_target public.members;
begin
  perform from public.members m where m.org_id = p_org and m.active and 'admin' = any (m.roles)
    and p_org = any (private.role_org_ids('admin')) order by m.id for no key update;
  perform private.require_member(p_org, 'admin');
  select * into v_target from public.members m where m.org_id = p_org and m.id = p_member_id for no key update;
  if not found then
    perform private.fail(404, 'not_found', null, 'There is no such member.');
  end if;
  return v_target;
end
$$;

-- Roles as they are sent, as a set; PT422 for none, an unknown one or null.
create function private.roles_argument(p_roles text[]) returns public.member_role[]
language plpgsql immutable set search_path = '' as $$
begin
  if p_roles is null or cardinality(p_roles) not between 1 and 4
    or exists (select from unnest(p_roles) r where r is null or r not in ('requester', 'approver', 'fulfillment', 'admin')) then
    perform private.fail(422, 'unknown_role', jsonb_build_object('field', 'roles'), 'Choose at least one of requester, approver, fulfillment, admin.');
  end if;
  return (select array_agg(distinct r::public.member_role order by r::public.member_role) from unnest(p_roles) r);
end
$$;

create function private.set_member_roles(p_org uuid, p_member_id uuid, p_roles text[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Lock: before any row, see private.lock_deciders.
  v_problems jsonb := private.lock_deciders(p_org);
  v_target public.members := private.lock_member(p_org, p_member_id);
  v_admin public.members := private.require_member(p_org, 'admin');
  v_roles public.member_role[];
  v_stranded uuid[];
  v_closed jsonb := '[]';
begin
  v_roles := private.roles_argument(p_roles);
  if v_target.active and 'admin' = any (v_target.roles) and not 'admin' = any (v_roles) and not private.has_other_admin(p_org, v_target.id) then
    perform private.fail(409, 'last_admin', null, 'Make somebody else admin first.');
  end if;
  update public.members set roles = v_roles where org_id = p_org and id = v_target.id;
  if not 'admin' = any (v_roles) then
    v_closed := private.close_invitations_of(p_org, v_target.id, v_admin.id);
  end if;
  v_stranded := private.lock_stranded(p_org);
  perform private.append_audit(p_org, v_admin.id, 'member.roles_changed', null, null,
    jsonb_build_object('member', v_target.name, 'roles', v_target.roles), jsonb_build_object('member', v_target.name, 'roles', v_roles));
  perform private.audit_closed_invitations(p_org, v_admin.id, v_closed);
  perform private.approvers_changed(p_org, v_stranded, v_problems);
  return jsonb_build_object('outcome', 'changed', 'member_id', v_target.id, 'roles', v_roles);
end
$$;

create function private.set_member_active(p_org uuid, p_member_id uuid, p_active boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Lock: before any row, see private.lock_deciders.
  v_problems jsonb := private.lock_deciders(p_org);
  v_target public.members := private.lock_member(p_org, p_member_id);
  v_admin public.members := private.require_member(p_org, 'admin');
  v_stranded uuid[];
  v_closed jsonb := '[]';
begin
  if v_target.active = p_active then
    return jsonb_build_object('outcome', 'unchanged', 'member_id', v_target.id, 'active', p_active);
  end if;
  if not p_active and 'admin' = any (v_target.roles) and not private.has_other_admin(p_org, v_target.id) then
    perform private.fail(409, 'last_admin', null, 'Make somebody else admin first.');
  end if;
  update public.members set active = p_active,
    deactivated_at = case when not p_active then now() end, deactivated_by = case when not p_active then v_admin.id end
    where org_id = p_org and id = v_target.id;
  if not p_active then
    v_closed := private.close_invitations_of(p_org, v_target.id, v_admin.id);
  end if;
  v_stranded := private.lock_stranded(p_org);
  perform private.append_audit(p_org, v_admin.id, case when p_active then 'member.reactivated' else 'member.deactivated' end, null, null,
    jsonb_build_object('member', v_target.name, 'active', v_target.active), jsonb_build_object('member', v_target.name, 'active', p_active));
  perform private.audit_closed_invitations(p_org, v_admin.id, v_closed);
  perform private.approvers_changed(p_org, v_stranded, v_problems);
  return jsonb_build_object('outcome', 'changed', 'member_id', v_target.id, 'active', p_active);
end
$$;

create function public.set_member_roles(p_org uuid, p_member_id uuid, p_roles text[]) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_member_roles(p_org, p_member_id, p_roles) $$;
create function public.deactivate_member(p_org uuid, p_member_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_member_active(p_org, p_member_id, false) $$;
create function public.reactivate_member(p_org uuid, p_member_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_member_active(p_org, p_member_id, true) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.set_member_roles(uuid, uuid, text[]), public.deactivate_member(uuid, uuid), public.reactivate_member(uuid, uuid) from public;
grant execute on function
  private.set_member_roles(uuid, uuid, text[]), private.set_member_active(uuid, uuid, boolean),
  public.set_member_roles(uuid, uuid, text[]), public.deactivate_member(uuid, uuid), public.reactivate_member(uuid, uuid)
to authenticated;
