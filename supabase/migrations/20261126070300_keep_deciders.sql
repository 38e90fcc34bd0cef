-- A pending request always has somebody able to decide it. Sending counts who is left, and everything that takes somebody
-- away counts again. The two exclude each other: without that, each would count before the other was seen.

-- Lock: before any row. Many may send at once; nobody is taken away meanwhile.
create function private.share_deciders(p_org uuid) returns void
language sql security definer set search_path = '' as $$
  select pg_advisory_xact_lock_shared(hashtext('deciders'), hashtext(p_org::text)) where p_org is not null
$$;

-- The steps of rules that could be left without enough different approvers, whoever asks: by how many, and when who asks.
create function private.policy_problems(p_org uuid, p_rules jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with steps as (
      select r.n, r.rule ->> 'id' as rule_id, r.rule ->> 'name' as rule, s.step as place, (s.spec ->> 'required')::integer as needed,
        private.step_people(p_org, s.spec) as people, r.rule -> 'conditions' -> 'requesters' as requesters
      from jsonb_array_elements(p_rules) with ordinality r (rule, n)
      cross join lateral jsonb_array_elements(r.rule -> 'steps') with ordinality s (spec, step)
    ), demands as (
      select * from steps
      union all
      -- Two steps need different people.
      select n, rule_id, rule, null, sum(needed), array(select distinct p from steps o, unnest(o.people) p where o.n = s.n), requesters
      from steps s group by n, rule_id, rule, requesters having count(*) > 1
    ), judged as (
      select d.*, a.id as asker_id, a.name as asker
      from demands d
      left join lateral (
        select m.id, m.name from public.members m
        where m.org_id = p_org and m.active and 'requester' = any (m.roles) and m.id = any (d.people)
          and (d.requesters is null or d.requesters ? m.id::text)
        order by m.name, m.id limit 1
      ) a on true
    )
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'code', 'too_few_approvers', 'rule_id', j.rule_id, 'rule', j.rule, 'step', j.place, 'needed', j.needed,
      'available', cardinality(j.people) - (j.asker_id is not null)::integer,
      'when_asked_by', case when cardinality(j.people) >= j.needed then j.asker end
    )) order by j.n, j.place nulls last), '[]')
    from judged j
    where cardinality(j.people) - (j.asker_id is not null)::integer < j.needed
      -- Said once: where a single step is short, both together are.
      and (j.place is not null or not exists (
        select from judged o where o.n = j.n and o.place is not null and cardinality(o.people) - (o.asker_id is not null)::integer < o.needed
      ))
  );
end
$$;

-- What is wrong with the rules as they are now. Lock: before any row, alone; `approvers_changed` compares with the answer.
create function private.lock_deciders(p_org uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if p_org is null or not p_org = any (private.member_org_ids()) then
    return '[]';
  end if;
  perform pg_advisory_xact_lock(hashtext('deciders'), hashtext(p_org::text));
  return private.policy_problems(p_org, (private.current_policy(p_org)).rules);
end
$$;

-- The pending requests that too few people are left for.
create function private.stranded_requests(p_org uuid) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return (
    with routed as materialized (
      select q.request_id, q.authors, q.approved, private.approvals_left(q.steps, q.step, q.approvals) as approvals_left
      from public.request_routing q where q.org_id = p_org
    ), stuck as materialized (
      select k.* from (select distinct authors, approved, approvals_left from routed) k
      where not private.can_be_decided(p_org, private.barred(p_org, k.authors) || k.approved, k.approvals_left)
    )
    select array(
      select q.request_id from routed q
      join stuck k on (k.authors, k.approved, k.approvals_left) = (q.authors, q.approved, q.approvals_left)
      order by 1
    )
  );
end
$$;

-- The same, locked. Lock: first their orders, to which the mail refers, then the requests, both in id order, and before the
-- caller's first entry in the trail: a decision holds order and request when it comes to the trail. What was decided while
-- this waited is left out.
create function private.lock_stranded(p_org uuid) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[] := private.stranded_requests(p_org);
begin
  perform from public.orders o where o.org_id = p_org and o.id in (
    select r.order_id from public.change_requests r where r.org_id = p_org and r.id = any (v_ids)
  ) order by o.id for update;
  perform from public.change_requests r where r.org_id = p_org and r.id = any (v_ids) order by r.id for update;
  return array(select i from unnest(private.stranded_requests(p_org)) i where i = any (v_ids));
end
$$;

-- After somebody can decide less than before: what nobody could decide any more goes back to its requester, and admins hear
-- of rules that have become short of people. The caller holds `lock_deciders` and has got p_stranded from `lock_stranded`.
create function private.approvers_changed(p_org uuid, p_stranded uuid[], p_problems_before jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c_note constant text :=
    'Nobody is left who could decide this request. Ask an admin to make somebody else an approver, then send it again.';
  v_request public.change_requests;
  v_problems jsonb;
begin
  for v_request in select * from public.change_requests r where r.org_id = p_org and r.id = any (p_stranded) order by r.number loop
    perform private.close_request(v_request, 'returned', null, c_note);
    perform private.append_audit(p_org, null, 'request.returned', v_request.order_id, v_request.id,
      jsonb_build_object('status', 'pending'),
      jsonb_build_object('status', 'returned', 'round', v_request.round, 'note', c_note, 'cause', 'nobody_can_decide'));
    perform private.notify_request(p_org, v_request.id, 'request_returned');
  end loop;

  select jsonb_agg(p.problem order by p.n) into v_problems
    from jsonb_array_elements(private.policy_problems(p_org, (private.current_policy(p_org)).rules)) with ordinality p (problem, n)
    where not p_problems_before @> jsonb_build_array(p.problem);
  if v_problems is not null then
    perform private.queue_notification(p_org,
      'approval_policy_problem:' || (select h.seq from public.audit_heads h where h.org_id = p_org), 'approval_policy_problem',
      array(select m.id from public.members m where m.org_id = p_org and m.active and 'admin' = any (m.roles)), null, null,
      (select jsonb_build_object('organization', g.name, 'slug', g.slug, 'problems', v_problems) from public.organizations g where g.id = p_org));
  end if;
end
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.policy_problems(uuid, jsonb) to authenticated;

create view public.approval_policy_problems with (security_invoker = true) as
  select p.org_id, p.version, e.n::integer as place, e.problem
  from public.approval_policies p
  cross join lateral jsonb_array_elements(private.policy_problems(p.org_id, p.rules)) with ordinality e (problem, n)
  where p.version = (select max(n.version) from public.approval_policies n where n.org_id = p.org_id);

grant select on public.approval_policy_problems to authenticated;

comment on view public.approval_policy_problems is 'Rules of the current policy that could be left without enough different approvers: {code, rule_id, rule, step, needed, available, when_asked_by}.';
