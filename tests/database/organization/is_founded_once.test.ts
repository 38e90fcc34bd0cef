import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, settle } from "../../support/ask.ts";
import { callIn } from "../../support/command.ts";
import { connections } from "../../support/connections.ts";
import { createScratchDatabase, type ScratchDatabase } from "../../support/scratch-database.ts";

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(connections);
});
afterAll(() => database.drop());

async function signUp(): Promise<string> {
  const id = randomUUID();
  await database.superuser`insert into auth.users (id, email) values (${id}, ${`${id}@Example.test`})`;
  return id;
}

function found(userId: string, facts: Record<string, unknown> = {}): Promise<Answer> {
  const args = { p_name: "Northwind", p_member_name: "Ada", p_time_zone: "Europe/Berlin", p_currency: "EUR", ...facts };
  const work = database.owner.begin(async (sql: TransactionSql) => {
    await sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: userId })}, true), set_config('role', 'authenticated', true)`;
    return callIn<Answer>(sql, "create_organization", args);
  });
  return settle(work as Promise<Answer>);
}

test.each([
  [{ p_name: "" }, "required"],
  [{ p_name: "x".repeat(121) }, "too_long"],
  [{ p_member_name: null }, "required"],
  [{ p_time_zone: "Mars/Olympus" }, "unknown_time_zone"],
  [{ p_time_zone: null }, "unknown_time_zone"],
  [{ p_currency: "eur" }, "unknown_currency"],
  [{ p_currency: null }, "unknown_currency"],
])("refuses %j", async (facts, reason) => {
  expect(await found(await signUp(), facts)).toMatchObject({ code: "PT422", reason });
  expect(await database.superuser`select from public.organizations`).toHaveLength(0);
});

test("twenty first people at once: one organization, one admin, nineteen clean refusals", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, signUp));
  const answers = await Promise.all(people.map((person) => found(person)));
  expect(answers.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
  expect(answers.filter(({ reason }) => reason === "organization_exists")).toHaveLength(19);
  const rows = await database.superuser`
    select g.slug, g.time_zone, m.roles::text[] as roles, m.email = lower(m.email) as folded, e.seq::int as seq, e.action,
      (select count(*)::int from public.reasons) as reasons
    from public.organizations g join public.members m on m.org_id = g.id join public.audit_entries e on e.org_id = g.id`;
  expect([...rows]).toEqual([
    {
      slug: "northwind",
      time_zone: "Europe/Berlin",
      roles: ["admin"],
      folded: true,
      seq: 1,
      action: "organization.created",
      reasons: 6,
    },
  ]);
});

test.each([
  ["Northwind", "northwind-1"],
  ["  Müller & Söhne GmbH ", "m-ller-s-hne-gmbh"],
  ["日本", "team"],
  ["A".repeat(120), "a".repeat(34)],
  ["-- -- --", "team-1"],
])("the name %j becomes a path segment", async (name, slug) => {
  const [row] = await database.superuser`
    select (private.found_organization(${await signUp()}, 'Ada', 'ada@example.test', ${name}, 'UTC', 'USD')).slug`;
  expect(row).toEqual({ slug });
});

test("where the installation is open to all, anybody founds, a few a day", async () => {
  const isOpen = async () => (await database.owner`select private.is_open_to_founders() as open`)[0]?.open;
  const stranger = await signUp();
  expect(await isOpen()).toBe(false);
  expect(await found(stranger)).toMatchObject({ code: "PT403", reason: "organization_exists" });
  await database.superuser`update private.installation set who_founds = 'anyone'`;
  expect(await isOpen()).toBe(true);
  for (const number of [1, 2, 3, 4, 5])
    expect(await found(stranger, { p_name: `Strangers ${number}` })).toMatchObject({ outcome: "created" });
  expect(await found(stranger)).toMatchObject({ code: "PT409", reason: "rate_limited" });
  await database.superuser`update private.installation set who_founds = 'first'`;
  expect(await found(await signUp())).toMatchObject({ code: "PT403", reason: "organization_exists" });
});
