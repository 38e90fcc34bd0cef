-- Requests as the lists and the queue show them: one row with its order, people and changes, so that a page of fifty is
-- one query. Both views are the reader's own sight: row-level security of every table applies.

create view public.change_request_list with (security_invoker = true) as
  select
    r.org_id, r.id, r.reference, r.status, r.round, r.step, r.submitted_at, r.due_at, r.base_version, r.payload_hash, r.reason, r.problems,
    r.decided_at, r.decision_note, r.applied_version, r.closed_at,
    r.reason_code, s.label as reason_label,
    r.requested_by, q.name as requester, r.decided_by, d.name as decider, b.name as decided_for,
    t.policy_version, t.rule_id, t.rule_name, coalesce(jsonb_array_length(t.steps), 1) as step_count,
    r.order_id, o.order_number, o.customer, o.customer_po, o.reached_stage as stage, o.requested_ship_date, o.currency, o.version as order_version,
    (
      select jsonb_agg(jsonb_build_object(
        'position', c.position, 'kind', c.kind, 'line_id', c.line_id, 'before', c.before, 'after', c.after, 'outcome', c.outcome
      ) order by c.position)
      from public.changes c where c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
    ) as changes,
    -- What it puts back, and what puts it back or is about to.
    v.reference as reverses,
    (
      select jsonb_build_object('reference', u.reference, 'status', u.status) from public.change_requests u
      where u.org_id = r.org_id and u.reverses = r.id and u.status in ('pending', 'returned', 'applied')
    ) as undone_by,
    lower(r.reference) || ' ' || o.search_text as search_text
  from public.change_requests r
  join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  left join public.request_rounds t on t.org_id = r.org_id and t.request_id = r.id and t.round = r.round
  left join public.change_requests v on v.org_id = r.org_id and v.id = r.reverses
  left join public.members b on b.org_id = r.org_id and b.id = r.decided_for
  left join public.members q on q.org_id = r.org_id and q.id = r.requested_by
  left join public.members d on d.org_id = r.org_id and d.id = r.decided_by
  left join public.reasons s on s.org_id = r.org_id and s.code = r.reason_code;

-- What approving a pending request would meet right now, from the functions that decide asks again under the lock:
-- `moved` are touched fields that no longer have the value the requester saw, `problems` what the lock says today.
-- Every write moves the version, so an order still at the base version cannot have moved.
create view public.change_request_checks with (security_invoker = true) as
  select
    r.org_id, r.id as request_id,
    case when o.version = r.base_version then '[]' else private.moved_fields(o, r.id, r.round) end as moved,
    private.check_changes(o, (
      select jsonb_agg(case when c.outcome = 'rejected' then 'null' else
        jsonb_build_object('kind', c.kind) || case when c.line_id is null then '{}' else jsonb_build_object('line_id', c.line_id) end || c.after
      end order by c.position)
      from public.changes c where c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
    ), (now() at time zone g.time_zone)::date) as problems
  from public.change_requests r
  join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  join public.organizations g on g.id = r.org_id
  where r.status = 'pending';

grant select on public.change_request_list, public.change_request_checks to authenticated;

grant execute on function
  private.line_facts(public.order_lines),
  private.order_totals(public.orders),
  private.facts_before(public.orders, public.order_lines, text),
  private.problem(text, integer, public.order_lines, jsonb),
  private.check_changes(public.orders, jsonb, date),
  private.moved_fields(public.orders, uuid, integer, integer[])
to authenticated;

comment on view public.change_request_list is 'A request with its order, people and the changes of its current round.';
comment on view public.change_request_checks is 'Per pending request: touched fields that moved, and what the lock would refuse now. Decide checks both again under the row lock.';
