import { beforeAll, expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { addMember } from "../../support/organization.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { untilBlockedBy } from "../../support/waiting.ts";
import { commands } from "./commands.ts";
import { type Scene, setScene } from "./scene.ts";

// Shared by all who come and go: nothing is written in it, which is what is tested.
let team: Team;
let scene: Scene;
beforeAll(async () => {
  team = await createTeam();
  scene = await setScene(team);
});

test.each(Object.entries(commands))(
  "%s is gone with the next call of a member who was deactivated",
  async (name, { args }) => {
    const leaver = await addMember(team.id, ["requester", "approver", "fulfillment", "admin"], "Lena Leaver");
    await ask(team.admin.userId, "deactivate_member", { p_org: team.id, p_member_id: leaver.memberId });
    const before = await footprint(team.id);
    expect(await ask(leaver.userId, name, args(scene))).toMatchObject({ code: "PT404", reason: "not_found" });
    expect(await footprint(team.id)).toEqual(before);
    expect(await asMember(leaver.userId, (sql) => sql`select id from public.orders`)).toHaveLength(0);
  },
);

const privileged = Object.entries(commands).filter(([, { role }]) => role);

test.each(privileged)(
  "%s is gone with the next call of a member who lost the role",
  async (name, { role, orRole, args }) => {
    const lowered = await addMember(team.id, ["requester", "approver", "fulfillment", "admin"], "Lars Lowered");
    const rest = ["requester", "approver", "fulfillment", "admin"].filter(
      (other) => other !== role && other !== orRole,
    );
    await ask(team.admin.userId, "set_member_roles", { p_org: team.id, p_member_id: lowered.memberId, p_roles: rest });
    const before = await footprint(team.id);
    expect(await ask(lowered.userId, name, args(scene))).toMatchObject({ code: "PT403", reason: "role_required" });
    expect(await footprint(team.id)).toEqual(before);
  },
);

test("a command that waited for the deactivation sees it", async () => {
  const team = await createTeam();
  const scene = await setScene(team);
  const before = await footprint(team.id);
  let deciding: ReturnType<typeof ask> | undefined;
  await superuser.begin(async (sql) => {
    const [own] = await sql<{ pid: number }[]>`
      update public.members set active = false, deactivated_at = now() where id = ${team.approver.memberId}
      returning pg_backend_pid() as pid`;
    const args = commands.decide_change_request?.args(scene) ?? {};
    deciding = ask(team.approver.userId, "decide_change_request", args);
    await untilBlockedBy(own?.pid ?? 0);
  });
  expect(await deciding).toMatchObject({ code: "PT404" });
  const { members: _, ...others } = await footprint(team.id);
  expect(before).toMatchObject(others);
});
