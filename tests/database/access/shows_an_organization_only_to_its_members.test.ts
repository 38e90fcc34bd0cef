import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { createTeamWithEverything } from "../../support/everything.ts";
import { footprint } from "../../support/footprint.ts";
import { asAnon, asMember, asRole, superuser } from "../../support/postgres.ts";
import type { Team } from "../../support/team.ts";
import { sight } from "./sight.ts";

const relations = await superuser<{ name: string; kind: string }[]>`
  select relname as name, relkind as kind from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`;

let team: Team;
beforeAll(async () => {
  team = await createTeamWithEverything();
});

const members = ["requester", "approver", "fulfillment", "admin"] as const;
const outsiders = ["stranger", "deactivated"] as const;
const closed = { code: "42501" };

test("every table and view has an expectation", () => {
  expect(relations.map(({ name }) => name)).toEqual(Object.keys(sight).sort());
});

describe.each(relations)("$name", ({ name, kind }) => {
  const key = name === "organizations" ? "id" : "org_id";
  const visible = (sql: TransactionSql) =>
    sql.unsafe<{ org: string; rows: number }[]>(
      `select ${key} as org, count(*)::int as rows from public.${name} group by 1`,
    );

  test.each(members)("as the %s of an organization", async (role) => {
    if (sight[name] === "deciders") {
      const rows = role === "approver" ? [{ org: team.id, rows: 1 }] : [];
      return void expect([...(await asMember(team[role].userId, visible))]).toEqual(rows);
    }
    const [all] = await superuser.unsafe<{ rows: number; stories: number; own: number }[]>(
      `select count(*)::int as rows, count(*) filter (where to_jsonb(t) ->> 'member_id' = $2)::int as own, count(*) filter (where to_jsonb(t) ->> 'order_id' is not null or to_jsonb(t) ->> 'request_id' is not null)::int as stories
       from public.${name} t where ${key} = $1`,
      [team.id, team[role].memberId],
    );
    expect(all?.rows, "the organization has rows here").toBeGreaterThan(0);
    const rule = sight[name];
    const seen = asMember(team[role].userId, visible);
    if (rule === "closed") return void (await expect(seen).rejects.toMatchObject(closed));
    const others = rule === "members" || role === "admin" ? all?.rows : rule === "stories" ? all?.stories : 0;
    const rows = rule === "own" ? all?.own : others;
    expect([...(await seen)]).toEqual(rows ? [{ org: team.id, rows }] : []);
  });

  test.each(outsiders)("as a %s", async (who) => {
    const seen = asMember(team[who].userId, visible);
    if (sight[name] === "closed") return void (await expect(seen).rejects.toMatchObject(closed));
    expect((await seen).map(({ org }) => org).filter((org) => org !== team.strangers.id)).toEqual([]);
  });

  test("as anon and as the server's own role", async () => {
    await expect(asAnon(visible)).rejects.toMatchObject(closed);
    await expect(asRole("service_role", {}, visible)).rejects.toMatchObject(closed);
  });

  test("is written by nobody, whatever the role", async () => {
    const before = await footprint(team.id);
    const attempts = [
      `insert into public.${name} default values`,
      `update public.${name} set ${key} = ${key}`,
      `update public.${name} set ${key} = '${team.strangers.id}' where ${key} = '${team.id}'`,
      `delete from public.${name}`,
      `delete from public.${name} where ${key} = '${team.id}'`,
      `truncate public.${name} cascade`,
      `select 1 from public.${name} for update`,
    ];
    const actors: Record<string, (work: (sql: TransactionSql) => Promise<unknown>) => Promise<unknown>> = {
      ...Object.fromEntries(
        [...members, ...outsiders].map((who) => [
          who,
          (work: (sql: TransactionSql) => Promise<unknown>) => asMember(team[who].userId, work),
        ]),
      ),
      anon: asAnon,
      service_role: (work) => asRole("service_role", {}, work),
    };
    // A view over several tables cannot be written or truncated by anybody, which PostgreSQL notices first.
    const code = expect.stringMatching(kind === "v" ? /^(42501|42809|55000)$/ : /^42501$/);
    for (const [who, run] of Object.entries(actors)) {
      for (const attempt of attempts) {
        await expect(
          run((sql) => sql.unsafe(attempt)),
          `${who}: ${attempt}`,
        ).rejects.toMatchObject({ code });
      }
    }
    expect(await footprint(team.id)).toEqual(before);
  });
});
