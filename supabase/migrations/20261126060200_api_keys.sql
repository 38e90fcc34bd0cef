-- API keys: how a nightly job gets in without a browser. A key acts with the rights of the admin who made it, as far as its
-- scopes go and as long as that admin is one. create_api_key, revoke_api_key. Outcomes: created · name_taken; revoked.
-- Refuse with PT401, PT403 role_required, PT404 not_found, PT409 too_many_keys, PT422.

create table public.api_keys (
  org_id uuid not null references public.organizations (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (org_id, id),
  constraint api_keys_creator_is_a_member foreign key (org_id, created_by) references public.members (org_id, id),
  constraint api_keys_revoker_is_a_member foreign key (org_id, revoked_by) references public.members (org_id, id),
  constraint api_keys_name_is_bounded check (name = btrim(name) and length(name) between 1 and 60),
  constraint api_keys_prefix_is_public check (prefix ~ '^ocr_[0-9a-z]{8}$'),
  constraint api_keys_hash_is_sha256 check (octet_length(key_hash) = 32),
  constraint api_keys_scopes_exist check (
    cardinality(scopes) between 1 and 2 and scopes <@ array['imports:write', 'exports:read'] and array_position(scopes, null) is null
  ),
  constraint api_keys_expire_after_they_are_made check (expires_at > created_at),
  constraint api_keys_revocation_is_whole check ((revoked_by is null) = (revoked_at is null))
);

-- The trail names a key by its name.
create unique index api_keys_names_are_unique on public.api_keys (org_id, private.fold(name)) where revoked_at is null;
create index api_keys_by_hash on public.api_keys (key_hash);
create index api_keys_by_creator on public.api_keys (org_id, created_by);
create index api_keys_by_revoker on public.api_keys (org_id, revoked_by) where revoked_by is not null;

alter table public.imports add column api_key_id uuid;
alter table public.imports add constraint imports_api_key_exists foreign key (org_id, api_key_id) references public.api_keys (org_id, id) on delete restrict;
create index imports_by_api_key on public.imports (org_id, api_key_id) where api_key_id is not null;
alter table public.exports add column api_key_id uuid;
alter table public.exports add constraint exports_api_key_exists foreign key (org_id, api_key_id) references public.api_keys (org_id, id) on delete restrict;
create index exports_by_api_key on public.exports (org_id, api_key_id) where api_key_id is not null;

alter table public.api_keys enable row level security;
alter table public.api_keys force row level security;

-- The hash is nobody's to read.
grant select (org_id, id, name, prefix, scopes, created_by, created_at, expires_at, last_used_at, revoked_by, revoked_at)
  on public.api_keys to authenticated;

create policy "admins read their organization's API keys" on public.api_keys
  for select to authenticated using (org_id = any ((select private.role_org_ids('admin'))::uuid[]));

-- The key itself is made, shown and forgotten by the server; only its SHA-256 comes here.
create function private.create_api_key(
  p_org uuid, p_name text, p_scopes text[], p_expires_at timestamptz, p_prefix text, p_key_hash text, p_idempotency_key text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_command constant text := 'create_api_key';
  c_max_keys constant integer := 20;
  v_member public.members := private.require_member(p_org, 'admin');
  v_key public.api_keys;
  v_answer jsonb;
begin
  p_name := private.text_argument('name', p_name, 60);
  if p_scopes is null or cardinality(p_scopes) not between 1 and 2 or not p_scopes <@ array['imports:write', 'exports:read'] or array_position(p_scopes, null) is not null then
    perform private.fail(422, 'unknown_scope', jsonb_build_object('field', 'scopes'), 'Choose imports:write, exports:read or both.');
  end if;
  if p_expires_at <= now() or p_expires_at > now() + interval '5 years' then
    perform private.fail(422, 'invalid_expiry', jsonb_build_object('field', 'expires_at', 'value', p_expires_at), 'Choose a day between tomorrow and five years from now.');
  end if;
  if p_prefix is null or p_prefix !~ '^ocr_[0-9a-z]{8}$' or p_key_hash is null or p_key_hash !~ '^[0-9a-f]{64}$' then
    perform private.fail(422, 'invalid_key', jsonb_build_object('field', 'key_hash'), 'Reload the page and try again.');
  end if;
  -- Without the hash: the second click of two has made another key that nobody will ever see.
  v_answer := private.claim_idempotency_key(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_array(p_name, p_scopes, p_expires_at));
  if v_answer is not null then
    return v_answer;
  end if;
  -- Lock: a true count, and one key to a name.
  perform pg_advisory_xact_lock(hashtextextended('api_keys:' || p_org, 0));
  if exists (select from public.api_keys k where k.org_id = p_org and k.revoked_at is null and private.fold(k.name) = private.fold(p_name)) then
    return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'name_taken', 'name', p_name));
  end if;
  if (select count(*) from public.api_keys k where k.org_id = p_org and k.revoked_at is null) >= c_max_keys then
    perform private.fail(409, 'too_many_keys', jsonb_build_object('max', c_max_keys), 'Revoke a key nobody uses any more.');
  end if;
  insert into public.api_keys (org_id, name, prefix, key_hash, scopes, created_by, expires_at)
    values (p_org, p_name, p_prefix, decode(p_key_hash, 'hex'), array(select distinct s from unnest(p_scopes) s order by 1), v_member.id, p_expires_at)
    returning * into v_key;
  perform private.append_audit(p_org, v_member.id, 'api_key.created', null, null, null, jsonb_build_object(
    'key_id', v_key.id, 'name', v_key.name, 'prefix', v_key.prefix, 'scopes', v_key.scopes, 'expires_at', v_key.expires_at
  ));
  return private.answer(p_org, v_member.id, c_command, p_idempotency_key, jsonb_build_object('outcome', 'created', 'key_id', v_key.id, 'name', v_key.name));
end
$$;

create function private.revoke_api_key(p_org uuid, p_key_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_member public.members := private.require_member(p_org, 'admin');
  v_key public.api_keys;
begin
  -- Lock: not against foreign keys; what the key has begun refers to it.
  select * into v_key from public.api_keys k where k.org_id = p_org and k.id = p_key_id for no key update;
  if not found then
    perform private.fail(404, 'not_found', null, 'It does not exist, or it is not yours to see.');
  end if;
  if v_key.revoked_at is null then
    update public.api_keys set revoked_at = now(), revoked_by = v_member.id where org_id = p_org and id = p_key_id;
    perform private.append_audit(p_org, v_member.id, 'api_key.revoked', null, null, null,
      jsonb_build_object('key_id', v_key.id, 'name', v_key.name, 'prefix', v_key.prefix));
  end if;
  return jsonb_build_object('outcome', 'revoked', 'key_id', v_key.id, 'name', v_key.name);
end
$$;

create function public.create_api_key(
  p_org uuid, p_name text, p_scopes text[], p_expires_at timestamptz, p_prefix text, p_key_hash text, p_idempotency_key text
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.create_api_key(p_org, p_name, p_scopes, p_expires_at, p_prefix, p_key_hash, p_idempotency_key)
$$;
create function public.revoke_api_key(p_org uuid, p_key_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.revoke_api_key(p_org, p_key_id) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.create_api_key(uuid, text, text[], timestamptz, text, text, text), public.revoke_api_key(uuid, uuid)
from public;
grant execute on function
  private.create_api_key(uuid, text, text[], timestamptz, text, text, text), private.revoke_api_key(uuid, uuid),
  public.create_api_key(uuid, text, text[], timestamptz, text, text, text), public.revoke_api_key(uuid, uuid)
to authenticated;

comment on table public.api_keys is 'A key acts for the admin who made it, within its scopes. Of the key itself only its SHA-256 and the first letters are here.';
comment on column public.api_keys.prefix is 'The beginning of the key, to recognize it by.';
