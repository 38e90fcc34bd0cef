-- Work nobody sits in front of: by an API key, or by a Google Sheet that is due. The server's secret key brings a credential
-- (the key's SHA-256, or the lease of a sheet's run); the call then runs as the admin behind it, through the very commands
-- people use, and the trail names both. Rights are read anew with every call, so they end at once.
-- Every door refuses with PT401 invalid_credential | api_key_revoked | api_key_expired | admin_gone, PT403 scope_required, and
-- whatever the command behind it refuses with.

-- What a credential is good for. Nothing is held: a long import must not keep anybody from revoking its key.
create function private.open_credential(p_credential text, p_scope text)
returns table (org_id uuid, member_id uuid, api_key_id uuid, sheet_id uuid, label text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_hash bytea := case when p_credential ~ '^[0-9a-f]{64}$' then decode(p_credential, 'hex') end;
  v_key public.api_keys;
begin
  select * into v_key from public.api_keys k where k.key_hash = v_hash;
  if not found then
    return query
      select r.org_id, r.acting_member, null::uuid, s.id, 'Google Sheet “' || s.name || '”'
      from public.sheet_runs r join public.sheets s on s.org_id = r.org_id and s.id = r.sheet_id
      where r.lease = v_hash and r.state = 'running' and r.lease_until > now() and s.removed_at is null and p_scope = 'imports:write';
    if not found then
      perform private.fail(401, 'invalid_credential', null, 'Send a key of this organization that is neither revoked nor expired.');
    end if;
    return;
  end if;
  if v_key.revoked_at is not null then
    perform private.fail(401, 'api_key_revoked', jsonb_build_object('name', v_key.name, 'revoked_at', v_key.revoked_at), 'An admin revoked this key. Ask for a new one.');
  end if;
  if v_key.expires_at <= now() then
    perform private.fail(401, 'api_key_expired', jsonb_build_object('name', v_key.name, 'expires_at', v_key.expires_at), 'This key has expired. Ask an admin for a new one.');
  end if;
  if p_scope is not null and not p_scope = any (v_key.scopes) then
    perform private.fail(403, 'scope_required', jsonb_build_object('scope', p_scope, 'scopes', v_key.scopes), 'Ask an admin for a key with this scope.');
  end if;
  return query select v_key.org_id, v_key.created_by, v_key.id, null::uuid, 'API key “' || v_key.name || '”';
end
$$;

-- From here to the end of the transaction the caller is the admin behind the credential.
create function private.act_unattended(p_credential text, p_scope text) returns table (org_id uuid, member_id uuid, api_key_id uuid, sheet_id uuid)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_credential record;
  v_user uuid;
begin
  select * into strict v_credential from private.open_credential(p_credential, p_scope);
  select m.user_id into v_user from public.members m
    where m.org_id = v_credential.org_id and m.id = v_credential.member_id and m.active and 'admin' = any (m.roles);
  if not found then
    perform private.fail(401, 'admin_gone', null, 'The person this acts for is no admin any more. Ask another admin to set it up again.');
  end if;
  perform set_config('request.jwt.claims', jsonb_build_object('sub', v_user, 'role', 'authenticated')::text, true);
  perform set_config('request.jwt.claim.sub', v_user::text, true);
  perform set_config('ocr.unattended', v_credential.label, true);
  return query select v_credential.org_id, v_credential.member_id, v_credential.api_key_id, v_credential.sheet_id;
end
$$;

-- An import this very credential began: another one, even of the same admin, is not there.
create function private.act_on_import(p_credential text, p_import_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_actor record;
begin
  select * into strict v_actor from private.act_unattended(p_credential, 'imports:write');
  if not exists (
    select from public.imports i
    where i.org_id = v_actor.org_id and i.id = p_import_id and (i.api_key_id = v_actor.api_key_id or i.sheet_id = v_actor.sheet_id)
  ) then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
end
$$;

-- The same key and file: the import it began before, whatever became of it. How the file is read does not count: the first
-- commit may have taught that.
create function private.begin_import_unattended(
  p_credential text, p_file_name text, p_file_bytes bigint, p_file_hash text, p_format jsonb, p_row_count integer, p_idempotency_key text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'begin_import_unattended';
  v_actor record;
  v_key text;
  v_answer jsonb;
begin
  select * into strict v_actor from private.act_unattended(p_credential, 'imports:write');
  v_key := coalesce(v_actor.api_key_id, v_actor.sheet_id) || ':' || p_idempotency_key;
  v_answer := private.claim_idempotency_key(v_actor.org_id, v_actor.member_id, c_command, v_key, jsonb_build_array(p_file_bytes, p_file_hash));
  if v_answer is not null then
    return v_answer;
  end if;
  -- A sheet that is read again has no use for what its last reading left to a person.
  perform private.discard_import(i.id) from public.imports i
    where i.org_id = v_actor.org_id and i.sheet_id = v_actor.sheet_id and i.status in ('staging', 'previewed');
  v_answer := private.begin_import(v_actor.org_id, p_file_name, p_file_bytes, p_file_hash, p_format, p_row_count, gen_random_uuid()::text);
  update public.imports i set api_key_id = v_actor.api_key_id, sheet_id = v_actor.sheet_id
    where i.org_id = v_actor.org_id and i.id = (v_answer ->> 'import_id')::uuid;
  return private.answer(v_actor.org_id, v_actor.member_id, c_command, v_key, v_answer);
end
$$;

create function private.stage_import_rows_unattended(p_credential text, p_import_id uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_on_import(p_credential, p_import_id);
  return private.stage_import_rows(p_import_id, p_rows);
end
$$;

create function private.preview_import_unattended(p_credential text, p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_on_import(p_credential, p_import_id);
  return private.preview_import(p_import_id);
end
$$;

-- The run of a sheet ends in the transaction that writes: however often its worker dies, it commits once.
create function private.commit_import_unattended(p_credential text, p_import_id uuid, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_answer jsonb;
begin
  perform private.act_on_import(p_credential, p_import_id);
  v_answer := private.commit_import(p_import_id, p_idempotency_key);
  -- Asked again before it is kept: a key revoked meanwhile takes all of it back. Without a lock, because the audit head is held
  -- by now, which whoever revokes waits for with the key's row in hand.
  perform from private.open_credential(p_credential, 'imports:write');
  if v_answer ->> 'outcome' in ('committed', 'already_committed') then
    update public.sheet_runs r set state = 'committed', finished_at = now(), import_id = p_import_id, lease = null, lease_until = null,
      facts = jsonb_build_object('counts', v_answer -> 'counts')
      where r.lease = decode(p_credential, 'hex');
  end if;
  return v_answer;
end
$$;

create function private.discard_import_unattended(p_credential text, p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_on_import(p_credential, p_import_id);
  return private.discard_import(p_import_id);
end
$$;

-- Where an import of this credential stands.
create function private.get_import_unattended(p_credential text, p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_on_import(p_credential, p_import_id);
  return (
    select jsonb_build_object('id', i.id, 'number', i.number, 'status', i.status, 'file_name', i.file_name, 'row_count', i.row_count,
      'counts', i.counts, 'preview', i.preview, 'created_at', i.created_at, 'closed_at', i.closed_at)
    from public.imports i where i.id = p_import_id
  );
end
$$;

-- How files were read before, the last one first: what the browser asks for too before it reads one.
create function private.list_import_sources_unattended(p_credential text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_actor record;
begin
  select * into strict v_actor from private.act_unattended(p_credential, 'imports:write');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'format', s.format) order by s.updated_at desc), '[]')
    from (select * from public.import_sources i where i.org_id = v_actor.org_id order by i.updated_at desc limit 50) s
  );
end
$$;

create function private.begin_export_unattended(p_credential text, p_scope text, p_reference text, p_idempotency_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_actor record;
  v_request uuid;
  v_answer jsonb;
begin
  select * into strict v_actor from private.act_unattended(p_credential, 'exports:read');
  if p_reference is not null then
    select r.id into v_request from public.change_requests r where r.org_id = v_actor.org_id and r.reference = p_reference;
    if not found then
      perform private.fail(404, 'not_found', null, 'There is no request with this number.');
    end if;
  end if;
  v_answer := private.begin_export(v_actor.org_id, p_scope, v_actor.api_key_id || ':' || p_idempotency_key, v_request);
  update public.exports e set api_key_id = v_actor.api_key_id
    where e.org_id = v_actor.org_id and e.id = (v_answer ->> 'export_id')::uuid and e.api_key_id is null;
  perform from private.open_credential(p_credential, 'exports:read');
  return v_answer;
end
$$;

-- The exports of the organization, newest first, from this number downwards; with a scope only those.
create function private.list_exports_unattended(p_credential text, p_scope text, p_before integer, p_limit integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_actor record;
begin
  select * into strict v_actor from private.act_unattended(p_credential, 'exports:read');
  return (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.number desc), '[]') from (
      select e.id, e.number, e.scope, e.sources, e.row_count, e.order_count, e.requests, e.created_at, e.lines_dropped_at
      from public.exports e
      where e.org_id = v_actor.org_id and (p_scope is null or e.scope::text = p_scope) and (p_before is null or e.number <= p_before)
      order by e.number desc limit greatest(1, least(coalesce(p_limit, 20), 100))
    ) s
  );
end
$$;

-- A page of frozen lines of one file, in file order.
create function private.read_export_lines_unattended(p_credential text, p_export_id uuid, p_source_id uuid, p_after integer, p_limit integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_actor record;
begin
  select * into strict v_actor from private.act_unattended(p_credential, 'exports:read');
  return (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.position), '[]') from (
      select l.position, l.cells, l.sibling_cells, l."values", l.is_removed
      from public.export_lines l
      where l.org_id = v_actor.org_id and l.export_id = p_export_id and l.source_id is not distinct from p_source_id and l.position > p_after
      order by l.position limit greatest(1, least(coalesce(p_limit, 1000), 5000))
    ) s
  );
end
$$;

-- The first call of every request: whose key it is, counted. Outcomes: allowed · limited · refused; a refusal is a value, so
-- that wrong keys are counted against where they come from.
create function private.use_api_key(p_credential text, p_scope text, p_address text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_per_minute constant integer := 120;
  c_wrong_per_minute constant integer := 30;
  v_actor record;
  v_reason text;
  v_facts text;
  v_hint text;
  v_state text;
  v_wait integer;
begin
  begin
    select * into strict v_actor from private.act_unattended(p_credential, p_scope);
  exception when sqlstate 'PT401' or sqlstate 'PT403' then
    get stacked diagnostics v_reason = message_text, v_facts = pg_exception_detail, v_hint = pg_exception_hint, v_state = returned_sqlstate;
    v_wait := private.take_rate_limit(array['api_refused', coalesce(left(p_address, 100), '-')], c_wrong_per_minute, 60);
    if v_wait > 0 then
      return jsonb_build_object('outcome', 'limited', 'retry_after', v_wait);
    end if;
    return jsonb_build_object('outcome', 'refused', 'reason', v_reason, 'hint', v_hint, 'facts', nullif(v_facts, '')::jsonb,
      'status', right(v_state, 3)::integer);
  end;
  v_wait := private.take_rate_limit(array['api', v_actor.api_key_id::text], c_per_minute, 60);
  if v_wait > 0 then
    return jsonb_build_object('outcome', 'limited', 'retry_after', v_wait);
  end if;
  -- Not with every call: the row would be written a hundred times a minute.
  update public.api_keys k set last_used_at = now()
    where k.org_id = v_actor.org_id and k.id = v_actor.api_key_id and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  return (
    select jsonb_build_object('outcome', 'allowed', 'slug', g.slug, 'organization', g.name) from public.organizations g where g.id = v_actor.org_id
  );
end
$$;
