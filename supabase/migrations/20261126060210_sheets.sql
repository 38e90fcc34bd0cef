-- Google Sheets as sources: a link an admin saved, and the runs that read it. save_sheet, remove_sheet. Outcomes: saved ·
-- already_saved; removed. Refuse with PT401, PT403 role_required, PT404 not_found, PT409 too_many_sheets, PT422.

create type public.sheet_schedule as enum ('never', 'hourly', 'daily');
create type public.sheet_run_state as enum ('running', 'waiting', 'committed', 'unchanged', 'failed');

create table public.sheets (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  name text not null,
  spreadsheet_id text not null,
  gid text not null default '0',
  schedule public.sheet_schedule not null default 'never',
  hour smallint,
  last_slot timestamptz not null default now(),
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  removed_by uuid,
  removed_at timestamptz,
  primary key (org_id, id),
  constraint sheets_saver_is_a_member foreign key (org_id, saved_by) references public.members (org_id, id),
  constraint sheets_remover_is_a_member foreign key (org_id, removed_by) references public.members (org_id, id),
  constraint sheets_name_is_bounded check (name = btrim(name) and length(name) between 1 and 120),
  constraint sheets_spreadsheet_is_an_id check (spreadsheet_id ~ '^[A-Za-z0-9_-]{20,100}$'),
  constraint sheets_gid_is_a_number check (gid ~ '^[0-9]{1,12}$'),
  constraint sheets_hour_belongs_to_daily check ((schedule = 'daily') = (hour is not null) and hour between 0 and 23),
  constraint sheets_removal_is_whole check ((removed_by is null) = (removed_at is null))
);

create table public.sheet_runs (
  org_id uuid not null,
  sheet_id uuid not null,
  slot timestamptz not null,
  is_scheduled boolean not null,
  acting_member uuid not null,
  state public.sheet_run_state not null default 'running',
  attempts integer not null default 1,
  next_attempt_at timestamptz,
  lease bytea,
  lease_until timestamptz,
  import_id uuid,
  facts jsonb not null default '{}',
  is_told boolean not null default false,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (org_id, sheet_id, slot),
  constraint sheet_runs_sheet_exists foreign key (org_id, sheet_id) references public.sheets (org_id, id) on delete restrict,
  constraint sheet_runs_actor_is_a_member foreign key (org_id, acting_member) references public.members (org_id, id),
  constraint sheet_runs_import_exists foreign key (org_id, import_id) references public.imports (org_id, id) on delete restrict,
  constraint sheet_runs_lease_is_whole check ((lease is null) = (lease_until is null)),
  constraint sheet_runs_lease_is_sha256 check (octet_length(lease) = 32),
  constraint sheet_runs_end_is_whole check ((state = 'running') = (finished_at is null)),
  constraint sheet_runs_attempts_count_from_one check (attempts >= 1)
);

create unique index sheets_are_saved_once on public.sheets (org_id, spreadsheet_id, gid) where removed_at is null;
create index sheets_on_schedule on public.sheets (schedule) where schedule <> 'never' and removed_at is null;
create index sheets_by_saver on public.sheets (org_id, saved_by);
create index sheets_by_remover on public.sheets (org_id, removed_by) where removed_by is not null;
create index sheet_runs_by_actor on public.sheet_runs (org_id, acting_member);
create index sheet_runs_by_import on public.sheet_runs (org_id, import_id) where import_id is not null;
create index sheet_runs_by_lease on public.sheet_runs (lease) where lease is not null;
create index sheet_runs_running on public.sheet_runs (started_at) where state = 'running';

alter table public.imports add column sheet_id uuid;
alter table public.imports add constraint imports_sheet_exists foreign key (org_id, sheet_id) references public.sheets (org_id, id) on delete restrict;
create index imports_by_sheet on public.imports (org_id, sheet_id) where sheet_id is not null;

alter table public.sheets enable row level security;
alter table public.sheets force row level security;
alter table public.sheet_runs enable row level security;
alter table public.sheet_runs force row level security;

grant select on public.sheets to authenticated;
-- The lease is its worker's alone.
grant select (org_id, sheet_id, slot, is_scheduled, acting_member, state, attempts, next_attempt_at, import_id, facts, started_at, finished_at)
  on public.sheet_runs to authenticated;

create policy "admins read their organization's sheets" on public.sheets
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));
create policy "admins read how their organization's sheets were read" on public.sheet_runs
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

-- The last moment, up to now, at which a sheet with this schedule is to be read. One per hour; or one per day of the
-- organization's own calendar, also on the two days a year that have 23 or 25 hours.
create function private.sheet_slot(p_schedule public.sheet_schedule, p_hour smallint, p_zone text, p_now timestamptz) returns timestamptz
language sql stable set search_path = '' as $$
  select case p_schedule
    when 'hourly' then date_trunc('hour', p_now)
    when 'daily' then (
      select max(s.slot) from (
        select ((p_now at time zone p_zone)::date - n + make_time(p_hour, 0, 0)) at time zone p_zone as slot from generate_series(0, 2) n
      ) s
      where s.slot <= p_now
    )
  end
$$;

create function private.save_sheet(
  p_org uuid, p_sheet_id uuid, p_name text, p_spreadsheet_id text, p_gid text, p_schedule text, p_hour smallint
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_max_sheets constant integer := 20;
  v_member public.members := private.require_member(p_org, 'admin');
  v_before public.sheets;
  v_sheet public.sheets;
begin
  p_name := private.text_argument('name', p_name, 120);
  if p_schedule is null or p_schedule not in ('never', 'hourly', 'daily') or (p_schedule = 'daily') <> (p_hour is not null) or p_hour not between 0 and 23 then
    perform private.fail(422, 'invalid_schedule', jsonb_build_object('field', 'schedule', 'value', left(p_schedule, 20)), 'Choose by hand, every hour, or every day and at which hour.');
  end if;
  if p_spreadsheet_id is null or p_spreadsheet_id !~ '^[A-Za-z0-9_-]{20,100}$' or p_gid is null or p_gid !~ '^[0-9]{1,12}$' then
    perform private.fail(422, 'invalid_link', jsonb_build_object('field', 'link'), 'Paste the link of a Google Sheet.');
  end if;
  -- Lock: a true count, and one row to a sheet.
  perform pg_advisory_xact_lock(hashtextextended('sheets:' || p_org, 0));
  if p_sheet_id is not null then
    select * into v_before from public.sheets s where s.org_id = p_org and s.id = p_sheet_id and s.removed_at is null for no key update;
    if not found then
      perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
    end if;
  end if;
  select * into v_sheet from public.sheets s
    where s.org_id = p_org and s.spreadsheet_id = p_spreadsheet_id and s.gid = p_gid and s.removed_at is null and s.id is distinct from p_sheet_id;
  if found then
    return jsonb_build_object('outcome', 'already_saved', 'sheet_id', v_sheet.id, 'name', v_sheet.name);
  end if;
  if p_sheet_id is null and (select count(*) from public.sheets s where s.org_id = p_org and s.removed_at is null) >= c_max_sheets then
    perform private.fail(409, 'too_many_sheets', jsonb_build_object('max', c_max_sheets), 'Remove a sheet nobody reads any more.');
  end if;
  -- Whoever saves it is whom its schedule acts for. What was due before is not made up for.
  if p_sheet_id is null then
    insert into public.sheets (org_id, name, spreadsheet_id, gid, schedule, hour, saved_by)
      values (p_org, p_name, p_spreadsheet_id, p_gid, p_schedule::public.sheet_schedule, p_hour, v_member.id) returning * into v_sheet;
  else
    update public.sheets s set
      name = p_name, spreadsheet_id = p_spreadsheet_id, gid = p_gid, schedule = p_schedule::public.sheet_schedule, hour = p_hour,
      saved_by = v_member.id, saved_at = now(), last_slot = now()
      where s.org_id = p_org and s.id = p_sheet_id returning * into v_sheet;
  end if;
  perform private.append_audit(p_org, v_member.id, 'sheet.saved', null, null,
    case when p_sheet_id is not null then jsonb_build_object('name', v_before.name, 'schedule', v_before.schedule, 'hour', v_before.hour) end,
    jsonb_build_object('sheet_id', v_sheet.id, 'name', v_sheet.name, 'spreadsheet_id', v_sheet.spreadsheet_id, 'gid', v_sheet.gid,
      'schedule', v_sheet.schedule, 'hour', v_sheet.hour));
  return jsonb_build_object('outcome', 'saved', 'sheet_id', v_sheet.id, 'name', v_sheet.name);
end
$$;

create function private.remove_sheet(p_org uuid, p_sheet_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'admin');
  v_sheet public.sheets;
begin
  -- Lock: not against foreign keys; a run that is on its way refers to it.
  select * into v_sheet from public.sheets s where s.org_id = p_org and s.id = p_sheet_id for no key update;
  if not found then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if v_sheet.removed_at is null then
    update public.sheets set removed_at = now(), removed_by = v_member.id where org_id = p_org and id = p_sheet_id;
    perform private.append_audit(p_org, v_member.id, 'sheet.removed', null, null, null, jsonb_build_object('sheet_id', v_sheet.id, 'name', v_sheet.name));
  end if;
  return jsonb_build_object('outcome', 'removed', 'sheet_id', v_sheet.id, 'name', v_sheet.name);
end
$$;

create function public.save_sheet(
  p_org uuid, p_sheet_id uuid, p_name text, p_spreadsheet_id text, p_gid text, p_schedule text, p_hour smallint
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.save_sheet(p_org, p_sheet_id, p_name, p_spreadsheet_id, p_gid, p_schedule, p_hour)
$$;
create function public.remove_sheet(p_org uuid, p_sheet_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_sheet(p_org, p_sheet_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.save_sheet(uuid, uuid, text, text, text, text, smallint), public.remove_sheet(uuid, uuid) from public;
grant execute on function
  private.save_sheet(uuid, uuid, text, text, text, text, smallint), private.remove_sheet(uuid, uuid),
  public.save_sheet(uuid, uuid, text, text, text, text, smallint), public.remove_sheet(uuid, uuid)
to authenticated;

comment on table public.sheets is 'A Google Sheet that is read again, by a click or on a schedule; only ever its id, never an address somebody typed.';
comment on column public.sheets.last_slot is 'Up to this moment its schedule has been kept; the next slot after it is due.';
comment on table public.sheet_runs is 'One reading of a sheet. The primary key is why a slot is read once, however many schedulers there are.';
