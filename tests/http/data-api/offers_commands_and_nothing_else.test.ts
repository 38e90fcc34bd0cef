import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { commands, foundingCommand } from "../../database/access/commands.ts";
import { imaginaryScene, type Scene, setScene } from "../../database/access/scene.ts";
import { serverCommands } from "../../database/access/server-commands.ts";
import { request } from "../../support/api.ts";
import { footprint } from "../../support/footprint.ts";
import { holdMail } from "../../support/hold-mail.ts";
import { superuser } from "../../support/postgres.ts";
import { sessionOf } from "../../support/session.ts";
import { createTeam, type Team } from "../../support/team.ts";

let team: Team;
let scene: Scene;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  team = await createTeam();
  scene = await setScene(team);
  await holdMail(team.id);
  for (const who of ["requester", "approver", "fulfillment", "admin", "stranger", "deactivated"] as const)
    tokens[who] = (await sessionOf(team[who])).token;
});

async function call(who: string | undefined, command: string, args: unknown) {
  const response = await request(`/rest/v1/rpc/${command}`, {
    method: "POST",
    body: JSON.stringify(args),
    ...(who && { token: tokens[who] }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const given = Object.entries(commands);
const roles = ["requester", "approver", "fulfillment", "admin"];

test.each(given)(
  "%s answers outsiders, other roles and other people's ids with 4xx",
  async (name, { role, orRole, args }) => {
    const before = await footprint(team.id);
    expect((await call(undefined, name, args(scene))).status).toBeGreaterThanOrEqual(401);
    for (const who of ["stranger", "deactivated"]) {
      const answer = await call(who, name, args(scene));
      expect(answer, who).toMatchObject({ status: 404, body: { code: "PT404", message: "not_found" } });
      expect(answer).toEqual(await call(who, name, args(imaginaryScene())));
    }
    for (const other of roles.filter((candidate) => role && candidate !== role && candidate !== orRole)) {
      const answer = await call(other, name, args(scene));
      expect(answer, other).toMatchObject({ status: 403, body: { code: "PT403", message: "role_required" } });
      expect(JSON.parse(String(answer.body.details))).toEqual({ role });
    }
    expect(await footprint(team.id)).toEqual(before);
  },
);

test.each(given)(
  "%s is not called by GET, with an argument too many, too few, or another's name",
  async (name, command) => {
    const { role = "requester", args } = command;
    const before = await footprint(team.id);
    // A GET is a read-only transaction: whatever it answers, the footprint below shows that it has written nothing.
    const pairs = Object.entries(args(scene)).map(([key, value]) => [key, String(value)]);
    await request(`/rest/v1/rpc/${name}?${new URLSearchParams(pairs)}`, { token: tokens[role] ?? "" });
    for (const extra of ["p_actor", "p_role", "p_status", "org_id"]) {
      const answer = await call(role, name, { ...args(scene), [extra]: team.admin.memberId });
      expect(answer.status, extra).toBe(404);
    }
    const [first] = Object.keys(args(scene));
    const { [first ?? ""]: _, ...rest } = args(scene);
    expect((await call(role, name, rest)).status).toBe(404);
    expect(await footprint(team.id)).toEqual(before);
  },
);

test("what only the server may do is refused to everybody", async () => {
  for (const [name, args] of Object.entries(serverCommands)) {
    for (const who of [undefined, ...Object.keys(tokens)]) {
      const { status } = await call(who, name, args);
      expect(status, `${who}: ${name}`).toBeGreaterThanOrEqual(401);
      expect(status, `${who}: ${name}`).toBeLessThan(500);
    }
  }
});

test("helpers have no door, whatever schema is asked for", async () => {
  const helpers = await superuser<{ name: string }[]>`
    select distinct proname as name from pg_proc p where pronamespace = 'private'::regnamespace
    and not exists (select from pg_proc d where d.pronamespace = 'public'::regnamespace and d.proname = p.proname)`;
  expect(helpers.length).toBeGreaterThan(10);
  const before = await footprint(team.id);
  for (const { name } of helpers) {
    expect((await call("admin", name, {})).status, name).toBe(404);
    expect((await call("admin", `private.${name}`, {})).status, name).toBe(404);
    const profile = { "content-profile": "private", "accept-profile": "private" };
    const path = `/rest/v1/rpc/${name}`;
    const other = await request(path, { method: "POST", body: "{}", token: tokens.admin, headers: profile });
    expect(other.status, name).toBeGreaterThanOrEqual(404);
    expect(other.status, name).toBeLessThan(500);
  }
  for (const builtin of ["pg_read_file", "pg_sleep", "set_config", "version", "query_to_xml"])
    expect((await call("admin", builtin, {})).status, builtin).toBe(404);
  expect(await footprint(team.id)).toEqual(before);
});

test("refusals keep their code, message, facts and hint on the way", async () => {
  const args = commands.submit_change_request?.args(scene) ?? {};
  expect(await call("requester", "submit_change_request", { ...args, p_changes: [{ kind: "explode" }] })).toMatchObject(
    {
      status: 422,
      body: { code: "PT422", message: "unknown_kind", hint: expect.stringMatching(/\w/) },
    },
  );
  const long = await call("requester", "submit_change_request", { ...args, p_reason: "x".repeat(10_000) });
  expect(long).toMatchObject({ status: 422, body: { code: "PT422", message: "too_long" } });
  expect(JSON.parse(String(long.body.details))).toMatchObject({ length: 10_000, max: 2000 });
  const notAnId = await call("requester", "submit_change_request", { ...args, p_order_id: "not-a-uuid" });
  expect(notAnId.status).toBe(400);
  const last = await call("admin", "deactivate_member", { p_org: team.id, p_member_id: team.admin.memberId });
  expect(last).toMatchObject({ status: 409, body: { code: "PT409", message: "last_admin" } });
});

test("the same call twice is one request, and the second answer says so", async () => {
  const args = { ...commands.submit_change_request?.args(scene), p_idempotency_key: randomUUID() };
  const first = await call("requester", "submit_change_request", args);
  const second = await call("requester", "submit_change_request", args);
  expect(first).toMatchObject({ status: 200, body: { outcome: "submitted", replayed: false } });
  expect(second).toEqual({ status: 200, body: { ...first.body, replayed: true } });
  const other = await call("requester", "submit_change_request", { ...args, p_reason: "Something else" });
  expect(other).toMatchObject({ status: 422, body: { message: "idempotency_key_reused" } });
});

test("an organization cannot be founded beside another, nor by nobody", async () => {
  const args = { p_name: "Mine", p_member_name: "Sigrid", p_time_zone: "UTC", p_currency: "USD" };
  expect(await call("stranger", foundingCommand, args)).toMatchObject({ status: 403 });
  expect((await call(undefined, foundingCommand, args)).status).toBeGreaterThanOrEqual(401);
});

test("the list of what the API offers names nothing to people without a session", async () => {
  const answer = await request("/rest/v1/");
  const text = await answer.text();
  for (const word of ["submit_change_request", "claim_notifications", "idempotency_keys", "audit_entries"])
    expect(text).not.toContain(word);
});
