-- Change requests: what was asked, in which round, by whom, and how it was decided. There is no "approved but not
-- written": approving writes in the same transaction, or nothing happens.

create type public.request_status as enum ('pending', 'applied', 'rejected', 'returned', 'withdrawn', 'expired', 'refused');
create type public.decision_kind as enum ('approve', 'reject', 'return');
create type public.change_outcome as enum ('applied', 'rejected');
-- Why somebody could decide: the rule names them, they stand in for somebody it names, it was handed to them, or nobody of
-- those was left and every approver, or in the end every admin, could.
create type public.decider_basis as enum ('rule', 'delegate', 'assigned', 'backup', 'admin');

-- One row per organization; the next request's number is taken here, under its lock, so numbers have no gaps.
create table public.request_counters (
  org_id uuid primary key references public.organizations (id) on delete restrict,
  last_number integer not null default 0
);

create table public.change_requests (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  number integer not null,
  reference text not null generated always as (
    'CR-' || case when number < 1000000 then lpad(number::text, 6, '0') else number::text end
  ) stored,
  order_id uuid not null,
  status public.request_status not null,
  round integer not null default 1,
  step integer not null default 1,
  requested_by uuid not null,
  reason_code text not null,
  reason text not null,
  base_version integer not null,
  payload_hash text not null,
  problems jsonb not null default '[]',
  submitted_at timestamptz not null default now(),
  decided_by uuid,
  decided_for uuid,
  decided_at timestamptz,
  decision_note text,
  applied_version integer,
  closed_at timestamptz,
  -- Of a pending one: the same for all that ask the same people.
  routing_key uuid,
  -- Until when it has to be decided, and what was done about that.
  due_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  -- When people were told that it still is not, shortly before the cut-off.
  late_told_at timestamptz,
  -- The applied request whose changes this one puts back.
  reverses uuid,
  primary key (org_id, id),
  constraint change_requests_number_is_unique_per_organization unique (org_id, number),
  constraint change_requests_order_exists foreign key (org_id, order_id) references public.orders (org_id, id) on delete restrict,
  constraint change_requests_requester_is_a_member foreign key (org_id, requested_by) references public.members (org_id, id),
  constraint change_requests_decider_is_a_member foreign key (org_id, decided_by) references public.members (org_id, id),
  constraint change_requests_decided_for_a_member foreign key (org_id, decided_for) references public.members (org_id, id),
  constraint change_requests_reason_exists foreign key (org_id, reason_code) references public.reasons (org_id, code),
  constraint change_requests_reason_is_bounded check (length(btrim(reason)) between 1 and 2000),
  constraint change_requests_note_is_bounded check (length(btrim(decision_note)) between 1 and 2000),
  constraint change_requests_hash_is_sha256 check (payload_hash ~ '^[0-9a-f]{64}$'),
  constraint change_requests_round_counts_up check (round >= 1),
  constraint change_requests_have_one_or_two_steps check (step between 1 and 2),
  constraint change_requests_decider_is_not_the_requester check (decided_by <> requested_by),
  constraint change_requests_nobody_decides_for_the_requester check (decided_for <> requested_by and decided_for <> decided_by),
  -- What nobody was left to decide came back without a decision.
  constraint change_requests_decision_is_whole check (
    (decided_by is null) = (decided_at is null) and (decided_for is null or decided_by is not null)
    and case status
      when 'pending' then decided_by is null
      when 'returned' then true
      when 'withdrawn' then true
      when 'expired' then true
      when 'refused' then true
      else decided_by is not null
    end
  ),
  constraint change_requests_note_says_why check (status not in ('rejected', 'returned') or decision_note is not null),
  constraint change_requests_applied_has_a_version check ((status = 'applied') = (applied_version is not null)),
  constraint change_requests_closed_has_a_time check ((status in ('pending', 'returned')) = (closed_at is null)),
  constraint change_requests_acknowledger_is_a_member foreign key (org_id, acknowledged_by) references public.members (org_id, id),
  constraint change_requests_acknowledgement_is_whole check (
    (acknowledged_by is null) = (acknowledged_at is null) and (acknowledged_at is null or status = 'applied')
  ),
  constraint change_requests_reversed_exists foreign key (org_id, reverses) references public.change_requests (org_id, id),
  constraint change_requests_reverse_another check (reverses <> id),
  constraint change_requests_refused_says_why check (status <> 'refused' or jsonb_array_length(problems) > 0)
);

create table public.request_rounds (
  org_id uuid not null,
  request_id uuid not null,
  round integer not null,
  authored_by uuid not null,
  base_version integer not null,
  payload_hash text not null,
  reason_code text not null,
  reason text not null,
  submitted_at timestamptz not null default now(),
  policy_version integer,
  rule_id text,
  rule_name text,
  steps jsonb,
  routing_facts jsonb,
  primary key (org_id, request_id, round),
  constraint request_rounds_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id) on delete restrict,
  constraint request_rounds_author_is_a_member foreign key (org_id, authored_by) references public.members (org_id, id),
  constraint request_rounds_routing_is_whole check (num_nulls(policy_version, rule_id, rule_name, steps, routing_facts) in (0, 5))
);

create table public.changes (
  org_id uuid not null,
  request_id uuid not null,
  round integer not null,
  position integer not null,
  kind public.change_kind not null,
  line_id uuid,
  before jsonb not null,
  after jsonb not null,
  outcome public.change_outcome,
  primary key (org_id, request_id, round, position),
  constraint changes_round_exists foreign key (org_id, request_id, round)
    references public.request_rounds (org_id, request_id, round) on delete restrict,
  constraint changes_line_exists foreign key (org_id, line_id) references public.order_lines (org_id, id) on delete restrict,
  constraint changes_are_at_most_a_hundred check (position between 1 and 100),
  constraint changes_line_matches_kind check (
    (line_id is null) = (kind in ('add_line', 'set_order_date', 'set_ship_to', 'set_ship_method', 'cancel_order'))
  )
);

create table public.decisions (
  org_id uuid not null,
  request_id uuid not null,
  round integer not null,
  step integer not null default 1,
  decision public.decision_kind not null,
  outcome public.request_status not null,
  note text,
  decided_by uuid not null,
  on_behalf_of uuid,
  basis public.decider_basis not null default 'rule',
  rejected_changes integer[] not null default '{}',
  decided_at timestamptz not null default now(),
  order_version integer not null,
  payload_hash text not null,
  primary key (org_id, request_id, round, step, decided_by),
  constraint decisions_count_a_person_once_per_round unique (org_id, request_id, round, decided_by),
  constraint decisions_round_exists foreign key (org_id, request_id, round)
    references public.request_rounds (org_id, request_id, round) on delete restrict,
  constraint decisions_decider_is_a_member foreign key (org_id, decided_by) references public.members (org_id, id),
  constraint decisions_stand_for_a_member foreign key (org_id, on_behalf_of) references public.members (org_id, id),
  constraint decisions_stand_for_somebody_else check (on_behalf_of <> decided_by and (basis = 'delegate') = (on_behalf_of is not null)),
  constraint decisions_reject_changes_while_approving_the_rest check (
    rejected_changes = '{}' or (decision = 'approve' and note is not null and array_position(rejected_changes, null) is null)
  ),
  -- An approval that leaves the request pending was not the last one needed.
  constraint decisions_outcome_matches check (
    case decision when 'approve' then outcome in ('applied', 'refused', 'pending') when 'reject' then outcome = 'rejected' else outcome = 'returned' end
  ),
  constraint decisions_note_says_why check (decision = 'approve' or note is not null)
);

-- What pending requests hold, one row per line × field. The primary key is the guard: two open requests never hold the
-- same target, and requests on disjoint lines never meet. Only cancelling the order, order:*, meets them all, which
-- is judged under the order's lock.
create table public.open_targets (
  org_id uuid not null,
  order_id uuid not null,
  target text not null,
  request_id uuid not null,
  primary key (org_id, order_id, target),
  constraint open_targets_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id) on delete restrict,
  constraint open_targets_order_exists foreign key (org_id, order_id) references public.orders (org_id, id) on delete restrict,
  constraint open_targets_target_is_bounded check (length(target) between 1 and 200)
);

-- The ledger of writes: its primary key is why a request can never be written twice.
create table public.order_writes (
  org_id uuid not null,
  order_id uuid not null,
  request_id uuid not null,
  version_before integer not null,
  version_after integer not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (org_id, order_id, request_id),
  constraint order_writes_request_is_written_once unique (org_id, request_id),
  constraint order_writes_version_is_written_once unique (org_id, order_id, version_after),
  constraint order_writes_order_exists foreign key (org_id, order_id) references public.orders (org_id, id) on delete restrict,
  constraint order_writes_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id) on delete restrict,
  constraint order_writes_writer_is_a_member foreign key (org_id, written_by) references public.members (org_id, id),
  constraint order_writes_version_goes_up_by_one check (version_after = version_before + 1)
);

create index change_requests_by_order on public.change_requests (org_id, order_id, submitted_at desc);
create index change_requests_by_status on public.change_requests (org_id, status, submitted_at);
create index change_requests_by_requester on public.change_requests (org_id, requested_by, submitted_at desc);
create index change_requests_by_decider on public.change_requests (org_id, decided_by) where decided_by is not null;
create index change_requests_by_acknowledger on public.change_requests (org_id, acknowledged_by) where acknowledged_by is not null;
-- What is being put back, or was, is not put back a second time.
create unique index change_requests_reversed_once on public.change_requests (org_id, reverses) where status in ('pending', 'returned', 'applied');
create index change_requests_by_reversed on public.change_requests (org_id, reverses) where reverses is not null;
-- The queue in its order, and who is asked about it.
create index change_requests_by_urgency on public.change_requests (org_id, due_at, submitted_at, reference) where status = 'pending';
create index change_requests_by_routing on public.change_requests (org_id, routing_key, number) where status = 'pending';
-- What the floor has still to see: short, however long the history.
create index change_requests_to_acknowledge on public.change_requests (org_id, closed_at) where status = 'applied' and acknowledged_at is null;
create index change_requests_by_reason on public.change_requests (org_id, reason_code);
create index change_requests_by_number_text on public.change_requests (org_id, reference);
create index request_rounds_by_author on public.request_rounds (org_id, authored_by);
create index changes_by_line on public.changes (org_id, line_id) where line_id is not null;
create index change_requests_by_decided_for on public.change_requests (org_id, decided_for) where decided_for is not null;
create index decisions_by_decider on public.decisions (org_id, decided_by);
create index decisions_by_principal on public.decisions (org_id, on_behalf_of) where on_behalf_of is not null;
-- A round ends once.
create unique index decisions_end_a_round_once on public.decisions (org_id, request_id, round) where outcome <> 'pending';
create index open_targets_by_request on public.open_targets (org_id, request_id);
create index order_writes_by_writer on public.order_writes (org_id, written_by);

alter table public.request_counters enable row level security;
alter table public.request_counters force row level security;
alter table public.change_requests enable row level security;
alter table public.change_requests force row level security;
alter table public.request_rounds enable row level security;
alter table public.request_rounds force row level security;
alter table public.changes enable row level security;
alter table public.changes force row level security;
alter table public.decisions enable row level security;
alter table public.decisions force row level security;
alter table public.open_targets enable row level security;
alter table public.open_targets force row level security;
alter table public.order_writes enable row level security;
alter table public.order_writes force row level security;

grant select on public.change_requests, public.request_rounds, public.changes, public.decisions, public.open_targets, public.order_writes
  to authenticated;

create policy "members read their organization's requests" on public.change_requests
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's request rounds" on public.request_rounds
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's changes" on public.changes
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's decisions" on public.decisions
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read what open requests hold" on public.open_targets
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's order writes" on public.order_writes
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "nobody reads request counters" on public.request_counters for select to authenticated using (false);

comment on column public.changes.before is 'The line or order when the request was made: position, sku, description, uom, quantity, unit_price, requested_ship_date, ship_to, …; numbers as text.';
comment on column public.changes.after is 'The fields the change asks for, by the names they have on the wire, and what closing or cancelling comes to.';
comment on column public.changes.outcome is 'Null until it is decided; an approval that leaves lines out rejects those, also in the first of two steps.';
comment on column public.decisions.on_behalf_of is 'Whom a delegate stood in for.';
comment on column public.request_rounds.steps is 'Who may decide, frozen from the rule that applied: [{approvers: {anyone, members, groups}, required}]. Null in a round that the check refused.';
comment on column public.request_rounds.routing_facts is 'What the rules were asked about when the round was sent, so that other rules can be tried on it.';
comment on column public.change_requests.routing_key is 'Kept by triggers: a digest of what deciding asks of a pending request (see request_routing). Whoever can decide one can decide all with its key.';
comment on column public.change_requests.step is 'Which step of its round''s rule the request waits in.';
comment on column public.change_requests.payload_hash is 'SHA-256 of the canonical changes; a decision must name the one that was on screen.';
