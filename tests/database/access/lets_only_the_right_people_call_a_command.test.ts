import { beforeAll, describe, expect, test } from "vitest";
import { ask, askAs, settle } from "../../support/ask.ts";
import { callIn } from "../../support/command.ts";
import { footprint } from "../../support/footprint.ts";
import { asRole, superuser } from "../../support/postgres.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { acceptingCommand, commands, foundingCommand } from "./commands.ts";
import { imaginaryScene, type Scene, setScene } from "./scene.ts";
import { serverCommands } from "./server-commands.ts";

let team: Team;
let scene: Scene;
beforeAll(async () => {
  team = await createTeam();
  scene = await setScene(team);
});

const roles = ["requester", "approver", "fulfillment", "admin"] as const;

test("every command in the catalogue has an expectation", async () => {
  const rows = await superuser<{ name: string }[]>`
    select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace order by 1`;
  expect(rows.map(({ name }) => name)).toEqual(
    [...Object.keys(commands), acceptingCommand, foundingCommand, ...Object.keys(serverCommands)].sort(),
  );
});

describe.each(Object.entries(commands))("%s", (name, { role, orRole, args }) => {
  test("is not there for people without a session, nor for the server's key", async () => {
    const before = await footprint(team.id);
    expect(await askAs("anon", name, args(scene))).toMatchObject({ code: "42501" });
    expect(await askAs("service_role", name, args(scene))).toMatchObject({ code: "42501" });
    // A token without a person in it.
    expect(await askAs("authenticated", name, args(scene))).toMatchObject({ code: "PT401", reason: "not_signed_in" });
    expect(await footprint(team.id)).toEqual(before);
  });

  test("does not exist for strangers and for deactivated members", async () => {
    const before = await footprint(team.id);
    for (const who of [team.stranger, team.deactivated]) {
      expect(await ask(who.userId, name, args(scene))).toMatchObject({ code: "PT404", reason: "not_found" });
    }
    expect(await footprint(team.id)).toEqual(before);
  });

  test("is refused to every member without the role", async () => {
    const before = await footprint(team.id);
    for (const other of roles.filter((candidate) => role && candidate !== role && candidate !== orRole)) {
      const answer = await ask(team[other].userId, name, args(scene));
      expect(answer, other).toMatchObject({ code: "PT403", reason: "role_required" });
      expect(JSON.parse(answer.detail ?? "")).toEqual({ role });
    }
    expect(await footprint(team.id)).toEqual(before);
  });

  test("answers another organization's ids exactly like ids that belong to nobody", async () => {
    const before = await footprint(team.id);
    const real = await ask(team.stranger.userId, name, args(scene));
    const imaginary = await ask(team.stranger.userId, name, args(imaginaryScene()));
    expect(real).toEqual(imaginary);
    if (Object.keys(args(scene)).some((key) => /_id$/.test(key))) {
      // The organization is one's own, everything in it somebody else's.
      const mixed = await ask(team.stranger.userId, name, args({ ...scene, org: team.strangers.id }));
      expect(mixed).toMatchObject({ code: "PT404" });
      expect(mixed).toEqual(
        await ask(team.stranger.userId, name, args({ ...imaginaryScene(), org: team.strangers.id })),
      );
    }
    expect(await footprint(team.id)).toEqual(before);
  });
});

test.each(Object.entries(serverCommands))("%s is the server's alone", async (name, args) => {
  for (const who of [...roles.map((role) => team[role]), team.stranger, team.deactivated]) {
    expect(await ask(who.userId, name, args)).toMatchObject({ code: "42501" });
  }
  expect(await askAs("anon", name, args)).toMatchObject({ code: "42501" });
});

test("helpers cannot be called by name", async () => {
  const helpers = await superuser<{ name: string }[]>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'private'::regnamespace and p.pronargs = 0 and not has_function_privilege('authenticated', p.oid, 'execute')`;
  for (const { name } of helpers) {
    const called = asRole("authenticated", { sub: team.admin.userId }, (sql) => sql.unsafe(`select ${name}`));
    await expect(called).rejects.toMatchObject({ code: "42501" });
  }
  const append = asRole("authenticated", { sub: team.admin.userId }, (sql) =>
    sql`select private.append_audit(${team.id}, null, 'order.forged')`.then(() => ({})),
  );
  expect(await settle(append)).toMatchObject({ code: "42501" });
});

test("an organization is founded only where there is none", async () => {
  const args = { p_name: "Mine", p_member_name: "Sigrid", p_time_zone: "UTC", p_currency: "USD" };
  for (const who of [team.stranger, team.admin, team.deactivated]) {
    expect(await ask(who.userId, foundingCommand, args)).toMatchObject({
      code: "PT403",
      reason: "organization_exists",
    });
  }
  expect(await askAs("anon", foundingCommand, args)).toMatchObject({ code: "42501" });
  expect(await askAs("authenticated", foundingCommand, args)).toMatchObject({ code: "PT401" });
});

test("an invitation nobody sent is the same answer for everybody", async () => {
  for (const who of [team.stranger, team.admin, team.deactivated]) {
    expect(await ask(who.userId, acceptingCommand, { p_token: "0".repeat(64) })).toMatchObject({
      code: "PT404",
      reason: "not_found",
    });
  }
  expect(await askAs("anon", acceptingCommand, { p_token: "0".repeat(64) })).toMatchObject({ code: "42501" });
  expect(await askAs("authenticated", acceptingCommand, { p_token: "0".repeat(64) })).toMatchObject({ code: "PT401" });
});

test("a claim about roles or organizations in the token is worth nothing", async () => {
  const forged = {
    sub: team.requester.userId,
    role: "authenticated",
    org_id: team.id,
    user_metadata: { roles: ["admin", "approver"], org_id: team.id },
    app_metadata: { roles: ["admin", "approver"] },
  };
  const answer = await settle(
    asRole("authenticated", forged, (sql) =>
      callIn(sql, "decide_change_request", commands.decide_change_request?.args(scene) ?? {}),
    ),
  );
  expect(answer).toMatchObject({ code: "PT403", reason: "role_required" });
});
