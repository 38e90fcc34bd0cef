-- The trail: append-only and hash-chained, one chain per organization, so an altered, missing or added entry shows.

create table public.audit_heads (
  org_id uuid primary key references public.organizations (id) on delete restrict,
  seq bigint not null default 0,
  hash bytea not null default sha256(''::bytea)
);

create table public.audit_entries (
  org_id uuid not null references public.organizations (id) on delete restrict,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text,
  actor_email text,
  actor_roles text[],
  action text not null,
  order_id uuid,
  order_number text,
  request_id uuid,
  request_reference text,
  before jsonb,
  after jsonb,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (org_id, seq),
  constraint audit_entries_action_is_noun_and_verb check (action ~ '^[a-z_]+\.[a-z_]+$'),
  constraint audit_entries_actor_is_whole check ((actor_id is null) = (actor_name is null))
);

create index audit_entries_by_order on public.audit_entries (org_id, order_id, seq desc) where order_id is not null;
create index audit_entries_by_request on public.audit_entries (org_id, request_id, seq desc) where request_id is not null;
create index audit_entries_by_actor on public.audit_entries (org_id, actor_id, seq desc);
create index audit_entries_by_action on public.audit_entries (org_id, action, seq desc);
create index audit_entries_by_time on public.audit_entries (org_id, at desc);

alter table public.audit_heads enable row level security;
alter table public.audit_heads force row level security;
alter table public.audit_entries enable row level security;
alter table public.audit_entries force row level security;

grant select on public.audit_heads, public.audit_entries to authenticated;

create policy "admins read their organization's audit head" on public.audit_heads
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "members read the trail of orders and requests, admins all of it" on public.audit_entries
  for select to authenticated using (
    org_id = any ((select private.member_org_ids())::uuid[])
    and (order_id is not null or request_id is not null or org_id = any ((select private.role_org_ids('admin'))::uuid[]))
  );

create function private.refuse_audit_rewrite() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = '42501', message = 'audit_is_append_only', hint = 'Entries are never changed or removed.';
end
$$;

create trigger audit_entries_are_never_changed before update or delete on public.audit_entries
  for each row execute function private.refuse_audit_rewrite();
create trigger audit_entries_are_never_emptied before truncate on public.audit_entries
  for each statement execute function private.refuse_audit_rewrite();
alter table public.audit_entries enable always trigger audit_entries_are_never_changed;
alter table public.audit_entries enable always trigger audit_entries_are_never_emptied;

-- Every field as <length in bytes>:<text>, null as "-": no two different entries have the same encoding. The encodings of two
-- lists with "|" between them are the encoding of both.
create function private.audit_encoding(p_values text[]) returns text
language sql immutable set search_path = '' as $$
  select string_agg(coalesce(octet_length(f.value)::text || ':' || f.value, '-'), '|' order by f.n)
  from unnest(p_values) with ordinality f (value, n)
$$;

create function private.audit_hash(p_entry public.audit_entries) returns bytea
language plpgsql immutable set search_path = '' as $$
begin
  return sha256(convert_to(private.audit_encoding(array[
    'audit.v1', p_entry.org_id::text, p_entry.seq::text,
    to_char(p_entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    p_entry.actor_id::text, p_entry.actor_name, p_entry.actor_email, array_to_string(p_entry.actor_roles, ','),
    p_entry.action, p_entry.order_id::text, p_entry.order_number, p_entry.request_id::text, p_entry.request_reference,
    p_entry.before::text, p_entry.after::text, encode(p_entry.prev_hash, 'hex')
  ]), 'UTF8'));
end
$$;

-- Who acts, as the trail names them: "API key “nightly” by Ada Admin" where nobody sits in front of it (see act_unattended).
create function private.actor_name(p_name text) returns text
language sql stable set search_path = '' as $$
  select coalesce(nullif(current_setting('ocr.unattended', true), '') || ' by ', '') || p_name
$$;

-- Appends one entry and returns its seq. The head row's lock is the last lock any command takes: it gives seq and
-- prev_hash without forks, and holds until commit, so call this after every other row is locked.
-- The actor is frozen as they were: p_actor null means the system itself.
create function private.append_audit(
  p_org uuid, p_actor uuid, p_action text,
  p_order_id uuid default null, p_request_id uuid default null, p_before jsonb default null, p_after jsonb default null
) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_entry public.audit_entries;
begin
  v_entry.org_id := p_org;
  v_entry.action := p_action;
  v_entry.order_id := p_order_id;
  v_entry.request_id := p_request_id;
  v_entry.before := p_before;
  v_entry.after := p_after;
  select m.id, private.actor_name(m.name), m.email, array(select unnest(m.roles)::text order by 1)
    into v_entry.actor_id, v_entry.actor_name, v_entry.actor_email, v_entry.actor_roles
    from public.members m where m.org_id = p_org and m.id = p_actor;
  select o.order_number into v_entry.order_number from public.orders o where o.org_id = p_org and o.id = p_order_id;
  select r.reference into v_entry.request_reference from public.change_requests r where r.org_id = p_org and r.id = p_request_id;

  select h.seq + 1, h.hash into strict v_entry.seq, v_entry.prev_hash
    from public.audit_heads h where h.org_id = p_org for update;
  v_entry.at := clock_timestamp();
  v_entry.hash := private.audit_hash(v_entry);
  insert into public.audit_entries select v_entry.*;
  update public.audit_heads set seq = v_entry.seq, hash = v_entry.hash where org_id = p_org;
  return v_entry.seq;
end
$$;

comment on table public.audit_entries is 'Who did what when, with the actor as they were. No update, delete or truncate for anyone.';
