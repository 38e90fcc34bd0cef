import { expect, test } from "vitest";
import { asAnon, asMember, superuser } from "../../support/postgres.ts";

test("migrations ran as a role that is no superuser and owns what they made", async () => {
  const [role] = await superuser`select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = 'postgres'`;
  expect(role).toMatchObject({ rolsuper: false, rolcreaterole: true, rolbypassrls: true });
  const foreign = await superuser`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relowner <> 'postgres'::regrole`;
  expect(foreign).toEqual([]);
});

test("the client roles see only what migrations granted them", async () => {
  const [anon] = await asAnon((sql) => sql`select current_user as name, auth.uid() as uid`);
  expect(anon).toEqual({ name: "anon", uid: null });
  const userId = "3f0e0d4e-6f1c-4d8e-9a51-0d8f7f2b6c11";
  const [member] = await asMember(
    userId,
    (sql) => sql`select current_user as name, auth.uid() as uid, auth.role() as role`,
  );
  expect(member).toEqual({ name: "authenticated", uid: userId, role: "authenticated" });
  await expect(asMember(userId, (sql) => sql`select * from auth.users`)).rejects.toMatchObject({ code: "42501" });
});

test("no definer function can be called by anon, in any schema anon may use", async () => {
  const reachable = await superuser`
    select p.oid::regprocedure::text as name
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      and has_function_privilege('anon', p.oid, 'execute') and has_schema_privilege('anon', n.oid, 'usage')`;
  expect(reachable).toEqual([]);
});

test("no definer function sits in the schema the API exposes", async () => {
  const exposed = await superuser`
    select p.oid::regprocedure::text as name from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace`;
  expect(exposed).toEqual([]);
});
