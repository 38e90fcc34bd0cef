import postgres from "postgres";
import { expect, test } from "vitest";
import { connections } from "../../support/connections.ts";
import { superuser } from "../../support/postgres.ts";
import { privileges } from "./privileges.ts";

const grants = `
  select n.nspname || '.' || c.relname as object, a.grantee, a.privilege_type as privilege
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
    aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) a
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  union all
  select n.nspname || '.' || c.relname || '.' || t.attname, a.grantee, a.privilege_type
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a
  union all
  select n.nspname || '.' || p.proname || '()', a.grantee, a.privilege_type
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  union all
  select 'schema ' || n.nspname, a.grantee, a.privilege_type
    from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a where n.nspname in ('public', 'private')`;

test("every right of every client role is on the list", async () => {
  const rows = await superuser.unsafe<{ right: string }[]>(`
    select distinct g.object || ' ' || coalesce(r.rolname, 'PUBLIC') || ' ' || g.privilege as right
    from (${grants}) g left join pg_roles r on r.oid = g.grantee
    where (g.object like 'public.%' or g.object like 'private.%' or g.object like 'schema %')
      and (r.rolname is null or r.rolname in ('anon', 'authenticated', 'service_role', 'authenticator'))`);
  // PUBLIC's usage of the schema is PostgreSQL's own; what is in it has grants of its own.
  const found = rows.map(({ right }) => right).filter((right) => right !== "schema public PUBLIC USAGE");
  expect(found.sort()).toEqual(privileges);
});

test("what a later migration makes is reachable by nobody until it says so", async () => {
  const sql = postgres(connections.databaseUrl, { max: 1, onnotice: () => undefined });
  const made = sql.begin(async (tx) => {
    await tx`create table public.made_later (id integer primary key)`;
    await tx`create sequence public.counted_later`;
    await tx`create function public.called_later() returns integer language sql as 'select 1'`;
    await tx`create function private.called_later() returns integer language sql as 'select 1'`;
    const [row] = await tx`
      select bool_or(has_table_privilege(r, 'public.made_later', p)) as tables,
        bool_or(has_sequence_privilege(r, 'public.counted_later', 'usage')) as sequences,
        bool_or(has_function_privilege(r, 'public.called_later()', 'execute') or has_function_privilege(r, 'private.called_later()', 'execute')) as functions
      from unnest(array['anon', 'authenticated', 'service_role']) r,
        unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p`;
    throw Object.assign(new Error("undo"), { row });
  });
  await expect(made).rejects.toMatchObject({ row: { tables: false, sequences: false, functions: false } });
  await sql.end();
});
