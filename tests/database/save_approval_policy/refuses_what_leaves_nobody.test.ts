import { beforeAll, expect, test } from "vitest";
import { by, byAnyone, byGroup, rule, saveGroup, savePolicy, withRules } from "../../support/approvals.ts";
import { ask } from "../../support/ask.ts";
import { addMember } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { createTeam, type Team } from "../../support/team.ts";

const versions = (team: Team) =>
  superuser`select version, rules from public.approval_policies where org_id = ${team.id} order by version`;
const actions = async (team: Team) =>
  (
    await superuser<
      { action: string }[]
    >`select action from public.audit_entries where org_id = ${team.id} order by seq`
  ).map((e) => e.action);

test("a new organization starts with the default alone; every save is a version with the default at its end", async () => {
  const team = await createTeam();
  const fallback = {
    id: "default",
    name: "Everything else",
    conditions: {},
    steps: [{ approvers: { anyone: true }, required: 1 }],
  };
  expect([...(await versions(team))]).toEqual([{ version: 1, rules: [fallback] }]);
  const big = rule([by([team.approver])], { value: "500.50" }, "big");
  expect(await savePolicy(team, [big])).toMatchObject({ outcome: "saved", version: 2 });
  expect(await savePolicy(team, [big, fallback])).toMatchObject({ outcome: "unchanged", version: 2 });
  expect(await savePolicy(team, [])).toMatchObject({ outcome: "saved", version: 3 });
  const canonical = {
    id: "big",
    name: "The big",
    conditions: { value: "500.5" },
    steps: [{ approvers: { members: [team.approver.memberId] }, required: 1 }],
  };
  expect((await versions(team)).map(({ rules }) => rules)).toEqual([[fallback], [canonical, fallback], [fallback]]);
  expect((await actions(team)).slice(1)).toEqual(["approval_policy.saved", "approval_policy.saved"]);
});

test("a version nobody has on screen any more is stale, and of two at once one is", async () => {
  const team = await createTeam();
  expect(await savePolicy(team, [rule([byAnyone()])], { version: 7 })).toMatchObject({ outcome: "stale", version: 1 });
  const answers = await Promise.all(
    ["a", "b"].map((id) => savePolicy(team, [rule([byAnyone()], {}, id)], { version: 1 })),
  );
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale"]);
  expect(await versions(team)).toHaveLength(2);
});

test("one key is one version", async () => {
  const team = await createTeam();
  const save = () => savePolicy(team, [rule([byAnyone()])], { version: 1, key: "the-same-key" });
  const answers = await Promise.all([save(), save(), save()]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(["saved", "saved", "saved"]);
  expect(answers.filter(({ replayed }) => replayed)).toHaveLength(2);
  expect(await versions(team)).toHaveLength(2);
});

const short = (facts: object) => ({
  outcome: "refused",
  problems: [{ code: "too_few_approvers", rule_id: "rule", ...facts }],
});

test("refused: a step with nobody in it, not enough in it, or nobody once they ask themselves", async () => {
  const team = await createTeam();
  const both = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  expect(await savePolicy(team, [rule([by([team.requester])])])).toMatchObject(
    short({ step: 1, available: 0, needed: 1 }),
  );
  expect(await savePolicy(team, [rule([by([team.deactivated])])])).toMatchObject(short({ step: 1, available: 0 }));
  expect(await savePolicy(team, [rule([by([team.approver, team.secondApprover], 3)])])).toMatchObject(
    short({ available: 2, needed: 3 }),
  );
  expect(await savePolicy(team, [rule([by([both])])])).toMatchObject(
    short({ available: 0, when_asked_by: "Sam Senior" }),
  );
  expect(await savePolicy(team, [rule([byAnyone(3)])])).toMatchObject(
    short({ available: 2, when_asked_by: "Sam Senior" }),
  );
  // Whoever the rule is not for is not in the way.
  const forOthers = rule([by([both])], { requesters: [team.requester.memberId] });
  expect(await savePolicy(team, [forOthers])).toMatchObject({ outcome: "saved" });
  expect(await actions(team)).toEqual([
    "organization.created",
    ...Array(5).fill("approval_policy.refused"),
    "approval_policy.saved",
  ]);
});

test("refused: two steps that only one and the same person could take", async () => {
  const team = await createTeam();
  const twice = rule([by([team.approver]), by([team.approver])]);
  expect(await savePolicy(team, [twice])).toMatchObject(short({ needed: 2, available: 1 }));
  const apart = rule([by([team.approver]), by([team.approver, team.secondApprover])]);
  expect(await savePolicy(team, [apart])).toMatchObject({ outcome: "saved" });
});

test("a group in a rule keeps enough people, and is not put away", async () => {
  const team = await createTeam();
  const made = await saveGroup(team, [team.approver, team.secondApprover], { name: "Buyers" });
  const group = String(made.group_id);
  await withRules(team, rule([byGroup(group, 2)]));
  const leftOut = await saveGroup(team, [team.approver], { id: group, name: "Renamed" });
  expect(leftOut).toMatchObject(short({ step: 1, available: 1, needed: 2 }));
  expect(
    await saveGroup(team, [team.approver, team.secondApprover], { id: group, name: "Buyers", active: false }),
  ).toMatchObject({
    outcome: "refused",
    problems: [{ code: "group_in_use" }],
  });
  expect(await saveGroup(team, [], { name: " BUYERS " })).toMatchObject({
    outcome: "refused",
    problems: [{ code: "name_taken" }],
  });
  const [row] = await superuser`
    select g.name, g.active, count(*)::int as members from public.approver_groups g
    join public.approver_group_members m on m.group_id = g.id where g.id = ${group} group by 1, 2`;
  expect(row).toEqual({ name: "Buyers", active: true, members: 2 });
  expect((await actions(team)).filter((action) => action.startsWith("approver_group"))).toEqual([
    "approver_group.saved",
    "approver_group.refused",
    "approver_group.refused",
    "approver_group.refused",
  ]);
});

test("when people leave, the rules that become short are shown, and admins hear of them once", async () => {
  const team = await createTeam();
  await withRules(team, rule([by([team.approver])], {}, "priya"), rule([byAnyone()], {}, "fine"));
  const args = { p_org: team.id, p_member_id: team.approver.memberId };
  const problems = () =>
    superuser`select problem ->> 'rule_id' as rule from public.approval_policy_problems where org_id = ${team.id}`;
  expect([...(await problems())]).toEqual([]);
  await ask(team.admin.userId, "deactivate_member", args);
  expect([...(await problems())]).toEqual([{ rule: "priya" }]);
  await ask(team.admin.userId, "set_member_roles", { ...args, p_roles: ["approver"] });
  const mails = await superuser`
    select recipient_email as email, facts -> 'problems' -> 0 ->> 'rule' as rule from public.notifications
    where org_id = ${team.id} and template = 'approval_policy_problem'`;
  expect([...mails]).toEqual([{ email: team.admin.email, rule: "The priya" }]);
});

let shared: Team;
beforeAll(async () => {
  shared = await createTeam();
});

const step = byAnyone();
test.each<[string, unknown, string]>([
  ["no array", {}, "invalid_rules"],
  ["null", null, "invalid_rules"],
  ["a rule that is a text", ["x"], "invalid_rule"],
  ["an unknown key", [{ ...rule([step]), always: true }], "invalid_rule"],
  ["no id", [{ ...rule([step]), id: "" }], "invalid_id"],
  ["the id of the default", [rule([step], {}, "default"), rule([step])], "invalid_id"],
  ["one id twice", [rule([step]), rule([step])], "invalid_id"],
  ["a name nobody sees", [{ ...rule([step]), name: "\u200b" }], "invalid_name"],
  ["a long name", [{ ...rule([step]), name: "x".repeat(81) }], "invalid_name"],
  ["no step", [rule([])], "invalid_steps"],
  ["three steps", [rule([step, step, step])], "invalid_steps"],
  ["a step without approvers", [rule([{ approvers: {} }])], "required"],
  ["nobody required", [rule([byAnyone(0)])], "invalid_required"],
  ["six required", [rule([byAnyone(6)])], "invalid_required"],
  ["a stranger", [rule([{ approvers: { members: ["00000000-0000-4000-8000-000000000000"] } }])], "invalid_members"],
  ["a group that is not there", [rule([byGroup("00000000-0000-4000-8000-000000000000")])], "invalid_groups"],
  ["an unknown condition", [rule([step], { weather: "rain" })], "unknown_field"],
  ["an unknown kind", [rule([step], { kinds: ["delete_order"] })], "invalid_kinds"],
  ["no kind", [rule([step], { kinds: [] })], "invalid_kinds"],
  ["an unknown stage", [rule([step], { stages: ["lost"] })], "invalid_stages"],
  ["an unknown requester", [rule([step], { requesters: ["x"] })], "invalid_requesters"],
  ["zero units", [rule([step], { quantity: "0" })], "invalid_quantity"],
  ["negative money", [rule([step], { value: "-1" })], "invalid_value"],
  ["money that is no number", [rule([step], { value: "NaN" })], "invalid_value"],
  ["half a day", [rule([step], { days_moved: 1.5 })], "invalid_days_moved"],
  ["days that never come", [rule([step], { days_to_ship: 99999 })], "invalid_days_to_ship"],
  ["an empty pattern", [rule([step], { sku: " " })], "invalid_sku"],
  ["too many stars", [rule([step], { customer: "*a*b*c*d*e*" })], "invalid_customer"],
  ["51 rules", Array.from({ length: 51 }, (_, index) => rule([step], {}, `r${index}`)), "too_many_rules"],
])("malformed: %s", async (_, rules, reason) => {
  expect(await savePolicy(shared, rules)).toMatchObject({ code: "PT422", reason });
  expect(await versions(shared)).toHaveLength(1);
});
