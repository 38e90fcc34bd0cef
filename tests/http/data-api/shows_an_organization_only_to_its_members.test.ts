import { beforeAll, describe, expect, test } from "vitest";
import { sight } from "../../database/access/sight.ts";
import { request } from "../../support/api.ts";
import { createTeamWithEverything } from "../../support/everything.ts";
import { superuser } from "../../support/postgres.ts";
import { sessionOf } from "../../support/session.ts";
import type { Team } from "../../support/team.ts";

let team: Team;
/** Has rows of their own in every table, and holds every role that can be held over them. */
let others: Team;
let attacker: string;
let deactivated: string;

beforeAll(async () => {
  [team, others] = await Promise.all([createTeamWithEverything(), createTeamWithEverything()]);
  [attacker, deactivated] = (await Promise.all([sessionOf(others.admin), sessionOf(team.deactivated)])).map(
    ({ token }) => token,
  ) as [string, string];
});

const keyOf = (table: string) => (table === "organizations" ? "id" : "org_id");
const open = Object.keys(sight).filter((table) => sight[table] !== "closed");
const closed = Object.keys(sight).filter((table) => sight[table] === "closed");

async function get(path: string, token: string | undefined, init: RequestInit = {}) {
  const response = await request(`/rest/v1/${path}`, { ...init, ...(token && { token }) });
  return { status: response.status, text: await response.text(), range: response.headers.get("content-range") };
}

describe.each(open)("%s", (table) => {
  const key = keyOf(table);

  test("everything there is to see is one's own", async () => {
    const own = await get(`${table}?select=${key}`, attacker);
    expect(own.status).toBe(200);
    // What the attacker can decide is nothing: no colleague of theirs asked for anything.
    if (table !== "my_queue") expect(own.text).toContain(others.id);
    expect(own.text).not.toContain(team.id);
    expect(await get(`${table}?select=${key}`, deactivated)).toMatchObject({ status: 200, text: "[]" });
  });

  test("asking for somebody else's rows finds none, however it is put", async () => {
    const filters = [
      `${key}=eq.${team.id}`,
      `${key}=in.(${team.id},${team.id})`,
      `${key}=neq.${others.id}`,
      `or=(${key}.eq.${team.id},and(${key}.eq.${team.id},${key}.not.is.null))`,
      `${key}=not.eq.${others.id}&order=${key}.asc&limit=1000`,
      `${key}=gte.00000000-0000-0000-0000-000000000000&${key}=neq.${others.id}`,
    ];
    for (const filter of filters) {
      expect(await get(`${table}?select=${key}&${filter}`, attacker), filter).toMatchObject({
        status: 200,
        text: "[]",
      });
    }
  });

  test("nor are they counted", async () => {
    for (const method of ["HEAD", "GET"]) {
      const prefer = { method, headers: { prefer: "count=exact" } };
      const { range, status } = await get(`${table}?select=${key}&${key}=eq.${team.id}`, attacker, prefer);
      expect(status).toBe(200);
      expect(range).toMatch(/\/0$/);
    }
  });

  test("without a session there is nothing to read", async () => {
    for (const path of [table, `${table}?select=${key}`, `${table}?${key}=eq.${team.id}`]) {
      const answer = await get(path, undefined);
      expect(answer.status, path).toBeGreaterThanOrEqual(401);
      expect(answer.status, path).toBeLessThanOrEqual(403);
      expect(answer.text).not.toContain(team.id);
    }
  });
});

test.each(closed)("%s is not for reading", async (table) => {
  for (const token of [attacker, deactivated, (await sessionOf(team.admin)).token]) {
    const answer = await get(`${table}?select=${keyOf(table)}`, token);
    expect(answer.status).toBeGreaterThanOrEqual(401);
    expect(answer.status).toBeLessThanOrEqual(403);
    expect(answer.text).not.toContain(team.id);
  }
});

const references = await superuser<{ name: string; child: string; parent: string }[]>`
  select k.conname as name, c.relname as child, p.relname as parent from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and p.relnamespace = 'public'::regnamespace order by 1`;
const embeddable = references.filter(({ child, parent }) => open.includes(child) && open.includes(parent));

test.each(embeddable)("$child and $parent embed each other without opening a door ($name)", async (reference) => {
  const { name, child, parent } = reference;
  const paths = [
    `${child}?select=${keyOf(child)},inner:${parent}!${name}(${keyOf(parent)})`,
    `${parent}?select=${keyOf(parent)},inner:${child}!${name}(${keyOf(child)})`,
    `${parent}?select=${keyOf(parent)},inner:${child}!${name}!inner(${keyOf(child)})&inner.${keyOf(child)}=eq.${team.id}`,
  ];
  for (const path of paths) {
    const answer = await get(path, attacker);
    expect(answer.text, path).not.toContain(team.id);
    expect(answer.status, path).toBeLessThan(500);
  }
});

test("embeds three levels deep stay at home", async () => {
  const path =
    "organizations?select=id,orders!orders_org_id_fkey(org_id,lines:order_lines!order_lines_order_exists(org_id)," +
    "requests:change_requests!change_requests_order_exists(org_id,rounds:request_rounds!request_rounds_request_exists(org_id)))";
  const answer = await get(path, attacker);
  expect(answer.status).toBe(200);
  expect(answer.text.split(others.id).length).toBeGreaterThan(4);
  expect(answer.text).not.toContain(team.id);
});
