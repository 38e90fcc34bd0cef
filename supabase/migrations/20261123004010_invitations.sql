-- Invitations, and what only their mail may know.

create table public.invitations (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  email text not null,
  name text,
  roles public.member_role[] not null,
  token_hash bytea not null,
  issue integer not null default 1,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (org_id, id),
  constraint invitations_inviter_is_a_member foreign key (org_id, invited_by) references public.members (org_id, id),
  constraint invitations_acceptor_is_a_member foreign key (org_id, accepted_by) references public.members (org_id, id),
  constraint invitations_revoker_is_a_member foreign key (org_id, revoked_by) references public.members (org_id, id),
  constraint invitations_email_is_folded check (email = lower(email) and length(email) between 3 and 254 and email !~ '[[:cntrl:]]'),
  constraint invitations_name_is_bounded check (name is null or length(btrim(name)) between 1 and 120),
  constraint invitations_have_a_role check (cardinality(roles) between 1 and 4 and array_position(roles, null) is null),
  constraint invitations_token_is_a_hash check (octet_length(token_hash) = 32),
  constraint invitations_acceptance_is_whole check ((accepted_at is null) = (accepted_by is null)),
  constraint invitations_revocation_is_whole check ((revoked_at is null) = (revoked_by is null)),
  constraint invitations_end_once check (accepted_at is null or revoked_at is null)
);

-- One open invitation per address; not even two admins at once make a second.
create unique index invitations_are_open_once on public.invitations (org_id, email) where accepted_at is null and revoked_at is null;
create index invitations_by_token on public.invitations (token_hash);
create index invitations_by_inviter on public.invitations (org_id, invited_by);
create index invitations_by_acceptor on public.invitations (org_id, accepted_by) where accepted_by is not null;
create index invitations_by_revoker on public.invitations (org_id, revoked_by) where revoked_by is not null;

alter table public.invitations enable row level security;
alter table public.invitations force row level security;

-- The hash is nobody's business, admins included.
grant select (
  org_id, id, email, name, roles, issue, invited_by, created_at, sent_at, expires_at, accepted_at, accepted_by, revoked_at, revoked_by
) on public.invitations to authenticated;

create policy "admins read their organization's invitations" on public.invitations
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

-- Facts a mail needs and no reader of the outbox may see: here only until the mail is sent or given up.
create table private.mail_secrets (
  org_id uuid not null,
  notification_id uuid not null,
  facts jsonb not null,
  primary key (org_id, notification_id),
  constraint mail_secrets_belong_to_a_mail foreign key (org_id, notification_id) references public.notifications (org_id, id) on delete cascade
);

create function private.wipe_mail_secret() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.mail_secrets s where s.org_id = new.org_id and s.notification_id = new.id;
  return null;
end
$$;

create trigger notifications_forget_their_secrets after update of state on public.notifications
  for each row when (new.state in ('sent', 'dead')) execute function private.wipe_mail_secret();

-- unseal_notification: outcomes unsealed · superseded. The secret facts of a mail, for the sender that holds its lease.
create function private.unseal_notification(p_id uuid, p_lease uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select jsonb_build_object('outcome', 'unsealed', 'facts', s.facts)
    from public.notifications n join private.mail_secrets s on s.org_id = n.org_id and s.notification_id = n.id
    where n.id = p_id and n.lease = p_lease and n.state = 'sending'
  ), jsonb_build_object('outcome', 'superseded'))
$$;

create function public.unseal_notification(p_id uuid, p_lease uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.unseal_notification(p_id, p_lease) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.unseal_notification(uuid, uuid) from public;
grant execute on function private.unseal_notification(uuid, uuid), public.unseal_notification(uuid, uuid) to service_role;

comment on table public.invitations is 'Bound to one address, good for seven days and one use. The token itself exists only in the mail.';
comment on column public.invitations.issue is 'Counts the mails: each carries a new token, and the ones before it stop working.';
comment on table private.mail_secrets is 'Secret facts of unsent mail; wiped by a trigger once the mail is sent or dead.';
