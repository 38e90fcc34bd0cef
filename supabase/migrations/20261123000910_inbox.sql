-- What each member is told inside the app, and which of it they want by mail too.

create type public.notification_choice as enum ('at_once', 'digest', 'none');

-- No row: at once. Mail that is no choice (an invitation, a new password) is not sent to members' choices at all.
create table public.notification_choices (
  org_id uuid not null,
  member_id uuid not null,
  template public.notification_template not null,
  choice public.notification_choice not null,
  primary key (org_id, member_id, template),
  constraint notification_choices_member_exists foreign key (org_id, member_id) references public.members (org_id, id) on delete restrict,
  constraint notification_choices_are_about_choices check (template <> 'invitation')
);

-- One row per event and member, whatever they chose about mail: the same template and facts, so the same words.
create table public.inbox_items (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  event text not null,
  template public.notification_template not null,
  request_id uuid,
  facts jsonb not null,
  choice public.notification_choice not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  digested_at timestamptz,
  primary key (org_id, id),
  constraint inbox_items_tell_each_person_once unique (org_id, member_id, event, template),
  constraint inbox_items_member_exists foreign key (org_id, member_id) references public.members (org_id, id) on delete restrict,
  constraint inbox_items_request_exists foreign key (org_id, request_id) references public.change_requests (org_id, id) on delete restrict,
  constraint inbox_items_are_digested_where_chosen check (digested_at is null or choice = 'digest')
);

create index inbox_items_by_time on public.inbox_items (org_id, member_id, created_at desc, id);
-- The count beside the bell, on every page of everybody.
create index inbox_items_unread on public.inbox_items (org_id, member_id) where read_at is null;
create index inbox_items_for_the_digest on public.inbox_items (org_id, member_id) where choice = 'digest' and digested_at is null;
create index inbox_items_by_request on public.inbox_items (org_id, request_id) where request_id is not null;

-- The caller's own member rows, while they are active. Definer: it must see members before any policy can.
create function private.own_member_ids() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(m.id), '{}') from public.members m where m.user_id = auth.uid() and m.active
$$;

revoke execute on function private.own_member_ids() from public;
grant execute on function private.own_member_ids() to authenticated;

alter table public.notification_choices enable row level security;
alter table public.notification_choices force row level security;
alter table public.inbox_items enable row level security;
alter table public.inbox_items force row level security;

grant select on public.notification_choices, public.inbox_items to authenticated;

create policy "members read their own choices" on public.notification_choices
  for select to authenticated using (
    org_id = any ((select private.member_org_ids())::uuid[]) and member_id = any ((select private.own_member_ids())::uuid[])
  );
create policy "members read what they were told" on public.inbox_items
  for select to authenticated using (
    org_id = any ((select private.member_org_ids())::uuid[]) and member_id = any ((select private.own_member_ids())::uuid[])
  );

comment on table public.notification_choices is 'Per member and kind of event: mail at once, in the morning digest, or none. The app tells them either way.';
comment on table public.inbox_items is 'What the bell shows: one row per event and member, with the facts frozen as they were.';
comment on column public.inbox_items.choice is 'What the member had chosen about mail when it happened.';
