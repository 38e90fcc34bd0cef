-- What every command starts with: who is calling, may they, and have they called before.
-- Contract violations raise PT4xx: PostgREST answers HTTP 4xx with message = a stable code, details = facts, hint.

create function private.fail(p_status integer, p_code text, p_facts jsonb default null, p_hint text default null) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using
    errcode = 'PT' || p_status, message = p_code, detail = coalesce(p_facts::text, ''), hint = coalesce(p_hint, '');
end
$$;

-- The caller as an active member of the organization with the role. Not a member and no such organization are one answer.
-- FOR SHARE: a deactivation or a lost role waits for this command, or this command sees it.
create function private.require_member(p_org uuid, p_role public.member_role default null) returns public.members
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members;
begin
  if auth.uid() is null then
    perform private.fail(401, 'not_signed_in', null, 'Sign in and try again.');
  end if;
  select * into v_member from public.members m where m.org_id = p_org and m.user_id = auth.uid() and m.active for share;
  if not found then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if p_role is not null and not p_role = any (v_member.roles) then
    perform private.fail(403, 'role_required', jsonb_build_object('role', p_role), 'Ask an admin of your organization for this role.');
  end if;
  return v_member;
end
$$;

-- Null: the key is new and now ours until this transaction ends. Otherwise the stored answer of the first call.
-- A second call with the same key waits on the primary key until the first one has committed or failed.
create function private.claim_idempotency_key(p_org uuid, p_actor uuid, p_command text, p_key text, p_request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_hash bytea := sha256(convert_to(p_request::text, 'UTF8'));
  v_row public.idempotency_keys;
begin
  if p_key is null or length(p_key) not between 8 and 200 then
    perform private.fail(422, 'invalid_idempotency_key', jsonb_build_object('field', 'p_idempotency_key'), 'Send a key of 8 to 200 characters.');
  end if;
  insert into public.idempotency_keys (org_id, actor_id, command, key, request_hash)
    values (p_org, p_actor, p_command, p_key, v_hash) on conflict do nothing;
  if found then
    return null;
  end if;
  select * into strict v_row from public.idempotency_keys k
    where k.org_id = p_org and k.actor_id = p_actor and k.command = p_command and k.key = p_key;
  if v_row.request_hash <> v_hash then
    perform private.fail(422, 'idempotency_key_reused', jsonb_build_object('field', 'p_idempotency_key'),
      'This key was used for something else. Reload the page and send again.');
  end if;
  return v_row.response || jsonb_build_object('replayed', true);
end
$$;

-- Stores the answer under its key and returns it, so that a command ends with `return private.answer(…)`.
create function private.answer(p_org uuid, p_actor uuid, p_command text, p_key text, p_response jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_response jsonb := p_response || jsonb_build_object('replayed', false);
begin
  update public.idempotency_keys set response = v_response
    where org_id = p_org and actor_id = p_actor and command = p_command and key = p_key;
  return v_response;
end
$$;

-- A bounded text argument, trimmed; PT422 with the field's name when it is missing, too long or has control characters.
-- What nobody could read is missing.
create function private.text_argument(p_field text, p_value text, p_max integer, p_required boolean default true) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_value text := nullif(btrim(p_value, E' \t\r\n'), '');
begin
  if length(v_value) <= p_max and private.is_invisible(v_value) then
    v_value := null;
  end if;
  if v_value is null and p_required then
    perform private.fail(422, 'required', jsonb_build_object('field', p_field), 'Fill it in and send again.');
  end if;
  if length(v_value) > p_max then
    perform private.fail(422, 'too_long', jsonb_build_object('field', p_field, 'length', length(v_value), 'max', p_max), 'Shorten it and send again.');
  end if;
  if v_value ~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]' then
    perform private.fail(422, 'control_characters', jsonb_build_object('field', p_field), 'Type it again instead of pasting it.');
  end if;
  return v_value;
end
$$;
