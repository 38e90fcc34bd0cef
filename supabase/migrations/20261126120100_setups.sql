-- How an organization works, as its admin answered the set-up interview: every version with the rules that held from then on,
-- and each admin's answers that were not applied yet. What has a table of its own (words, formats, sites, approval rules, the
-- mailbox) is written there; a version keeps a copy of how it stood.

create table public.setups (
  org_id uuid not null references public.organizations (id) on delete restrict,
  version integer not null,
  answers jsonb not null,
  facts jsonb not null,
  applied_by uuid not null,
  applied_at timestamptz not null default now(),
  primary key (org_id, version),
  constraint setups_applied_by_a_member foreign key (org_id, applied_by) references public.members (org_id, id),
  constraint setups_version_counts_up check (version >= 1),
  constraint setups_answers_are_an_object check (jsonb_typeof(answers) = 'object'),
  constraint setups_facts_are_an_object check (jsonb_typeof(facts) = 'object')
);

create table public.setup_drafts (
  org_id uuid not null,
  member_id uuid not null,
  answers jsonb not null,
  base_version integer not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, member_id),
  constraint setup_drafts_are_a_member_s foreign key (org_id, member_id) references public.members (org_id, id),
  constraint setup_drafts_base_is_a_version check (base_version >= 0),
  constraint setup_drafts_are_bounded check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 400000)
);

create index setups_by_applier on public.setups (org_id, applied_by);

alter table public.setups enable row level security;
alter table public.setups force row level security;
alter table public.setup_drafts enable row level security;
alter table public.setup_drafts force row level security;

grant select on public.setups, public.setup_drafts to authenticated;

create policy "admins read the versions of their organization's set-up" on public.setups
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read what was answered and not applied" on public.setup_drafts
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

comment on table public.setups is 'Applied interviews. None is ever changed.';
comment on column public.setups.facts is 'All rules as they stood after it, whatever was answered this time.';
comment on column public.setup_drafts.base_version is 'The version its author was looking at; 0 before the first.';

-- All rules as they stand. What only the interview asks is taken from p_own.
create function private.setup_facts(p_org uuid, p_own jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'system', p_own -> 'system', 'daily_orders', p_own -> 'daily_orders', 'exceptions', p_own -> 'exceptions',
    'status_words', coalesce((
      select jsonb_agg(jsonb_build_object('word', w.word, 'stage', w.stage) order by w.stage, w.word_key) from public.status_words w where w.org_id = p_org
    ), '[]'),
    'formats', private.formats_facts(p_org),
    'sites', coalesce((
      select jsonb_agg(private.site_facts(s) || jsonb_build_object('holidays', private.holidays_facts(p_org, s.code)) order by s.is_default desc, s.code)
      from public.sites s where s.org_id = p_org
    ), '[]'),
    'approval_rules', (private.current_policy(p_org)).rules,
    'fulfillment_email', (select g.fulfillment_email from public.organizations g where g.id = p_org)
  )
$$;

create function private.current_setup(p_org uuid) returns public.setups
language sql stable set search_path = '' as $$
  select s from public.setups s where s.org_id = p_org order by s.version desc limit 1
$$;

revoke execute on all functions in schema private from public;
