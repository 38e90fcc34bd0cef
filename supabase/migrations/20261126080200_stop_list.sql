-- What the floor reads: what must not be picked because somebody asked to change it, and what was changed and not seen yet.
-- Both are the reader's own sight: row-level security of every table applies.

-- One row per change of every pending request. A change of the order itself (its date, a new line) has no line: then it
-- concerns the whole order.
create view public.stop_list with (security_invoker = true) as
  select
    r.org_id, r.id as request_id, r.reference, r.submitted_at, q.name as requester,
    c.position as change, c.kind, c.line_id, c.before, c.after,
    o.id as order_id, o.order_number, o.customer, o.reached_stage as stage, o.currency,
    l.position as line, l.sku, l.description, l.uom, trim_scale(l.quantity_ordered)::text as quantity,
    coalesce(l.requested_ship_date, o.requested_ship_date) as ship_date,
    coalesce(s.code, d.code) as site_code, coalesce(s.name, d.name) as site,
    private.ship_cutoff_at(coalesce(s, d), coalesce(l.requested_ship_date, o.requested_ship_date)) as cutoff_at
  from public.change_requests r
  join public.changes c on c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
  -- There always is one; LEFT so that counting the list does not look for it.
  left join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  left join public.members q on q.org_id = r.org_id and q.id = r.requested_by
  left join public.order_lines l on l.org_id = c.org_id and l.id = c.line_id
  -- As private.site_of has it, joined: a function asked once per line takes a second for ten thousand.
  left join public.sites s on s.org_id = o.org_id and s.code = private.fold(o.site_word)
  left join public.sites d on d.org_id = r.org_id and d.is_default
  where r.status = 'pending';

-- Applied requests that nobody on the floor has acknowledged, with what was written.
create view public.changes_to_acknowledge with (security_invoker = true) as
  select
    r.org_id, r.id as request_id, r.reference, r.closed_at as applied_at, r.applied_version, d.name as decider, r.decision_note,
    o.id as order_id, o.order_number, o.customer, o.reached_stage as stage, o.currency, o.requested_ship_date as ship_date,
    s.code as site_code, s.name as site, private.ship_cutoff_at(s, o.requested_ship_date) as cutoff_at,
    (
      select jsonb_agg(jsonb_build_object('kind', c.kind, 'line_id', c.line_id, 'before', c.before, 'after', c.after) order by c.position)
      from public.changes c where c.org_id = r.org_id and c.request_id = r.id and c.round = r.round
    ) as changes
  from public.change_requests r
  join public.orders o on o.org_id = r.org_id and o.id = r.order_id
  left join public.members d on d.org_id = r.org_id and d.id = r.decided_by
  left join lateral private.site_of(o.org_id, o.site_word) s on true
  where r.status = 'applied' and r.acknowledged_at is null;

grant select on public.stop_list, public.changes_to_acknowledge to authenticated;

comment on view public.stop_list is 'Do not pick: one row per change of a pending request, with the line it holds and until when it would ship.';
comment on view public.changes_to_acknowledge is 'What was written to orders and not yet acknowledged by fulfillment.';

-- Changes whenever one of the lists above does: what a page that stays open asks every few seconds, instead of the lists.
create view public.floor_pulse with (security_invoker = true) as
  select
    g.id as org_id,
    (select count(*) from public.change_requests r where r.org_id = g.id and r.status = 'applied' and r.acknowledged_at is null)
      as to_acknowledge,
    (select max(r.closed_at) from public.change_requests r where r.org_id = g.id and r.status = 'applied' and r.acknowledged_at is null)
      as last_applied_at,
    (select count(*) from public.change_requests r where r.org_id = g.id and r.status = 'pending') as pending,
    (select max(r.submitted_at) from public.change_requests r where r.org_id = g.id and r.status = 'pending') as last_submitted_at
  from public.organizations g;

grant select on public.floor_pulse to authenticated;
