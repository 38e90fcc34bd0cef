-- Nothing is reachable unless a migration grants it: `public` holds what clients call, `private` what it is made of.
-- The revoke of execute is given without `in schema`: with it, PUBLIC's built-in right would stay.

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;

create schema private;

alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;

revoke create on schema public from public;
grant usage on schema public to anon, authenticated, service_role;
-- Views with security_invoker and the one-line doors run as the caller and name private functions.
grant usage on schema private to authenticated, service_role;

-- A request that waits or forgets is ended; the API applies the settings of the role it takes on.
alter role authenticated set statement_timeout = '8s';
alter role authenticated set lock_timeout = '8s';
alter role authenticated set idle_in_transaction_session_timeout = '30s';

comment on schema private is 'Bodies and helpers of the commands. Not exposed through the API.';
