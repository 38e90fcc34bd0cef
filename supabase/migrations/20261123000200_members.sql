-- Organizations and the people in them. Rights come from these rows at statement time, never from a token's claims.

create type public.member_role as enum ('requester', 'approver', 'fulfillment', 'admin');

create table public.organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null,
  time_zone text not null default 'UTC',
  currency text not null default 'USD',
  fulfillment_email text,
  remind_minutes integer not null default 180,
  acknowledge_minutes integer not null default 120,
  escalate_minutes integer not null default 60,
  created_at timestamptz not null default now(),
  constraint organizations_slug_is_unique unique (slug),
  constraint organizations_name_is_bounded check (length(btrim(name)) between 1 and 120),
  constraint organizations_slug_is_a_path_segment check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  constraint organizations_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint organizations_acknowledgement_is_bounded check (acknowledge_minutes between 5 and 2880),
  constraint organizations_deadlines_are_in_order check (escalate_minutes >= 5 and remind_minutes between escalate_minutes and 2880),
  constraint organizations_fulfillment_email_is_bounded check (fulfillment_email is null or length(fulfillment_email) between 3 and 320)
);

create table public.members (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete restrict,
  name text not null,
  email text not null,
  roles public.member_role[] not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  deactivated_by uuid,
  primary key (org_id, id),
  constraint members_user_is_unique_per_organization unique (org_id, user_id),
  constraint members_deactivated_by_is_a_member foreign key (org_id, deactivated_by) references public.members (org_id, id),
  constraint members_name_is_bounded check (length(btrim(name)) between 1 and 120),
  constraint members_email_is_folded check (email = lower(email) and length(email) between 3 and 320),
  constraint members_have_a_role check (cardinality(roles) between 1 and 4 and array_position(roles, null) is null),
  constraint members_deactivation_is_whole check (active = (deactivated_at is null))
);

create index members_by_user on public.members (user_id);
create index members_by_deactivator on public.members (org_id, deactivated_by) where deactivated_by is not null;

-- The organizations in which the caller is an active member. Definer: it must see members before any policy can.
create function private.member_org_ids() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(m.org_id), '{}') from public.members m where m.user_id = auth.uid() and m.active
$$;

-- The organizations in which the caller is an active member with this role.
create function private.role_org_ids(p_role public.member_role) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(m.org_id), '{}')
  from public.members m
  where m.user_id = auth.uid() and m.active and p_role = any (m.roles)
$$;

revoke execute on function private.member_org_ids(), private.role_org_ids(public.member_role) from public;
grant execute on function private.member_org_ids(), private.role_org_ids(public.member_role) to authenticated;

alter table public.organizations enable row level security;
alter table public.organizations force row level security;
alter table public.members enable row level security;
alter table public.members force row level security;

grant select on public.organizations, public.members to authenticated;

create policy "members read their organizations" on public.organizations
  for select to authenticated using (id = any ((select private.member_org_ids())::uuid[]));

create policy "members read the people of their organizations" on public.members
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

comment on table public.members is 'A person in one organization with a set of roles. Deactivated, never deleted: the trail names them.';
comment on column public.organizations.fulfillment_email is 'A shared mailbox that hears about applied changes, besides the members with the fulfillment role.';
