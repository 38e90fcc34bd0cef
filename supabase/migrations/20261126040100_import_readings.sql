-- How each kind of file was read, version by version: the mapping of its columns and the answers to what it left open. A
-- committed import teaches it; the next file with the same columns is read like the version that is proposed.
-- restore_import_reading: proposes an earlier version again. Outcomes: restored · unchanged.
-- Refuses with PT401, PT403 role_required, PT404 not_found.

create table public.import_source_versions (
  org_id uuid not null,
  source_id uuid not null,
  version integer not null,
  is_proposed boolean not null,
  format jsonb not null,
  import_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (org_id, source_id, version),
  constraint import_source_versions_source_exists foreign key (org_id, source_id) references public.import_sources (org_id, id) on delete restrict,
  constraint import_source_versions_import_exists foreign key (org_id, import_id) references public.imports (org_id, id) on delete restrict,
  constraint import_source_versions_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint import_source_versions_number_is_positive check (version > 0),
  constraint import_source_versions_format_is_an_object check (jsonb_typeof(format) = 'object')
);

create unique index import_source_versions_one_is_proposed on public.import_source_versions (org_id, source_id) where is_proposed;
create index import_source_versions_by_import on public.import_source_versions (org_id, import_id);
create index import_source_versions_by_creator on public.import_source_versions (org_id, created_by);

alter table public.import_source_versions enable row level security;
alter table public.import_source_versions force row level security;

grant select on public.import_source_versions to authenticated;

create policy "admins read their organization's learned readings" on public.import_source_versions
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

comment on table public.import_source_versions is 'How files of a source were read, one row whenever a committed import was read differently from the version before.';
comment on column public.import_source_versions.is_proposed is 'The version the next file is read like: the newest, until an admin goes back to an earlier one.';

-- What a person decides about a file. The rest (its row of names, whether its dates are padded) is as each file shows it.
create function private.decided_reading(p_format jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'fields', p_format -> 'fields', 'preset', p_format -> 'preset', 'join', p_format -> 'join', 'sheet', p_format -> 'sheet',
    'leaves_out', p_format -> 'leaves_out', 'encoding', p_format -> 'encoding',
    'date', p_format -> 'formats' -> 'date', 'decimal', p_format -> 'formats' -> 'decimal'
  )
$$;

-- A committed import teaches its source, in its own transaction; the organization's transfer lock keeps versions in a row.
create function private.learn_reading() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_format jsonb := new.format - 'rows';
begin
  update public.import_source_versions v set format = v_format
    where v.org_id = new.org_id and v.source_id = new.source_id and v.is_proposed
      and private.decided_reading(v.format) = private.decided_reading(v_format);
  if found then
    return null;
  end if;
  update public.import_source_versions v set is_proposed = false
    where v.org_id = new.org_id and v.source_id = new.source_id and v.is_proposed;
  insert into public.import_source_versions (org_id, source_id, version, is_proposed, format, import_id, created_by)
    select new.org_id, new.source_id, coalesce(max(v.version), 0) + 1, true, v_format, new.id, new.closed_by
    from public.import_source_versions v where v.org_id = new.org_id and v.source_id = new.source_id;
  return null;
end
$$;

create trigger imports_teach_their_source after update of status on public.imports
  for each row when (new.status = 'committed' and old.status <> 'committed') execute function private.learn_reading();

create function private.restore_import_reading(p_org uuid, p_source_id uuid, p_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'admin');
  v_source public.import_sources;
  v_before integer;
begin
  -- Lock: a commit of the same source writes its version after this one, or before.
  select * into v_source from public.import_sources s where s.org_id = p_org and s.id = p_source_id for update;
  if not found or not exists (
    select from public.import_source_versions v where v.org_id = p_org and v.source_id = p_source_id and v.version = p_version
  ) then
    perform private.fail(404, 'not_found', null, 'Reload the page to see the versions there are.');
  end if;
  select v.version into v_before from public.import_source_versions v
    where v.org_id = p_org and v.source_id = p_source_id and v.is_proposed;
  if v_before is not distinct from p_version then
    return jsonb_build_object('outcome', 'unchanged', 'version', p_version);
  end if;
  update public.import_source_versions v set is_proposed = false
    where v.org_id = p_org and v.source_id = p_source_id and v.is_proposed;
  update public.import_source_versions v set is_proposed = true
    where v.org_id = p_org and v.source_id = p_source_id and v.version = p_version;
  perform private.append_audit(p_org, v_member.id, 'import.reading_restored', null, null,
    jsonb_build_object('version', v_before), jsonb_build_object('version', p_version, 'source_id', p_source_id, 'source', v_source.name));
  return jsonb_build_object('outcome', 'restored', 'version', p_version);
end
$$;

create function public.restore_import_reading(p_org uuid, p_source_id uuid, p_version integer) returns jsonb
language sql security invoker set search_path = '' as $$ select private.restore_import_reading(p_org, p_source_id, p_version) $$;

revoke execute on all functions in schema private from public;
revoke execute on function public.restore_import_reading(uuid, uuid, integer) from public;
grant execute on function private.restore_import_reading(uuid, uuid, integer), public.restore_import_reading(uuid, uuid, integer) to authenticated;
