-- Which requests go to whom: policies in immutable versions, groups of approvers, who stands in for whom, and what was
-- handed to somebody by name.

create table public.approval_policies (
  org_id uuid not null references public.organizations (id) on delete restrict,
  version integer not null,
  rules jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (org_id, version),
  constraint approval_policies_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint approval_policies_version_counts_up check (version >= 1),
  constraint approval_policies_end_with_the_default check (
    jsonb_typeof(rules) = 'array' and jsonb_array_length(rules) between 1 and 51 and rules -> -1 ->> 'id' = 'default'
  )
);

create table public.approver_groups (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  name text not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint approver_groups_name_is_bounded check (length(btrim(name)) between 1 and 80)
);

create unique index approver_groups_have_different_names on public.approver_groups (org_id, private.fold(name));

create table public.approver_group_members (
  org_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  primary key (org_id, group_id, member_id),
  constraint approver_group_members_group_exists foreign key (org_id, group_id) references public.approver_groups (org_id, id) on delete restrict,
  constraint approver_group_members_are_members foreign key (org_id, member_id) references public.members (org_id, id)
);

create table public.delegations (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  from_member uuid not null,
  to_member uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (org_id, id),
  constraint delegations_from_a_member foreign key (org_id, from_member) references public.members (org_id, id),
  constraint delegations_to_a_member foreign key (org_id, to_member) references public.members (org_id, id),
  constraint delegations_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint delegations_revoker_is_a_member foreign key (org_id, revoked_by) references public.members (org_id, id),
  constraint delegations_go_to_somebody_else check (from_member <> to_member),
  constraint delegations_end_after_they_start check (ends_at > starts_at),
  constraint delegations_note_is_bounded check (length(btrim(note)) between 1 and 500),
  constraint delegations_revocation_is_whole check ((revoked_by is null) = (revoked_at is null))
);

-- A request in one step of one round, handed to one more person who may decide it.
create table public.request_assignments (
  org_id uuid not null,
  request_id uuid not null,
  round integer not null,
  step integer not null,
  member_id uuid not null,
  note text,
  assigned_by uuid not null,
  assigned_at timestamptz not null default now(),
  primary key (org_id, request_id, round, step, member_id),
  constraint request_assignments_round_exists foreign key (org_id, request_id, round)
    references public.request_rounds (org_id, request_id, round) on delete restrict,
  constraint request_assignments_to_a_member foreign key (org_id, member_id) references public.members (org_id, id),
  constraint request_assignments_by_a_member foreign key (org_id, assigned_by) references public.members (org_id, id),
  constraint request_assignments_note_is_bounded check (length(btrim(note)) between 1 and 2000)
);

alter table public.request_rounds add constraint request_rounds_policy_exists
  foreign key (org_id, policy_version) references public.approval_policies (org_id, version) on delete restrict;

create index request_rounds_by_policy on public.request_rounds (org_id, policy_version) where policy_version is not null;
create index request_rounds_by_time on public.request_rounds (org_id, submitted_at);
create index approval_policies_by_creator on public.approval_policies (org_id, created_by);
create index approver_group_members_by_member on public.approver_group_members (org_id, member_id);
create index delegations_by_principal on public.delegations (org_id, from_member, ends_at);
create index delegations_by_delegate on public.delegations (org_id, to_member, ends_at);
create index delegations_by_creator on public.delegations (org_id, created_by);
create index delegations_by_revoker on public.delegations (org_id, revoked_by) where revoked_by is not null;
create index request_assignments_by_member on public.request_assignments (org_id, member_id);
create index request_assignments_by_assigner on public.request_assignments (org_id, assigned_by);

alter table public.approval_policies enable row level security;
alter table public.approval_policies force row level security;
alter table public.approver_groups enable row level security;
alter table public.approver_groups force row level security;
alter table public.approver_group_members enable row level security;
alter table public.approver_group_members force row level security;
alter table public.delegations enable row level security;
alter table public.delegations force row level security;
alter table public.request_assignments enable row level security;
alter table public.request_assignments force row level security;

grant select on public.approval_policies, public.approver_groups, public.approver_group_members, public.delegations,
  public.request_assignments to authenticated;

-- Members, not only admins: whoever asks may know who decides.
create policy "members read their organization's approval policies" on public.approval_policies
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read their organization's approver groups" on public.approver_groups
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read who is in their organization's approver groups" on public.approver_group_members
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read who stands in for whom" on public.delegations
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));
create policy "members read what was handed to whom" on public.request_assignments
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

comment on table public.approval_policies is 'Every version of the rules that say who decides what. The newest counts for what is sent from then on; none is ever changed.';
comment on column public.approval_policies.rules is 'In order, the first that matches counts: [{id, name, conditions, steps}]. The last is the default, which matches everything.';
comment on table public.delegations is 'From a moment to a moment somebody decides for somebody else. A delegate of an author is as barred as the author.';
