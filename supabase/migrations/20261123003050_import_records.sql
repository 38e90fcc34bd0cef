-- What an import leaves behind besides the orders: its own record, what it wrote over, and which open requests it met.

create type public.import_event_kind as enum ('cell_corrected', 'missing_chosen', 'stop_asked');

-- The import's own record: what people did with the file on its way. What happened to orders is in the audit trail.
create table public.import_events (
  org_id uuid not null,
  import_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind public.import_event_kind not null,
  facts jsonb not null default '{}',
  by_member uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (org_id, import_id, id),
  constraint import_events_import_exists foreign key (org_id, import_id) references public.imports (org_id, id) on delete restrict,
  constraint import_events_actor_is_a_member foreign key (org_id, by_member) references public.members (org_id, id)
);

-- Every existing order a commit wrote to or closed, and every order it brought, with what was there before: enough to undo it.
create table public.import_writes (
  org_id uuid not null,
  import_id uuid not null,
  order_id uuid not null,
  version_before integer,
  version_after integer not null,
  before jsonb,
  primary key (org_id, import_id, order_id),
  constraint import_writes_import_exists foreign key (org_id, import_id) references public.imports (org_id, id) on delete restrict,
  constraint import_writes_order_exists foreign key (org_id, order_id) references public.orders (org_id, id) on delete restrict,
  constraint import_writes_new_order_has_no_before check ((version_before is null) = (before is null))
);

-- The lines it changed or added in orders that existed. Only the last import of a source can be undone: the next one's commit
-- throws these away.
create table public.import_line_writes (
  org_id uuid not null,
  import_id uuid not null,
  line_id uuid not null,
  order_id uuid not null,
  before jsonb,
  primary key (org_id, import_id, line_id),
  constraint import_line_writes_order_is_written foreign key (org_id, import_id, order_id)
    references public.import_writes (org_id, import_id, order_id) on delete restrict
);

-- A pending request whose order changed under it: what the import, or its undoing, did to what the request is about.
create table public.request_flags (
  org_id uuid not null,
  request_id uuid not null,
  round integer not null,
  id uuid not null default gen_random_uuid(),
  import_id uuid,
  import_number integer,
  is_undo boolean not null default false,
  -- The order's version that a mark of fulfillment made, where no import moved it.
  marked_version integer,
  moved jsonb not null,
  by_member uuid not null,
  at timestamptz not null default now(),
  primary key (org_id, id),
  constraint request_flags_one_per_import unique (org_id, request_id, round, import_id, is_undo),
  constraint request_flags_one_per_mark unique (org_id, request_id, round, marked_version),
  constraint request_flags_have_one_cause check (
    (import_id is null) = (import_number is null) and (import_id is null) = (marked_version is not null) and not (is_undo and import_id is null)
  ),
  constraint request_flags_round_exists foreign key (org_id, request_id, round)
    references public.request_rounds (org_id, request_id, round) on delete restrict,
  constraint request_flags_import_exists foreign key (org_id, import_id) references public.imports (org_id, id) on delete restrict,
  constraint request_flags_actor_is_a_member foreign key (org_id, by_member) references public.members (org_id, id),
  constraint request_flags_say_what_moved check (jsonb_array_length(moved) > 0)
);

create index import_events_by_actor on public.import_events (org_id, by_member);
create index import_writes_by_order on public.import_writes (org_id, order_id);
create index import_line_writes_by_order on public.import_line_writes (org_id, import_id, order_id);
create index request_flags_by_import on public.request_flags (org_id, import_id);
create index request_flags_by_actor on public.request_flags (org_id, by_member);

alter table public.import_events enable row level security;
alter table public.import_events force row level security;
alter table public.import_writes enable row level security;
alter table public.import_writes force row level security;
alter table public.import_line_writes enable row level security;
alter table public.import_line_writes force row level security;
alter table public.request_flags enable row level security;
alter table public.request_flags force row level security;

grant select on public.import_events, public.import_writes, public.import_line_writes, public.request_flags to authenticated;

create policy "admins read what was done with their organization's files" on public.import_events
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read what their organization's imports wrote" on public.import_writes
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read which lines their organization's imports wrote" on public.import_line_writes
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "members read which requests an import met" on public.request_flags
  for select to authenticated using (org_id = any ((select private.member_org_ids())::uuid[]));

comment on table public.import_writes is 'One row per order an import wrote: the order as it was (null: it brought it), its version before and after. Equal versions: only cells and keys were refreshed.';
comment on column public.import_line_writes.before is 'The line as it was; null: the import added it.';
comment on column public.request_flags.import_number is 'The import''s number, for members who may not read imports.';
comment on column public.request_flags.moved is '[{field, before, after, sku?, line?}]: what changed of what the request asks about.';

-- Words for a step somebody is waiting for, readable from outside its transaction: shared advisory locks on numbers of the
-- import's own. 100 comparing, 200 writing, 300 undoing; below that how far it is. They go with the transaction, however it ends.
create function private.import_lock_class(p_import_id uuid) returns integer
language sql immutable set search_path = '' as $$ select hashtext('import:' || p_import_id) $$;

-- Says how far a step is, and ends it where somebody asked it to stop since it began.
create function private.step_import(p_import public.imports, p_step integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock_shared(private.import_lock_class(p_import.id), p_step);
  if exists (
    select from public.import_events e
    where e.org_id = p_import.org_id and e.import_id = p_import.id and e.kind = 'stop_asked' and e.at > now()
  ) then
    perform private.fail(409, 'import_stopped', null, 'It was stopped before anything was written. The file is still here.');
  end if;
end
$$;

-- import_progress: {status, is_running, kind: comparing|writing|undoing, step, steps}. Refuses with PT401, PT403, PT404.
create function private.import_progress(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.seen_import(p_import_id);
  v_kind integer;
  v_step integer;
begin
  select max(l.objid::bigint) filter (where l.objid::bigint >= 100), max(l.objid::bigint) filter (where l.objid::bigint < 100)
    into v_kind, v_step
    from pg_catalog.pg_locks l
    where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
      and l.classid::bigint = private.import_lock_class(v_import.id)::bigint & 4294967295;
  return jsonb_build_object(
    'status', v_import.status, 'is_running', v_kind is not null,
    'kind', case v_kind when 100 then 'comparing' when 200 then 'writing' when 300 then 'undoing' end,
    'step', coalesce(v_step, 0), 'steps', case when v_kind = 100 then 4 else 8 end
  );
end
$$;

-- stop_import: outcome asked (it ends at its next step and rolls back) · not_running. Refuses with PT401, PT403, PT404.
create function private.stop_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.seen_import(p_import_id);
  v_member public.members := private.require_member(v_import.org_id, 'admin');
begin
  if not (private.import_progress(p_import_id) ->> 'is_running')::boolean then
    return jsonb_build_object('outcome', 'not_running', 'import_id', v_import.id, 'status', v_import.status);
  end if;
  insert into public.import_events (org_id, import_id, kind, by_member) values (v_import.org_id, v_import.id, 'stop_asked', v_member.id);
  return jsonb_build_object('outcome', 'asked', 'import_id', v_import.id, 'status', v_import.status);
end
$$;

create function public.import_progress(p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.import_progress(p_import_id) $$;
create function public.stop_import(p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.stop_import(p_import_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.import_progress(uuid), public.stop_import(uuid) from public;
grant execute on function
  private.import_progress(uuid), private.stop_import(uuid), public.import_progress(uuid), public.stop_import(uuid)
to authenticated;
