import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sight } from "../../database/access/sight.ts";
import { anonymousApi, request } from "../../support/api.ts";
import { act } from "../../support/app.ts";
import { createTeamWithEverything } from "../../support/everything.ts";
import { footprint } from "../../support/footprint.ts";
import { holdMail } from "../../support/hold-mail.ts";
import { sessionOf } from "../../support/session.ts";
import type { Team } from "../../support/team.ts";

let team: Team;
beforeAll(async () => {
  team = await createTeamWithEverything();
  await holdMail(team.id);
});

const newcomer = () => ({ email: `new.${randomUUID().slice(0, 8)}@example.test`, password: "correct-horse-battery" });

test("whoever signs up sees nothing, whatever they say about themselves", async () => {
  const claims = { roles: ["admin"], role: "service_role", org_id: team.id, is_admin: true };
  const { data, error } = await anonymousApi().auth.signUp({ ...newcomer(), options: { data: claims } });
  expect(error).toBeNull();
  const token = data.session?.access_token ?? "";
  expect(token).not.toBe("");
  const before = await footprint(team.id);
  for (const table of Object.keys(sight)) {
    const key = table === "organizations" ? "id" : "org_id";
    const response = await request(`/rest/v1/${table}?select=${key}`, { token });
    if (sight[table] === "closed") expect(response.status, table).toBeGreaterThanOrEqual(401);
    else expect(await response.json(), table).toEqual([]);
  }
  expect(await footprint(team.id)).toEqual(before);
});

test("changing what an account says about itself changes no right", async () => {
  const { token } = await sessionOf(team.requester);
  const claims = { data: { roles: ["admin"] }, app_metadata: { roles: ["admin"] }, role: "service_role" };
  await request("/auth/v1/user", { method: "PUT", token, body: JSON.stringify(claims) });
  const fresh = anonymousApi();
  await fresh.auth.signInWithPassword(team.requester);
  expect((await fresh.from("audit_heads").select("org_id")).data).toEqual([]);
  const { error } = await fresh.rpc("verify_audit_chain", { p_org: team.id });
  expect(error).toMatchObject({ code: "PT403", message: "role_required" });
});

test("accounts are managed by nobody with a key or session of the browser", async () => {
  const { token } = await sessionOf(team.admin);
  const paths = [
    "/auth/v1/admin/users",
    `/auth/v1/admin/users/${team.requester.userId}`,
    "/auth/v1/admin/generate_link",
  ];
  for (const path of paths) {
    for (const method of ["GET", "POST", "DELETE", "PUT"]) {
      const body = method === "GET" ? null : JSON.stringify({ email: "a@example.test", type: "magiclink" });
      for (const credentials of [{}, { token }]) {
        const response = await request(path, { method, body, ...credentials });
        expect(response.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
        expect(await response.text()).not.toContain(team.requester.email);
      }
    }
  }
});

test("signing in answers the same for a wrong password and an unknown address", async () => {
  const attempts = [
    { email: team.requester.email, password: "not-the-password" },
    { email: "nobody@example.test", password: "not-the-password" },
    { email: team.requester.email.toUpperCase(), password: "not-the-password" },
  ];
  const answers = [];
  for (const fields of attempts) {
    const { status, answer } = await act("signIn", { ...fields, next: "/" });
    const { values: _, ...said } = (answer ?? {}) as Record<string, unknown>;
    answers.push({ status, said });
  }
  expect(answers[0]).toMatchObject({ status: 200, said: { ok: false, code: "wrong_credentials" } });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test("a sign-in gives back the address that was typed, and never the password", async () => {
  const { text } = await act("signIn", { email: "carl@example.test", password: "hunter2-hunter2", next: "/" });
  expect(text).toContain("carl@example.test");
  expect(text).not.toContain("hunter2");
});
