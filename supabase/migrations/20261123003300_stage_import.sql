-- begin_import, stage_import_rows, discard_import. Outcomes: staging; staged; discarded · already_committed · already_undone.
-- Refuse with PT401, PT403 role_required, PT404 not_found, PT409 too_many_imports | import_is_closed | import_is_busy |
-- row_differs, PT422 (malformed, out of bounds, key reused).

-- One transfer (commit, export, a new meaning for a status word) at a time per organization. Nobody stands in line for long:
-- a big one takes longer than a person waits, and says so.
create function private.lock_transfers(p_org uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_patience text := current_setting('lock_timeout');
begin
  perform set_config('lock_timeout', '1900ms', true);
  -- Lock: the organization's transfers, until the end of the transaction.
  perform pg_advisory_xact_lock(hashtextextended('transfers:' || p_org, 0));
  perform set_config('lock_timeout', v_patience, true);
exception when lock_not_available then
  perform private.fail(409, 'transfer_running', null, 'An import or export is being written at this moment. Nothing was changed; try again when it has ended.');
end
$$;

-- The import, its row locked until the end of the transaction, and the caller an admin of its organization.
-- Not against foreign keys: somebody must be able to ask a long step to stop.
create function private.lock_import(p_import_id uuid) returns public.imports
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports;
  v_patience text := current_setting('lock_timeout');
begin
  v_import := private.seen_import(p_import_id);
  perform set_config('lock_timeout', '1900ms', true);
  select * into strict v_import from public.imports i where i.org_id = v_import.org_id and i.id = p_import_id for no key update;
  perform set_config('lock_timeout', v_patience, true);
  return v_import;
exception when lock_not_available then
  perform private.fail(409, 'import_is_busy', null, 'It is being compared or written at this moment. Wait until that has ended, or stop it.');
end
$$;

-- The import as it is, nothing locked; PT404 unless the caller is an admin of its organization.
create function private.seen_import(p_import_id uuid) returns public.imports
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports;
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  select * into v_import from public.imports i where i.org_id = any (private.member_org_ids()) and i.id = p_import_id;
  perform private.seen_admin(v_import.org_id);
  return v_import;
end
$$;

-- As require_member, but the row is not held: a step that takes a minute must not keep anybody from being deactivated. Whoever
-- writes in the end asks require_member again.
create function private.seen_admin(p_org uuid) returns public.members
language plpgsql stable security definer set search_path = '' as $$
declare
  v_member public.members;
begin
  select * into v_member from public.members m where m.org_id = p_org and m.user_id = auth.uid() and m.active;
  if not found then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if not 'admin' = any (v_member.roles) then
    perform private.fail(403, 'role_required', jsonb_build_object('role', 'admin'), 'Ask an admin of your organization for this role.');
  end if;
  return v_member;
end
$$;

-- The answer to whoever comes after the import was closed.
create function private.closed_import(p_import public.imports) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'outcome', case p_import.status when 'discarded' then 'discarded' else 'already_' || p_import.status end, 'import_id', p_import.id,
    'number', p_import.number, 'closed_at', p_import.closed_at, 'counts', p_import.counts,
    'closed_by', (select m.name from public.members m where m.org_id = p_import.org_id and m.id = p_import.closed_by)
  )
$$;

create function private.begin_import(
  p_org uuid, p_file_name text, p_file_bytes bigint, p_file_hash text, p_format jsonb, p_row_count integer, p_idempotency_key text,
  p_file_modified_at timestamptz default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'begin_import';
  c_max_open constant integer := 10;
  v_member public.members := private.require_member(p_org, 'admin');
  v_import public.imports;
  v_stored jsonb;
begin
  p_file_name := private.text_argument('file_name', p_file_name, 255);
  if p_file_bytes is null or p_file_bytes not between 1 and 52428800 then
    perform private.fail(422, 'file_too_large', jsonb_build_object('field', 'file_bytes', 'value', p_file_bytes, 'max', 52428800), 'Export only open orders, or split the file by order.');
  end if;
  if p_row_count is null or p_row_count not between 1 and 1000000 then
    perform private.fail(422, 'too_many_rows', jsonb_build_object('field', 'row_count', 'value', p_row_count, 'max', 1000000), 'Export only open orders, or split the file by order.');
  end if;
  if p_file_hash !~ '^[0-9a-f]{64}$' then
    perform private.fail(422, 'invalid_file_hash', jsonb_build_object('field', 'file_hash'), 'Choose the file again.');
  end if;
  perform private.check_source_format(p_format);
  v_stored := private.claim_idempotency_key(p_org, v_member.id, c_command, p_idempotency_key,
    jsonb_build_array(p_file_name, p_file_bytes, p_file_hash, p_format, p_row_count));
  if v_stored is not null then
    return v_stored;
  end if;

  -- Lock: numbers without gaps or doubles, and a true count of the imports that are open.
  perform pg_advisory_xact_lock(hashtextextended('import_number:' || p_org, 0));
  if (select count(*) from public.imports i where i.org_id = p_org and i.status in ('staging', 'previewed')) >= c_max_open then
    perform private.fail(409, 'too_many_imports', jsonb_build_object('max', c_max_open), 'Finish or discard one of the imports that are still open.');
  end if;
  insert into public.imports (org_id, number, file_name, file_bytes, file_hash, file_modified_at, row_count, format, header_key, created_by)
    values (
      p_org, (select coalesce(max(i.number), 0) + 1 from public.imports i where i.org_id = p_org), p_file_name, p_file_bytes, p_file_hash,
      -- A clock that runs ahead says nothing.
      case when p_file_modified_at < now() then p_file_modified_at end, p_row_count, p_format, private.header_key(p_format -> 'headers'), v_member.id
    ) returning * into v_import;
  return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object(
    'outcome', 'staging', 'import_id', v_import.id, 'number', v_import.number
  ) || coalesce((
    select jsonb_build_object('previous', jsonb_build_object('number', i.number, 'committed_at', i.closed_at))
    from public.imports i where i.org_id = p_org and i.file_hash = p_file_hash and i.status = 'committed'
    order by i.number desc limit 1
  ), '{}'));
end
$$;

-- Files with the same headers in the same order are of one source.
create function private.header_key(p_headers jsonb) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(string_agg(private.fold(h.header), E'\x1f' order by h.n), 'UTF8')), 'hex')
  from jsonb_array_elements_text(p_headers) with ordinality h (header, n)
$$;

-- A chunk sent twice changes nothing; a row sent again with other content is refused, because two files got mixed up.
-- On the wire a row is {row, cells, fields?}: cells as they stand in the file, fields as canonical text where they are not
-- simply the cell of their column.
create function private.stage_import_rows(p_import_id uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_columns integer := jsonb_array_length(v_import.format -> 'headers');
  v_count integer;
  v_inserted integer;
  v_bad jsonb;
begin
  if v_import.status not in ('staging', 'previewed') then
    perform private.fail(409, 'import_is_closed', jsonb_build_object('status', v_import.status), 'Start a new import.');
  end if;
  if p_rows is null or jsonb_typeof(p_rows) <> 'array' or jsonb_array_length(p_rows) not between 1 and 5000 or pg_column_size(p_rows) > 2500000 then
    perform private.fail(422, 'invalid_rows', jsonb_build_object('field', 'p_rows'), 'Send 1 to 5,000 rows and at most 1 MB at a time.');
  end if;
  v_bad := private.first_malformed_row(p_rows, v_columns);
  if v_bad is not null then
    perform private.fail(422, 'invalid_row', jsonb_build_object('field', 'p_rows', 'row', v_bad), 'Reload the page and choose the file again.');
  end if;

  v_count := jsonb_array_length(p_rows);
  begin
    insert into public.import_rows select r.* from private.read_staged_rows(v_import, p_rows) r;
    v_inserted := v_count;
  exception when unique_violation then
    -- Looking for what is already there costs every row something, and a chunk seldom comes twice.
    insert into public.import_rows select r.* from private.read_staged_rows(v_import, p_rows) r on conflict do nothing;
    get diagnostics v_inserted = row_count;
  end;
  if v_inserted < v_count then
    select to_jsonb(s.row_number) into v_bad
      from private.read_staged_rows(v_import, p_rows) r
      join public.import_rows s on s.org_id = r.org_id and s.import_id = r.import_id and s.row_number = r.row_number
      where s is distinct from r
      order by s.row_number limit 1;
    if found then
      perform private.fail(409, 'row_differs', jsonb_build_object('row', v_bad), 'Discard this import and start it again.');
    end if;
  end if;
  -- What was previewed is no longer what would be committed.
  if v_inserted > 0 and v_import.status = 'previewed' then
    update public.imports set status = 'staging' where org_id = v_import.org_id and id = v_import.id;
  end if;
  return jsonb_build_object('outcome', 'staged', 'rows', v_count, 'new_rows', v_inserted);
end
$$;

-- The number of the first row that is not of the wire's shape; json null where it has none, null where all rows are.
create function private.first_malformed_row(p_rows jsonb, p_columns integer) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_row jsonb;
begin
  select r into v_row from jsonb_array_elements(p_rows) r
    where jsonb_typeof(r) <> 'object' or jsonb_typeof(r -> 'row') is distinct from 'number' or (r ->> 'row') !~ '^[1-9][0-9]{0,6}$'
      or jsonb_typeof(r -> 'cells') is distinct from 'array' or jsonb_array_length(r -> 'cells') <> p_columns
      or r -> 'fields' <> '{}' and (
        jsonb_typeof(r -> 'fields') <> 'object' or jsonb_path_exists(r, '$.fields.* ? (@.type() != "string" && @.type() != "null")')
      )
    limit 1;
  if not found then
    -- One look at all cells together costs a fraction of one look per row.
    select r into v_row from jsonb_array_elements(
      case when jsonb_path_exists(p_rows, 'strict $[*].cells[*] ? (@.type() != "string")') then p_rows else '[]' end
    ) r
    where jsonb_path_exists(r, '$.cells[*] ? (@.type() != "string")')
    limit 1;
  end if;
  return case when v_row is not null then coalesce(v_row -> 'row', 'null') end;
end
$$;

create function private.discard_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_member public.members := private.require_member(v_import.org_id, 'admin');
begin
  if v_import.status in ('committed', 'undone') then
    return private.closed_import(v_import);
  end if;
  if v_import.status <> 'discarded' then
    delete from public.import_rows r where r.org_id = v_import.org_id and r.import_id = v_import.id;
    delete from public.import_results r where r.org_id = v_import.org_id and r.import_id = v_import.id;
    delete from public.import_missing_orders r where r.org_id = v_import.org_id and r.import_id = v_import.id;
    update public.imports set status = 'discarded', closed_by = v_member.id, closed_at = now()
      where org_id = v_import.org_id and id = v_import.id;
    perform private.append_audit(v_import.org_id, v_member.id, 'import.discarded', null, null, null,
      jsonb_build_object('import_id', v_import.id, 'number', v_import.number, 'file_name', v_import.file_name, 'rows', v_import.row_count));
  end if;
  return jsonb_build_object('outcome', 'discarded', 'import_id', v_import.id, 'number', v_import.number);
end
$$;

create function public.begin_import(
  p_org uuid, p_file_name text, p_file_bytes bigint, p_file_hash text, p_format jsonb, p_row_count integer, p_idempotency_key text,
  p_file_modified_at timestamptz default null
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.begin_import(p_org, p_file_name, p_file_bytes, p_file_hash, p_format, p_row_count, p_idempotency_key, p_file_modified_at)
$$;
create function public.stage_import_rows(p_import_id uuid, p_rows jsonb) returns jsonb
language sql security invoker set search_path = '' as $$ select private.stage_import_rows(p_import_id, p_rows) $$;
-- A million rows take a moment to go.
create function public.discard_import(p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '60s' as $$ select private.discard_import(p_import_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.begin_import(uuid, text, bigint, text, jsonb, integer, text, timestamptz), public.stage_import_rows(uuid, jsonb), public.discard_import(uuid)
from public;
grant execute on function
  private.begin_import(uuid, text, bigint, text, jsonb, integer, text, timestamptz), private.stage_import_rows(uuid, jsonb), private.discard_import(uuid),
  public.begin_import(uuid, text, bigint, text, jsonb, integer, text, timestamptz), public.stage_import_rows(uuid, jsonb), public.discard_import(uuid)
to authenticated;
