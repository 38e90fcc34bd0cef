-- The outbox: e-mails are queued in the transaction of what they tell, and delivered after it.

create type public.notification_state as enum ('queued', 'sending', 'sent', 'failed', 'dead');
create type public.notification_template as enum (
  'request_submitted', 'request_applied', 'request_rejected', 'request_returned', 'request_refused', 'invitation',
  'request_expired', 'request_reminder', 'request_escalated', 'request_comment',
  'request_step_approved', 'request_reassigned', 'delegation', 'approval_policy_problem', 'import_needs_you'
);

create table public.notifications (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  event text not null,
  template public.notification_template not null,
  recipient_id uuid,
  recipient_email text not null,
  recipient_name text not null default '',
  order_id uuid,
  request_id uuid,
  facts jsonb not null,
  state public.notification_state not null default 'queued',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  first_attempt_at timestamptz,
  lease uuid,
  lease_until timestamptz,
  provider_id text,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (org_id, id),
  constraint notifications_tell_each_person_once unique (org_id, event, recipient_email, template),
  constraint notifications_recipient_is_a_member foreign key (org_id, recipient_id) references public.members (org_id, id),
  constraint notifications_order_exists foreign key (org_id, order_id) references public.orders (org_id, id),
  constraint notifications_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id),
  constraint notifications_email_is_one_line check (recipient_email !~ '[[:cntrl:]]' and length(recipient_email) between 3 and 320),
  constraint notifications_lease_is_whole check ((lease is null) = (lease_until is null)),
  constraint notifications_sent_has_a_time check ((state = 'sent') = (sent_at is not null)),
  constraint notifications_error_is_bounded check (length(last_error) <= 2000)
);

create index notifications_due on public.notifications (next_attempt_at) where state in ('queued', 'failed', 'sending');
create index notifications_by_request on public.notifications (org_id, request_id) where request_id is not null;
create index notifications_by_order on public.notifications (org_id, order_id) where order_id is not null;
create index notifications_by_recipient on public.notifications (org_id, recipient_id) where recipient_id is not null;

alter table public.notifications enable row level security;
alter table public.notifications force row level security;

-- `lease` stays with the sender; everything else about a request's mail is part of its story.
grant select (
  org_id, id, event, template, recipient_id, recipient_email, recipient_name, order_id, request_id, facts, state, attempts,
  next_attempt_at, provider_id, last_error, created_at, sent_at
) on public.notifications to authenticated;

create policy "members read the mail about requests, admins all of it" on public.notifications
  for select to authenticated using (
    org_id = any ((select private.member_org_ids())::uuid[])
    and (request_id is not null or org_id = any ((select private.role_org_ids('admin'))::uuid[]))
  );

comment on table public.notifications is 'Transactional outbox: one row per event, template and recipient, with the facts frozen as they were.';
