-- What a hosted Supabase project has before its first migration, as far as our migrations can notice.
-- Runs as the superuser at every start, so every statement can be repeated.

do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon', 'authenticated', 'service_role', 'authenticator', 'postgres', 'embedded_api'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
      execute format('create role %I', v_role);
    end if;
  end loop;
end
$$;

alter role anon with nologin noinherit;
alter role authenticated with nologin noinherit;
alter role service_role with nologin noinherit bypassrls;

-- On the hosted platform `postgres` is not a superuser either: a migration that needs more would fail there.
alter role postgres with login createrole createdb bypassrls;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres with admin option;

alter role authenticator with login noinherit;
grant anon, authenticated, service_role to authenticator;

-- Ours alone: the embedded API signs in with it and takes one of the client roles for each request. It reads the catalogue
-- through information_schema, which shows only what a role may use; hence the two pg_… roles, never used for a request.
alter role embedded_api with login inherit;
grant anon, authenticated, service_role to embedded_api;
grant pg_read_all_data, pg_write_all_data to embedded_api;

alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role embedded_api set statement_timeout = '8s';
alter role embedded_api set lock_timeout = '8s';

alter database postgres owner to postgres;
alter database postgres set search_path to "$user", public, extensions;
alter database postgres set "app.settings.jwt_exp" to '3600';

grant usage on schema public to anon, authenticated, service_role;

create schema if not exists extensions authorization postgres;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
