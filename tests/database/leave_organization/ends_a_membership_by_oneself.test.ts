import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const leave = (org: string, userId: string) => ask(userId, "leave_organization", { p_org: org });

test("who leaves is out at once, stays named, and only an admin brings them back", async () => {
  const org = await createOrganization();
  const answers = await Promise.all([1, 2, 3].map(() => leave(org.id, org.requester.userId)));
  expect(answers.filter(({ outcome }) => outcome === "left")).toHaveLength(1);
  expect(answers.filter(({ reason }) => reason === "not_found")).toHaveLength(2);
  const [entry] =
    await superuser`select actor_email, before, after from public.audit_entries where org_id = ${org.id} and action = 'member.left'`;
  expect(entry).toEqual({
    actor_email: org.requester.email,
    before: { member: "Carl Requester", active: true },
    after: { member: "Carl Requester", active: false },
  });
  const back = { p_org: org.id, p_member_id: org.requester.memberId };
  expect(await ask(org.requester.userId, "reactivate_member", back)).toMatchObject({ code: "PT404" });
  expect(await ask(org.admin.userId, "reactivate_member", back)).toMatchObject({ outcome: "changed" });
});

test("the last admin stays, also when two leave at once, 50 times", async () => {
  const org = await createOrganization();
  expect(await leave(org.id, org.admin.userId)).toMatchObject({ code: "PT409", reason: "last_admin" });
  const other = await addMember(org.id, ["admin", "requester"], "Bert Admin");
  for (let round = 0; round < 50; round++) {
    const answers = await Promise.all([leave(org.id, org.admin.userId), leave(org.id, other.userId)]);
    expect(answers.map(({ outcome, reason }) => outcome ?? reason).sort()).toEqual(["last_admin", "left"]);
    await superuser`
      update public.members set active = true, deactivated_at = null, deactivated_by = null where org_id = ${org.id}`;
  }
});

test("a name is one's own, bounded, and its change is in the trail", async () => {
  const org = await createOrganization();
  const rename = (p_name: unknown) => ask(org.requester.userId, "rename_member", { p_org: org.id, p_name });
  const answers = await Promise.all(["Carla", "Carla", "Carla"].map(rename));
  expect(answers.filter(({ outcome }) => outcome === "changed")).toHaveLength(1);
  expect(await rename("  Carla ")).toEqual({ outcome: "unchanged", name: "Carla" });
  expect(await rename(" ")).toMatchObject({ code: "PT422", reason: "required" });
  expect(await rename("x".repeat(121))).toMatchObject({ code: "PT422", reason: "too_long" });
  const entries =
    await superuser`select before, after from public.audit_entries where org_id = ${org.id} and action = 'member.renamed'`;
  expect([...entries]).toEqual([{ before: { member: "Carl Requester" }, after: { member: "Carla" } }]);
});
