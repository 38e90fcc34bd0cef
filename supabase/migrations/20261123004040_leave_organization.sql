-- leave_organization: left. rename_member: changed · unchanged. About oneself; refuse with PT401, PT404, PT409 last_admin, PT422.

create function private.leave_organization(p_org uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Lock: before any row, see private.lock_deciders.
  v_problems jsonb := private.lock_deciders(p_org);
  v_stranded uuid[];
  v_closed jsonb;
  v_member public.members;
begin
  -- Lock: the admins and oneself in id order, as in lock_member, so that people who leave at once never wait in a circle.
  perform from public.members m where m.org_id = p_org and m.active and ('admin' = any (m.roles) or m.user_id = auth.uid())
    and p_org = any (private.member_org_ids()) order by m.id for no key update;
  v_member := private.require_member(p_org);
  if 'admin' = any (v_member.roles) and not private.has_other_admin(p_org, v_member.id) then
    perform private.fail(409, 'last_admin', null, 'Make somebody else admin first.');
  end if;
  update public.members set active = false, deactivated_at = now(), deactivated_by = v_member.id where org_id = p_org and id = v_member.id;
  v_closed := private.close_invitations_of(p_org, v_member.id, v_member.id);
  v_stranded := private.lock_stranded(p_org);
  perform private.append_audit(p_org, v_member.id, 'member.left', null, null,
    jsonb_build_object('member', v_member.name, 'active', true), jsonb_build_object('member', v_member.name, 'active', false));
  perform private.audit_closed_invitations(p_org, v_member.id, v_closed);
  perform private.approvers_changed(p_org, v_stranded, v_problems);
  return jsonb_build_object('outcome', 'left');
end
$$;

create function private.rename_member(p_org uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members;
  v_name text;
begin
  -- Lock: the row that changes, before require_member shares it; two clicks that both shared it would wait for each other.
  perform from public.members m where m.org_id = p_org and m.user_id = auth.uid() and m.active for no key update;
  v_member := private.require_member(p_org);
  v_name := private.text_argument('name', p_name, 120);
  if v_name = v_member.name then
    return jsonb_build_object('outcome', 'unchanged', 'name', v_name);
  end if;
  update public.members set name = v_name where org_id = p_org and id = v_member.id;
  perform private.append_audit(p_org, v_member.id, 'member.renamed', null, null,
    jsonb_build_object('member', v_member.name), jsonb_build_object('member', v_name));
  return jsonb_build_object('outcome', 'changed', 'name', v_name);
end
$$;

create function public.leave_organization(p_org uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.leave_organization(p_org) $$;
create function public.rename_member(p_org uuid, p_name text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.rename_member(p_org, p_name) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.leave_organization(uuid), public.rename_member(uuid, text) from public;
grant execute on function
  private.leave_organization(uuid), private.rename_member(uuid, text), public.leave_organization(uuid), public.rename_member(uuid, text)
to authenticated;
