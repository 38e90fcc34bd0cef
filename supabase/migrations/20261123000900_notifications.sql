-- The outbox: e-mails are queued in the transaction of what they tell, and delivered after it.

-- queued → sending → sent, or failed and tried again, or dead: tried for the last time. suppressed: held, because the address
-- bounced or complained.
create type public.notification_state as enum ('queued', 'sending', 'sent', 'failed', 'dead', 'suppressed');

-- What can be told, one value per kind of event. A new one needs, besides its value here: a call of
-- private.queue_notification in the command's transaction, and what lib/notifications/write-mail.ts asks for (the compiler says).
create type public.notification_template as enum (
  'morning_digest',
  'request_submitted', 'request_applied', 'request_rejected', 'request_returned', 'request_refused', 'request_moved', 'invitation',
  'request_expired', 'request_reminder', 'request_escalated', 'request_comment',
  'request_unacknowledged', 'request_step_approved', 'request_reassigned', 'delegation', 'approval_policy_problem', 'import_needs_you'
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
  issue integer not null default 1,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  first_attempt_at timestamptz,
  last_attempt_at timestamptz,
  maybe_sent_at timestamptz,
  lease uuid,
  lease_until timestamptz,
  provider_id text,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  delayed_at timestamptz,
  bounced_at timestamptz,
  complained_at timestamptz,
  delivery_detail text,
  primary key (org_id, id),
  constraint notifications_tell_each_person_once unique (org_id, event, recipient_email, template),
  constraint notifications_recipient_is_a_member foreign key (org_id, recipient_id) references public.members (org_id, id),
  constraint notifications_order_exists foreign key (org_id, order_id) references public.orders (org_id, id),
  constraint notifications_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id),
  constraint notifications_email_is_one_line check (recipient_email !~ '[[:cntrl:]]' and length(recipient_email) between 3 and 320),
  constraint notifications_lease_is_whole check ((lease is null) = (lease_until is null)),
  constraint notifications_sent_has_a_time check ((state = 'sent') = (sent_at is not null)),
  constraint notifications_error_is_bounded check (length(last_error) <= 2000),
  constraint notifications_detail_is_bounded check (length(delivery_detail) <= 2000),
  constraint notifications_issue_counts_up check (issue >= 1),
  constraint notifications_attempts_are_counted check (attempts >= 0)
);

create index notifications_due on public.notifications (next_attempt_at) where state in ('queued', 'failed', 'sending');
create index notifications_by_time on public.notifications (org_id, created_at desc, id);
create index notifications_not_sent on public.notifications (org_id, state) where state <> 'sent';
create index notifications_by_sending on public.notifications (org_id, sent_at) where sent_at is not null;
create index notifications_bounced on public.notifications (org_id, created_at desc) where bounced_at is not null or complained_at is not null;
create index notifications_by_provider on public.notifications (provider_id) where provider_id is not null;
create index notifications_by_request on public.notifications (org_id, request_id) where request_id is not null;
create index notifications_by_order on public.notifications (org_id, order_id) where order_id is not null;
create index notifications_by_recipient on public.notifications (org_id, recipient_id) where recipient_id is not null;

alter table public.notifications enable row level security;
alter table public.notifications force row level security;

-- `lease` stays with the sender; everything else about a request's mail is part of its story.
grant select (
  org_id, id, event, template, recipient_id, recipient_email, recipient_name, order_id, request_id, facts, state, issue, attempts,
  next_attempt_at, provider_id, last_error, created_at, sent_at, delivered_at, delayed_at, bounced_at, complained_at, delivery_detail
) on public.notifications to authenticated;

create policy "members read the mail about requests, admins all of it" on public.notifications
  for select to authenticated using (
    org_id = any ((select private.member_org_ids())::uuid[])
    and (request_id is not null or org_id = any ((select private.role_org_ids('admin'))::uuid[]))
  );

comment on table public.notifications is 'Transactional outbox: one row per event, template and recipient, with the facts frozen as they were.';
comment on column public.notifications.issue is 'Counts up when a person has it sent anew; id and issue are the key by which the provider knows a repeat.';
comment on column public.notifications.maybe_sent_at is 'The first attempt of this issue of which nobody knows whether the provider took it.';
comment on column public.notifications.delivered_at is 'This and the next three: what the provider reported, each at its own time. Complained outweighs bounced, bounced delivered, delivered delayed.';
