-- Queueing mail inside the transaction of what it tells.

-- The facts of a request as its mail shows them, frozen now. The words are made from them when the mail is rendered.
create function private.request_facts(p_org uuid, p_request_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- Not an SQL function: that one would plan the join of six tables anew for every mail.
  return (
  select jsonb_build_object(
    'organization', g.name, 'slug', g.slug, 'reference', r.reference, 'round', r.round, 'status', r.status,
    'order_number', o.order_number, 'customer', o.customer, 'customer_po', o.customer_po, 'currency', o.currency,
    'requested_ship_date', o.requested_ship_date, 'stage', o.reached_stage, 'version', o.version,
    'requester', q.name, 'reason', r.reason, 'reason_label', s.label,
    'decider', d.name, 'decided_for', b.name, 'note', r.decision_note, 'problems', r.problems,
    'rule', t.rule_name, 'step', r.step, 'step_count', coalesce(jsonb_array_length(t.steps), 1),
    'approvals', coalesce((
      select jsonb_agg(jsonb_build_object('step', v.step, 'by', m.name, 'for', f.name) order by v.step, v.decided_at)
      from public.decisions v
      join public.members m on m.org_id = v.org_id and m.id = v.decided_by
      left join public.members f on f.org_id = v.org_id and f.id = v.on_behalf_of
      where v.org_id = r.org_id and v.request_id = r.id and v.round = r.round and v.decision = 'approve'
    ), '[]'),
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('kind', c.kind, 'before', c.before, 'after', c.after, 'outcome', c.outcome) order by c.position)
      from public.changes c where c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
    ), '[]')
  )
  from public.change_requests r
  join public.organizations g on g.id = r.org_id
  join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  join public.members q on q.org_id = r.org_id and q.id = r.requested_by
  join public.reasons s on s.org_id = r.org_id and s.code = r.reason_code
  left join public.request_rounds t on t.org_id = r.org_id and t.request_id = r.id and t.round = r.round
  left join public.members d on d.org_id = r.org_id and d.id = r.decided_by
  left join public.members b on b.org_id = r.org_id and b.id = r.decided_for
  where r.org_id = p_org and r.id = p_request_id
  );
end
$$;

-- The one way to tell members something: a row in the app for each active one, and a mail at once for those who didn't choose
-- otherwise (the morning digest reads the rows whose choice it is). The unique keys make a repeat a no-op. `p_event` names
-- what happened, once: `request_applied:CR-000012:1`.
create function private.queue_notification(
  p_org uuid, p_event text, p_template public.notification_template, p_member_ids uuid[], p_order_id uuid, p_request_id uuid, p_facts jsonb
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  with told as (
    select m.id, m.email, m.name, coalesce(c.choice, 'at_once') as choice
    from public.members m
    left join public.notification_choices c on c.org_id = m.org_id and c.member_id = m.id and c.template = p_template
    where m.org_id = p_org and m.id = any (p_member_ids) and m.active
  ), item as (
    insert into public.inbox_items (org_id, member_id, event, template, request_id, facts, choice)
    select p_org, t.id, p_event, p_template, p_request_id, p_facts, t.choice from told t
    on conflict do nothing
  )
  insert into public.notifications (org_id, event, template, recipient_id, recipient_email, recipient_name, order_id, request_id, facts)
  select p_org, p_event, p_template, t.id, t.email, t.name, p_order_id, p_request_id, p_facts
  from told t where t.choice = 'at_once'
  on conflict do nothing;
end
$$;

create function private.notify_request(p_org uuid, p_request_id uuid, p_template public.notification_template) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_request public.change_requests;
  v_event text;
  v_facts jsonb := private.request_facts(p_org, p_request_id);
begin
  select * into strict v_request from public.change_requests r where r.org_id = p_org and r.id = p_request_id;
  v_event := p_template || ':' || v_request.reference || ':' || v_request.round
    || case when p_template = 'request_step_approved' then ':' || v_request.step else '' end;
  perform private.queue_notification(p_org, v_event, p_template, array(
    select m.id from public.members m
    where m.org_id = p_org and case p_template
      -- Exactly those who can decide the step it is in; who has been told of the round or step already is not told again.
      when 'request_submitted' then m.id in (select d.member_id from private.deciders(p_org, p_request_id) d)
      when 'request_step_approved' then m.id in (select d.member_id from private.deciders(p_org, p_request_id) d)
      when 'request_applied' then 'fulfillment' = any (m.roles) or m.id = v_request.requested_by
      else m.id = v_request.requested_by
    end
  ), v_request.order_id, p_request_id, v_facts);
  -- The floor's shared mailbox is nobody's account.
  insert into public.notifications (org_id, event, template, recipient_email, recipient_name, order_id, request_id, facts)
  select p_org, v_event, p_template, g.fulfillment_email, g.name || ' fulfillment', v_request.order_id, p_request_id, v_facts
  from public.organizations g
  where g.id = p_org and p_template = 'request_applied' and g.fulfillment_email is not null
  on conflict do nothing;
end
$$;

revoke execute on all functions in schema private from public;
