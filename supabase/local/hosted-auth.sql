-- Runs after the API has made its auth tables: the same helper functions and rights as on the hosted platform.

create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
  )::uuid
$$;

create or replace function auth.role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
  )
$$;

create or replace function auth.email() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
  )
$$;

create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;

grant usage on schema auth to anon, authenticated, service_role, postgres, embedded_api;
grant all on all tables in schema auth to postgres, embedded_api;
grant all on all sequences in schema auth to postgres, embedded_api;
revoke all on all tables in schema auth from anon, authenticated;

-- The API makes the migration history too; there, as here, the role that migrates owns it.
create schema if not exists supabase_migrations;
alter schema supabase_migrations owner to postgres;
do $$
declare
  v_table record;
begin
  for v_table in select tablename from pg_catalog.pg_tables where schemaname = 'supabase_migrations' loop
    execute format('alter table supabase_migrations.%I owner to postgres', v_table.tablename);
  end loop;
end
$$;
