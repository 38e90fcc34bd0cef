-- save_approval_policy: saved · unchanged · stale · refused. save_approver_group: saved · refused. simulate_approval_policy: simulated.
-- Refuse with PT401, PT403 role_required, PT404 not_found, PT422 (malformed, somebody or something that is not there).
-- What is pending keeps the rule it was sent under, and the groups of that rule as they are at the moment of deciding.

create function private.save_approval_policy(p_org uuid, p_rules jsonb, p_expected_version integer, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'save_approval_policy';
  v_admin public.members;
  v_current public.approval_policies;
  v_rules jsonb;
  v_stored jsonb;
  v_problems jsonb;
  v_answer jsonb;
begin
  -- Lock: one at a time, and nobody leaves while it is asked who is there.
  perform private.lock_deciders(p_org);
  v_admin := private.require_member(p_org, 'admin');
  v_rules := private.parse_rules(p_org, p_rules);
  v_stored := private.claim_idempotency_key(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_array(v_rules, p_expected_version));
  if v_stored is not null then
    return v_stored;
  end if;
  v_current := private.current_policy(p_org);
  -- The default is not in the way: it is what every organization starts with, and backups stand behind it.
  select coalesce(jsonb_agg(p), '[]') into v_problems from jsonb_array_elements(private.policy_problems(p_org, v_rules)) p where p ->> 'rule_id' <> 'default';
  if p_expected_version is distinct from v_current.version then
    v_answer := jsonb_build_object('outcome', 'stale', 'version', v_current.version, 'problems', '[]'::jsonb);
  elsif v_problems <> '[]' then
    perform private.append_audit(p_org, v_admin.id, 'approval_policy.refused', null, null, null,
      jsonb_build_object('problems', v_problems, 'rules', v_rules));
    v_answer := jsonb_build_object('outcome', 'refused', 'version', v_current.version, 'problems', v_problems);
  elsif v_rules = v_current.rules then
    v_answer := jsonb_build_object('outcome', 'unchanged', 'version', v_current.version, 'problems', '[]'::jsonb);
  else
    insert into public.approval_policies (org_id, version, rules, created_by) values (p_org, v_current.version + 1, v_rules, v_admin.id);
    perform private.append_audit(p_org, v_admin.id, 'approval_policy.saved', null, null,
      jsonb_build_object('version', v_current.version, 'rules', v_current.rules), jsonb_build_object('version', v_current.version + 1, 'rules', v_rules));
    v_answer := jsonb_build_object('outcome', 'saved', 'version', v_current.version + 1, 'problems', '[]'::jsonb);
  end if;
  return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, v_answer);
end
$$;

-- A group by its id, or a new one for null. Refused where a rule would be left short of people, or needs a group that is put away.
create function private.save_approver_group(
  p_org uuid, p_group_id uuid, p_name text, p_member_ids uuid[], p_active boolean, p_idempotency_key text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'save_approver_group';
  v_admin public.members;
  v_name text;
  v_id uuid := p_group_id;
  v_active boolean := coalesce(p_active, true);
  v_before jsonb;
  v_after jsonb;
  v_stored jsonb;
  v_rules jsonb;
  v_problems_before jsonb;
  v_problems jsonb;
begin
  v_problems_before := private.lock_deciders(p_org);
  v_admin := private.require_member(p_org, 'admin');
  v_name := private.text_argument('name', p_name, 80);
  if p_group_id is not null and not exists (select from public.approver_groups g where g.org_id = p_org and g.id = p_group_id) then
    perform private.fail(404, 'not_found', null, 'There is no such group. Reload the page.');
  end if;
  if p_member_ids is null or cardinality(p_member_ids) > 200
    or exists (select from unnest(p_member_ids) i where not exists (select from public.members m where m.org_id = p_org and m.id = i)) then
    perform private.fail(422, 'unknown_member', jsonb_build_object('field', 'member_ids'), 'Choose people of your organization.');
  end if;
  v_stored := private.claim_idempotency_key(p_org, v_admin.id, c_command, p_idempotency_key,
    jsonb_build_array(p_group_id, v_name, (select jsonb_agg(distinct i) from unnest(p_member_ids) i), v_active));
  if v_stored is not null then
    return v_stored;
  end if;
  v_rules := (private.current_policy(p_org)).rules;
  if exists (select from public.approver_groups g where g.org_id = p_org and private.fold(g.name) = private.fold(v_name) and g.id is distinct from p_group_id) then
    v_problems := jsonb_build_array(jsonb_build_object('code', 'name_taken', 'name', v_name));
  elsif not v_active and jsonb_path_exists(v_rules, '$[*].steps[*].approvers.groups[*] ? (@ == $id)', jsonb_build_object('id', p_group_id)) then
    v_problems := jsonb_build_array(jsonb_build_object('code', 'group_in_use', 'name', v_name));
  else
    v_before := private.group_facts(p_org, p_group_id);
    if p_group_id is null then
      insert into public.approver_groups (org_id, name, active) values (p_org, v_name, v_active) returning id into v_id;
    else
      update public.approver_groups set name = v_name, active = v_active where org_id = p_org and id = p_group_id;
    end if;
    delete from public.approver_group_members where org_id = p_org and group_id = v_id and member_id <> all (p_member_ids);
    insert into public.approver_group_members (org_id, group_id, member_id)
      select p_org, v_id, i from (select distinct i from unnest(p_member_ids) i) n on conflict do nothing;
    v_after := private.group_facts(p_org, v_id);
    select jsonb_agg(p) into v_problems from jsonb_array_elements(private.policy_problems(p_org, v_rules)) p where not v_problems_before @> jsonb_build_array(p);
    if v_problems is not null then
      -- Back to what it was: the answer is a value, so the transaction goes on.
      delete from public.approver_group_members where org_id = p_org and group_id = v_id;
      insert into public.approver_group_members (org_id, group_id, member_id)
        select p_org, v_id, i::uuid from jsonb_array_elements_text(v_before -> 'member_ids') i;
      update public.approver_groups set name = v_before ->> 'name', active = (v_before ->> 'active')::boolean where org_id = p_org and id = v_id;
    end if;
  end if;
  if v_problems is not null then
    perform private.append_audit(p_org, v_admin.id, 'approver_group.refused', null, null, v_before, jsonb_build_object('name', v_name, 'problems', v_problems));
    return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'refused', 'problems', v_problems));
  end if;
  perform private.append_audit(p_org, v_admin.id, 'approver_group.saved', null, null, v_before, v_after);
  return private.answer(p_org, v_admin.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'saved', 'group_id', v_id, 'problems', '[]'::jsonb));
end
$$;

create function private.group_facts(p_org uuid, p_group_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('name', g.name, 'active', g.active,
    'members', coalesce((
      select jsonb_agg(m.name order by m.name) from public.approver_group_members x
      join public.members m on m.org_id = x.org_id and m.id = x.member_id where x.org_id = g.org_id and x.group_id = g.id
    ), '[]'),
    'member_ids', coalesce((select jsonb_agg(x.member_id order by x.member_id) from public.approver_group_members x where x.org_id = g.org_id and x.group_id = g.id), '[]'))
  from public.approver_groups g where g.org_id = p_org and g.id = p_group_id
$$;

-- What these rules would have done with the requests since a moment: per rule how many, and how many of them went elsewhere.
-- Each request counts once, with its last round. Writes nothing.
create function private.simulate_approval_policy(p_org uuid, p_rules jsonb, p_since timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  c_most constant integer := 10000;
  c_examples constant integer := 5;
  v_rules jsonb;
  v_since timestamptz := greatest(coalesce(p_since, now() - interval '30 days'), now() - interval '366 days');
  v_result jsonb;
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  if p_org is null or not p_org = any (private.member_org_ids()) then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if not p_org = any (private.role_org_ids('admin')) then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'admin'), 'Ask an admin of your organization for this role.');
  end if;
  v_rules := private.parse_rules(p_org, p_rules);
  with sent as (
    select r.id, r.reference, t.rule_id, t.submitted_at, private.matching_rule(v_rules, t.routing_facts) ->> 'id' as would
    from public.request_rounds t
    join public.change_requests r on r.org_id = t.org_id and r.id = t.request_id and r.round = t.round
    where t.org_id = p_org and t.submitted_at >= v_since and t.routing_facts is not null
    order by t.submitted_at desc limit c_most
  ), ranked as (
    select s.*, row_number() over (partition by s.would order by s.submitted_at desc) as place from sent s
  )
  select jsonb_build_object('requests', (select count(*) from sent), 'rules', jsonb_agg(jsonb_build_object(
    'rule_id', u.rule ->> 'id', 'name', u.rule ->> 'name',
    'requests', (select count(*) from sent s where s.would = u.rule ->> 'id'),
    'elsewhere', (select count(*) from sent s where s.would = u.rule ->> 'id' and s.rule_id <> s.would),
    'examples', coalesce((select jsonb_agg(s.reference order by s.place) from ranked s where s.would = u.rule ->> 'id' and s.place <= c_examples), '[]'),
    'people', (
      select jsonb_agg((
        select coalesce(jsonb_agg(m.name order by m.name), '[]') from public.members m where m.org_id = p_org and m.id = any (private.step_people(p_org, step.spec))
      ) order by step.n)
      from jsonb_array_elements(u.rule -> 'steps') with ordinality step (spec, n)
    )
  ) order by u.n)) into v_result
  from jsonb_array_elements(v_rules) with ordinality u (rule, n);
  return v_result || jsonb_build_object('outcome', 'simulated', 'since', v_since, 'problems', private.policy_problems(p_org, v_rules));
end
$$;

create function public.save_approval_policy(p_org uuid, p_rules jsonb, p_expected_version integer, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.save_approval_policy(p_org, p_rules, p_expected_version, p_idempotency_key)
$$;
create function public.save_approver_group(
  p_org uuid, p_group_id uuid, p_name text, p_member_ids uuid[], p_active boolean, p_idempotency_key text
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.save_approver_group(p_org, p_group_id, p_name, p_member_ids, p_active, p_idempotency_key)
$$;
create function public.simulate_approval_policy(p_org uuid, p_rules jsonb, p_since timestamptz default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.simulate_approval_policy(p_org, p_rules, p_since) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.save_approval_policy(uuid, jsonb, integer, text), public.save_approver_group(uuid, uuid, text, uuid[], boolean, text),
  public.simulate_approval_policy(uuid, jsonb, timestamptz)
from public;
grant execute on function
  private.save_approval_policy(uuid, jsonb, integer, text), private.save_approver_group(uuid, uuid, text, uuid[], boolean, text),
  private.simulate_approval_policy(uuid, jsonb, timestamptz),
  public.save_approval_policy(uuid, jsonb, integer, text), public.save_approver_group(uuid, uuid, text, uuid[], boolean, text),
  public.simulate_approval_policy(uuid, jsonb, timestamptz)
to authenticated;
