-- Queueing mail inside the transaction of what it tells.

-- The facts of a request as its mail shows them, frozen now. The words are made from them when the mail is rendered.
create function private.request_facts(p_org uuid, p_request_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.change_requests;
  o public.orders;
  v_facts jsonb;
begin
  -- Row by row over its primary key, not one join: a plan that is kept for all organizations would begin with every order of
  -- a large one, because all these tables share org_id; and an SQL function would be planned anew for every mail.
  select * into r from public.change_requests where org_id = p_org and id = p_request_id;
  select * into o from public.orders where org_id = p_org and id = r.order_id;
  select jsonb_build_object('organization', g.name, 'slug', g.slug) into v_facts from public.organizations g where g.id = p_org;
  select v_facts || jsonb_build_object('rule', t.rule_name, 'step_count', coalesce(jsonb_array_length(t.steps), 1)) into v_facts
    from (select) always
    left join public.request_rounds t on t.org_id = p_org and t.request_id = r.id and t.round = r.round;
  return v_facts || jsonb_build_object(
    'reference', r.reference, 'round', r.round, 'status', r.status, 'reason', r.reason, 'note', r.decision_note,
    'problems', r.problems, 'step', r.step,
    'order_number', o.order_number, 'customer', o.customer, 'customer_po', o.customer_po, 'currency', o.currency,
    'requested_ship_date', o.requested_ship_date, 'stage', o.reached_stage, 'version', o.version,
    'reason_label', (select s.label from public.reasons s where s.org_id = p_org and s.code = r.reason_code),
    'requester', (select m.name from public.members m where m.org_id = p_org and m.id = r.requested_by),
    'decider', (select m.name from public.members m where m.org_id = p_org and m.id = r.decided_by),
    'decided_for', (select m.name from public.members m where m.org_id = p_org and m.id = r.decided_for),
    'approvals', coalesce((
      select jsonb_agg(jsonb_build_object(
        'step', v.step,
        'by', (select m.name from public.members m where m.org_id = p_org and m.id = v.decided_by),
        'for', (select m.name from public.members m where m.org_id = p_org and m.id = v.on_behalf_of)
      ) order by v.step, v.decided_at)
      from public.decisions v
      where v.org_id = p_org and v.request_id = r.id and v.round = r.round and v.decision = 'approve'
    ), '[]'),
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('kind', c.kind, 'before', c.before, 'after', c.after, 'outcome', c.outcome) order by c.position)
      from public.changes c where c.org_id = p_org and c.request_id = r.id and c.round = r.round
    ), '[]')
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
