-- Who may decide a pending request now. Frozen is what its rule said when the round was sent; who that is, is asked at the
-- moment of deciding. Nobody who wrote a round, nobody who stands in for one of those, and nobody twice in a round.

create type private.routed as (
  org_id uuid, request_id uuid, round integer, step integer, steps jsonb,
  -- Who wrote it, who approved this round, for whom they did, how many approvals the step has, to whom it was handed.
  authors uuid[], approved uuid[], spoken_for uuid[], approvals integer, assigned uuid[]
);

create function private.step_required(p_steps jsonb, p_step integer) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select (p_steps -> (p_step - 1) ->> 'required')::integer
$$;

-- How many different people still have to approve.
create function private.approvals_left(p_steps jsonb, p_step integer, p_approvals integer) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(sum((s.step ->> 'required')::integer), 0)::integer - p_approvals
  from jsonb_array_elements(p_steps) with ordinality s (step, n) where s.n >= p_step
$$;

-- The active approvers that a step names, by themselves, by a group or as anyone; none for a step there is not.
create function private.step_people(p_org uuid, p_step jsonb) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select m.id from public.members m
    where m.org_id = p_org and m.active and 'approver' = any (m.roles) and (
      (p_step -> 'approvers' ->> 'anyone')::boolean
      or p_step -> 'approvers' -> 'members' ? m.id::text
      or exists (
        select from public.approver_group_members g
        where g.org_id = p_org and g.member_id = m.id and p_step -> 'approvers' -> 'groups' ? g.group_id::text
      )
    )
    order by m.id
  );
end
$$;

-- The authors, and whoever stands in for one of them now or later: from the day it is agreed until it ends, so that nobody
-- becomes barred just because time passes.
create function private.barred(p_org uuid, p_authors uuid[]) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return p_authors || array(
    select d.to_member from public.delegations d
    where d.org_id = p_org and d.from_member = any (p_authors) and d.revoked_at is null and d.ends_at > now()
  );
end
$$;

-- Whether enough people are left for all approvals: every approval takes one person out of the approvers and, when those run
-- out, the admins, whoever it is. So while this holds, somebody can decide. p_out: who cannot.
create function private.can_be_decided(p_org uuid, p_out uuid[], p_approvals_left integer) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return p_approvals_left <= (
    select count(*) from public.members m
    where m.org_id = p_org and m.active and m.roles && '{approver,admin}' and m.id <> all (p_out)
  );
end
$$;

-- A named approver who decides for themselves comes before one it was handed to, and that one before a delegate. If there
-- is none of them, every approver may; if there is none of those, every admin. Whom the next step cannot do without is left
-- for it as long as somebody else can take this one.
create function private.deciders_of(p_routed private.routed)
returns table (member_id uuid, basis public.decider_basis, on_behalf_of uuid)
language plpgsql stable set search_path = '' as $$
declare
  v_org uuid := p_routed.org_id;
  v_out uuid[] := private.barred(p_routed.org_id, p_routed.authors) || p_routed.approved;
  v_named uuid[] := private.step_people(v_org, p_routed.steps -> (p_routed.step - 1));
  v_next uuid[] := '{}';
begin
  if jsonb_array_length(p_routed.steps) > p_routed.step then
    v_next := array(
      select n from unnest(private.step_people(v_org, p_routed.steps -> p_routed.step)) n where n <> all (v_out)
    );
    if cardinality(v_next) > private.step_required(p_routed.steps, p_routed.step + 1) then
      v_next := '{}';
    end if;
  end if;
  return query
    with able as (
      select m.id, 'approver' = any (m.roles) as is_approver from public.members m
      where m.org_id = v_org and m.active and m.roles && '{approver,admin}' and m.id <> all (v_out)
    ), entitled as (
      select a.id, 'rule'::public.decider_basis as basis, null::uuid as principal
        from able a where a.id = any (v_named) and a.id <> all (p_routed.spoken_for)
      union all
      select a.id, 'assigned', null from able a where a.is_approver and a.id = any (p_routed.assigned)
      union all
      -- Whose own say is spent, or who may not decide this, has nothing to hand on.
      select a.id, 'delegate', d.from_member
        from public.delegations d join able a on a.id = d.to_member and a.is_approver
        where d.org_id = v_org and d.from_member = any (v_named) and d.from_member <> all (v_out || p_routed.spoken_for)
          and d.revoked_at is null and now() >= d.starts_at and now() < d.ends_at
    ), first_claim as (
      select distinct on (e.id) e.id, e.basis, e.principal from entitled e order by e.id, e.basis = 'delegate', e.basis = 'assigned', e.principal
    ), spared as (
      select f.* from first_claim f where f.id <> all (v_next) or not exists (select from first_claim o where o.id <> all (v_next))
    )
    select s.id, s.basis, s.principal from spared s
    union all
    select a.id, case when a.is_approver then 'backup'::public.decider_basis else 'admin' end, null
      from able a
      where not exists (select from spared) and a.is_approver = exists (select from able b where b.is_approver);
end
$$;

revoke execute on all functions in schema private from public;
grant execute on function
  private.default_steps(), private.default_rule(), private.current_policy(uuid), private.step_required(jsonb, integer),
  private.approvals_left(jsonb, integer, integer), private.step_people(uuid, jsonb), private.barred(uuid, uuid[]),
  private.can_be_decided(uuid, uuid[], integer), private.deciders_of(private.routed)
to authenticated;

-- What deciding asks of a pending request, in one row. A first round has one author and, in its first step, no approval.
create view public.request_routing with (security_invoker = true) as
  select
    r.org_id, r.id as request_id, r.round, r.step, coalesce(t.steps, private.default_steps()) as steps,
    t.policy_version, t.rule_id, t.rule_name,
    case when r.round = 1 and t.authored_by = r.requested_by then array[r.requested_by] else array(
      select b.authored_by from public.request_rounds b where b.org_id = r.org_id and b.request_id = r.id
      union select r.requested_by order by 1
    ) end as authors,
    array(
      select d.decided_by from public.decisions d where d.org_id = r.org_id and d.request_id = r.id and d.round = r.round order by 1
    ) as approved,
    array(
      select d.on_behalf_of from public.decisions d
      where d.org_id = r.org_id and d.request_id = r.id and d.round = r.round and d.on_behalf_of is not null order by 1
    ) as spoken_for,
    (
      select count(*)::integer from public.decisions d
      where d.org_id = r.org_id and d.request_id = r.id and d.round = r.round and d.step = r.step
    ) as approvals,
    array(
      select a.member_id from public.request_assignments a
      where a.org_id = r.org_id and a.request_id = r.id and a.round = r.round and a.step = r.step order by 1
    ) as assigned
  from public.change_requests r
  join public.request_rounds t on t.org_id = r.org_id and t.request_id = r.id and t.round = r.round
  where r.status = 'pending';

-- Who can decide a pending request now, and in which right: ask for the requests of one page.
create view public.request_deciders with (security_invoker = true) as
  select q.org_id, q.request_id, q.step, d.member_id, m.name, d.basis, d.on_behalf_of, p.name as on_behalf_of_name
  from public.request_routing q
  cross join lateral private.deciders_of(row(
    q.org_id, q.request_id, q.round, q.step, q.steps, q.authors, q.approved, q.spoken_for, q.approvals, q.assigned
  )::private.routed) d
  join public.members m on m.org_id = q.org_id and m.id = d.member_id
  left join public.members p on p.org_id = q.org_id and p.id = d.on_behalf_of;

-- Thousands of requests ask the same few questions: the same steps, of the same author, seen by nobody yet. Each carries the
-- digest of its question, written with the rows that make it up, so that a queue asks each question once and never looks at
-- the rows behind the others.
create function private.keep_routing_key() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  if tg_table_name = 'change_requests' then
    v_id := new.id;
  else
    v_id := new.request_id;
  end if;
  update public.change_requests r set routing_key = (
    select md5(jsonb_build_array(q.step, q.steps, q.authors, q.approved, q.spoken_for, q.assigned)::text)::uuid
    from public.request_routing q where q.org_id = r.org_id and q.request_id = r.id
  ) where r.org_id = new.org_id and r.id = v_id and r.status = 'pending';
  return null;
end
$$;

create trigger request_rounds_are_routed after insert on public.request_rounds
  for each row execute function private.keep_routing_key();
create trigger decisions_route_what_still_waits after insert on public.decisions
  for each row when (new.outcome = 'pending') execute function private.keep_routing_key();
create trigger request_assignments_route_it_anew after insert on public.request_assignments
  for each row execute function private.keep_routing_key();
create trigger change_requests_are_routed_by_step after update of step, round, status on public.change_requests
  for each row when (new.status = 'pending' and (old.step, old.round, old.status) is distinct from (new.step, new.round, new.status))
  execute function private.keep_routing_key();

-- What the reader can decide now, of all their organizations. Counted by question, so that a page of fifty reads fifty.
create view public.my_queue with (security_invoker = true) as
  select r.org_id, r.id, r.reference, r.order_id, r.requested_by, r.submitted_at, r.due_at, r.step, a.basis, a.on_behalf_of, a.waiting
  from public.change_requests r
  join (
    with questions as materialized (
      select r.org_id, r.routing_key, min(r.number) as number, count(*) as waiting
      from public.change_requests r where r.status = 'pending' group by 1, 2
    )
    select k.org_id, k.routing_key, d.basis, d.on_behalf_of, (sum(k.waiting) over (partition by k.org_id))::integer as waiting
    from public.members m
    join questions k on k.org_id = m.org_id
    cross join lateral (
      -- Any of them stands for all.
      select q.* from public.change_requests r
      join public.request_routing q on q.org_id = r.org_id and q.request_id = r.id
      where r.org_id = k.org_id and r.number = k.number offset 0
    ) q
    cross join lateral private.deciders_of(row(
      q.org_id, null, null, q.step, q.steps, q.authors, q.approved, q.spoken_for, null, q.assigned
    )::private.routed) d
    where m.user_id = auth.uid() and m.active and m.roles && '{approver,admin}' and d.member_id = m.id
  ) a on a.org_id = r.org_id and a.routing_key = r.routing_key
  where r.status = 'pending';

grant select on public.request_routing, public.request_deciders, public.my_queue to authenticated;

-- The same for one request, for the commands: its row is locked, or about to be.
create function private.deciders(p_org uuid, p_request_id uuid) returns table (member_id uuid, basis public.decider_basis, on_behalf_of uuid)
language plpgsql stable set search_path = '' as $$
declare
  v_routing public.request_routing;
begin
  select * into v_routing from public.request_routing q where q.org_id = p_org and q.request_id = p_request_id;
  if found then
    return query select d.* from private.deciders_of(row(
      v_routing.org_id, v_routing.request_id, v_routing.round, v_routing.step, v_routing.steps, v_routing.authors, v_routing.approved,
      v_routing.spoken_for, v_routing.approvals, v_routing.assigned
    )::private.routed) d;
  end if;
end
$$;

-- Raises for whoever wrote a round of it, and for whoever stands in for one of those.
create function private.refuse_the_barred(p_member public.members, p_authors uuid[]) returns void
language plpgsql stable set search_path = '' as $$
begin
  if p_member.id = any (p_authors) then
    perform private.fail(403, 'own_request', null, 'Somebody else has to decide what you asked for.');
  end if;
  if p_member.id = any (private.barred(p_member.org_id, p_authors)) then
    perform private.fail(403, 'stands_for_author', null, 'You stand in for somebody who wrote this request, so somebody else has to decide it.');
  end if;
end
$$;

-- Raises for everybody else who is not among the deciders: an approver its rule does not name, an admin it has no need of.
create function private.refuse_the_uninvited(p_member public.members, p_rule text, p_step integer) returns void
language plpgsql stable set search_path = '' as $$
begin
  if not 'approver' = any (p_member.roles) then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'approver'), 'Ask an admin of your organization for this role.');
  end if;
  perform private.fail(403, 'not_your_decision', jsonb_build_object('rule', p_rule, 'step', p_step),
    format('The rule “%s” sends this to somebody else. Ask one of them, or let them hand it to you.', coalesce(p_rule, 'Everything else')));
end
$$;

revoke execute on all functions in schema private from public;

comment on view public.request_routing is 'Per pending request: the rule it falls under, frozen, and what its step has seen so far.';
comment on view public.request_deciders is 'Per pending request: who can decide it now, in which right and for whom. Decide asks the same function under the row lock.';
comment on view public.my_queue is 'The pending requests that the reader can decide now; waiting: how many there are in their organization.';
