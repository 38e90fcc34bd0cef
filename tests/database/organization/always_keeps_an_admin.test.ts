import { expect, test } from "vitest";
import { type Answer, ask } from "../../support/ask.ts";
import { addMember, createOrganization, type Member } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const removals: Record<string, (org: string, by: Member, whom: Member) => Promise<Answer>> = {
  demote: (org, by, whom) =>
    ask(by.userId, "set_member_roles", { p_org: org, p_member_id: whom.memberId, p_roles: ["requester"] }),
  deactivate: (org, by, whom) => ask(by.userId, "deactivate_member", { p_org: org, p_member_id: whom.memberId }),
};

async function admins(org: string): Promise<number> {
  const [row] = await superuser<{ admins: number }[]>`
    select count(*)::int as admins from public.members where org_id = ${org} and active and 'admin' = any (roles)`;
  return row?.admins ?? 0;
}

test.each([
  ["demote", "demote"],
  ["deactivate", "deactivate"],
  ["demote", "deactivate"],
] as const)("two admins who %s and %s each other at once, 100 times: one is always left", async (first, second) => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Bert Admin");
  for (let round = 0; round < 100; round++) {
    const answers = await Promise.all([
      removals[first]?.(org.id, org.admin, other),
      removals[second]?.(org.id, other, org.admin),
    ]);
    const said = answers.map((answer) => answer?.outcome ?? answer?.reason);
    expect(await admins(org.id), String(said)).toBe(1);
    expect(said.filter((word) => word === "changed")).toHaveLength(1);
    // Whoever came second is no longer an admin, or no longer there.
    expect(["role_required", "not_found"]).toContain(said.find((word) => word !== "changed"));
    await superuser`
      update public.members set active = true, deactivated_at = null, deactivated_by = null, roles = '{admin}'
      where id in ${superuser([org.admin.memberId, other.memberId])}`;
  }
});

test("two admins who give up their own role at once: one is refused", async () => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Bert Admin");
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all([
      removals.demote?.(org.id, org.admin, org.admin),
      removals.deactivate?.(org.id, other, other),
    ]);
    expect(answers.map((answer) => answer?.outcome ?? answer?.reason).sort()).toEqual(["changed", "last_admin"]);
    expect(await admins(org.id)).toBe(1);
    await superuser`
      update public.members set active = true, deactivated_at = null, deactivated_by = null, roles = '{admin}'
      where id in ${superuser([org.admin.memberId, other.memberId])}`;
  }
});

test.each(["demote", "deactivate"])(
  "the last admin cannot %s themselves; a deactivated one does not count",
  async (how) => {
    const org = await createOrganization();
    const other = await addMember(org.id, ["admin"], "Bert Admin");
    expect(await removals.deactivate?.(org.id, org.admin, other)).toMatchObject({ outcome: "changed" });
    expect(await removals[how]?.(org.id, org.admin, org.admin)).toMatchObject({ code: "PT409", reason: "last_admin" });
    expect(await admins(org.id)).toBe(1);
  },
);

test("roles are a set of known words, and every change is in the trail with its before and after", async () => {
  const org = await createOrganization();
  const set = (p_roles: unknown) =>
    ask(org.admin.userId, "set_member_roles", { p_org: org.id, p_member_id: org.requester.memberId, p_roles });
  for (const roles of [
    [],
    ["owner"],
    ["requester", null],
    ["ADMIN"],
    null,
    ["requester", "requester", "admin", "approver", "admin"],
  ]) {
    expect(await set(roles)).toMatchObject({ code: "PT422", reason: "unknown_role" });
  }
  expect(await set(["approver", "requester", "approver"])).toMatchObject({
    outcome: "changed",
    roles: ["requester", "approver"],
  });
  await removals.deactivate?.(org.id, org.admin, org.requester);
  expect(await removals.deactivate?.(org.id, org.admin, org.requester)).toMatchObject({ outcome: "unchanged" });
  const back = { p_org: org.id, p_member_id: org.requester.memberId };
  expect(await ask(org.admin.userId, "reactivate_member", back)).toMatchObject({ outcome: "changed", active: true });
  const entries = await superuser`
    select action, before, after from public.audit_entries where org_id = ${org.id} and action like 'member.%' order by seq`;
  expect([...entries]).toEqual([
    {
      action: "member.roles_changed",
      before: { member: "Carl Requester", roles: ["requester"] },
      after: { member: "Carl Requester", roles: ["requester", "approver"] },
    },
    {
      action: "member.deactivated",
      before: { member: "Carl Requester", active: true },
      after: { member: "Carl Requester", active: false },
    },
    {
      action: "member.reactivated",
      before: { member: "Carl Requester", active: false },
      after: { member: "Carl Requester", active: true },
    },
  ]);
});
