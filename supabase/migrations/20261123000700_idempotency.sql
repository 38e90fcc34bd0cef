-- One answer per key: a command's first transaction stores its answer here, every repeat reads it.

create table public.idempotency_keys (
  org_id uuid not null,
  actor_id uuid not null,
  command text not null,
  key text not null,
  request_hash bytea not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, actor_id, command, key),
  constraint idempotency_keys_actor_is_a_member foreign key (org_id, actor_id) references public.members (org_id, id),
  constraint idempotency_keys_key_is_bounded check (length(key) between 8 and 200)
);

alter table public.idempotency_keys enable row level security;
alter table public.idempotency_keys force row level security;
create policy "nobody reads idempotency keys" on public.idempotency_keys for select to authenticated using (false);
