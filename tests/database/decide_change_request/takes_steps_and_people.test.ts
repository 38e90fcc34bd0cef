import { expect, test } from "vitest";
import { by, byAnyone, byGroup, decidersOf, namesOf, rule, saveGroup, withRules } from "../../support/approvals.ts";
import { createOrder } from "../../support/order.ts";
import { addMember } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, requestOf, resubmit, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

async function ask(team: Team, who = team.requester) {
  const order = await createOrder(team.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  return { order, change, request: await submitted(who, order, [change]) };
}

async function told(requestId: string, template: string): Promise<string[]> {
  const rows = await superuser<{ name: string }[]>`
    select recipient_name as name from public.notifications
    where request_id = ${requestId} and template = ${template}::public.notification_template order by 1`;
  return rows.map(({ name }) => name);
}

test("two steps: the first approval writes nothing, the second writes once, and each tells who can go on", async () => {
  const team = await createTeam();
  await withRules(team, rule([by([team.approver]), by([team.secondApprover])]));
  const { request } = await ask(team);
  expect(await told(request.id, "request_submitted")).toEqual(["Priya Approver"]);
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ reason: "not_your_decision" });

  const first = await decide(team.approver, request, "approve", { note: "Fine with me" });
  expect(first).toMatchObject({
    outcome: "step_approved",
    version: 1,
    step: 1,
    step_count: 2,
    waits_in_step: 2,
    next: ["Axel Approver"],
  });
  expect(await traces(request.id)).toMatchObject({ version: 1, status: "pending", writes: 0, decisions: 1, held: 1 });
  expect(await told(request.id, "request_step_approved")).toEqual(["Axel Approver"]);

  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({
    outcome: "applied",
    applied_version: 2,
    step: 2,
  });
  expect(await traces(request.id)).toEqual({
    version: 2,
    status: "applied",
    writes: 1,
    decisions: 2,
    held: 0,
    actions: ["request.submitted", "request.step_approved", "request.applied", "order.changed"],
    mails: { request_submitted: 1, request_step_approved: 1, request_applied: 2 },
  });
});

test("one person counts once: the same approver cannot take the second step, whatever the key", async () => {
  const team = await createTeam();
  await withRules(team, rule([byAnyone(), byAnyone()]));
  const { request } = await ask(team);
  await decide(team.approver, request, "approve");
  for (const decision of ["approve", "reject", "return"]) {
    expect(await decide(team.approver, request, decision)).toMatchObject({
      outcome: "already_decided",
      status: "pending",
      decided_by: "Priya Approver",
    });
  }
  expect(await traces(request.id)).toMatchObject({ status: "pending", writes: 0, decisions: 1 });
  const forged = superuser`
    insert into public.decisions (org_id, request_id, round, step, decision, outcome, decided_by, order_version, payload_hash)
    values (${team.id}, ${request.id}, 1, 2, 'approve', 'applied', ${team.approver.memberId}, 1, ${request.hash})`;
  await expect(forged).rejects.toMatchObject({ constraint_name: "decisions_count_a_person_once_per_round" });
});

test("a step that needs two people needs two, in any order", async () => {
  const team = await createTeam();
  const third = await addMember(team.id, ["approver"], "Tess Third");
  await withRules(team, rule([by([team.approver, team.secondApprover, third], 2)]));
  const { request } = await ask(team);
  expect(await decide(third, request, "approve")).toMatchObject({
    outcome: "step_approved",
    waits_in_step: 1,
    approvals: 1,
    required: 2,
    next: ["Axel Approver", "Priya Approver"],
  });
  expect(await told(request.id, "request_step_approved"), "they know of it already").toEqual([]);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("fifty approvals at once of two steps: two people, one write", async () => {
  const team = await createTeam();
  await withRules(team, rule([byAnyone(), byAnyone()]));
  const { request } = await ask(team);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      decide(index % 2 ? team.approver : team.secondApprover, request, "approve"),
    ),
  );
  const count = (outcome: string) => answers.filter((answer) => answer.outcome === outcome).length;
  expect([count("step_approved"), count("applied"), count("already_decided")]).toEqual([1, 1, 48]);
  expect(await traces(request.id)).toMatchObject({ version: 2, status: "applied", writes: 1, decisions: 2 });
});

test.each(["reject", "return"])("%s in the second step ends the round", async (decision) => {
  const team = await createTeam();
  await withRules(team, rule([by([team.approver]), by([team.secondApprover])]));
  const { request, change } = await ask(team);
  await decide(team.approver, request, "approve");
  expect(await decide(team.secondApprover, request, decision)).toMatchObject({ outcome: `${decision}ed` });
  expect(await traces(request.id)).toMatchObject({ status: `${decision}ed`, writes: 0, decisions: 2, held: 0 });
  if (decision === "reject") return;
  const again = requestOf(await resubmit(team.requester, request, [change]));
  expect(await namesOf(team.requester, again), "from the first step again").toEqual(["Priya Approver"]);
  expect(await decide(team.approver, again, "approve")).toMatchObject({ outcome: "step_approved" });
});

test("what moved between the steps: a touched field is a conflict, any other is looked at again", async () => {
  const team = await createTeam();
  await withRules(team, rule([by([team.approver]), by([team.secondApprover])]));
  const [elsewhere, touched] = [await ask(team), await ask(team)];
  for (const { request } of [elsewhere, touched]) await decide(team.approver, request, "approve");
  for (const { order } of [elsewhere, touched])
    await superuser`update public.orders set version = 2 where id = ${order.id}`;
  await superuser`update public.order_lines set quantity_ordered = 11 where id = ${touched.order.lines[0].id}`;
  expect(await decide(team.secondApprover, elsewhere.request, "approve")).toMatchObject({
    outcome: "stale",
    version: 2,
  });
  expect(await decide(team.secondApprover, elsewhere.request, "approve", { version: 2 })).toMatchObject({
    outcome: "applied",
  });
  expect(await decide(team.secondApprover, touched.request, "approve", { version: 2 })).toMatchObject({
    outcome: "conflict",
    problems: [{ field: "quantity", base: "10", now: "11", requested: "12" }],
  });
});

test("what became impossible between the steps is refused in the second", async () => {
  const team = await createTeam();
  await withRules(team, rule([by([team.approver]), by([team.secondApprover])]));
  const { request, order } = await ask(team);
  await decide(team.approver, request, "approve");
  await superuser`update public.orders set stage = 'picked' where id = ${order.id}`;
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "refused" });
  expect(await traces(request.id)).toMatchObject({ status: "refused", writes: 0, version: 1, decisions: 2 });
});

test("authors are out in every step of every round", async () => {
  const team = await createTeam();
  const author = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  await withRules(team, rule([byAnyone(), byAnyone()]));
  const { request, change } = await ask(team, author);
  expect(await decide(author, request, "approve")).toMatchObject({ code: "PT403", reason: "own_request" });
  await decide(team.approver, request, "approve");
  expect(await decide(author, request, "approve"), "step two").toMatchObject({ reason: "own_request" });
  await decide(team.secondApprover, request, "return");
  const again = requestOf(await resubmit(author, request, [change]));
  await decide(team.approver, again, "approve");
  expect(await decide(author, again, "approve"), "round two, step two").toMatchObject({ reason: "own_request" });
  expect(await namesOf(team.requester, again)).toEqual(["Axel Approver"]);
});

test("a group is who is in it at the moment of deciding", async () => {
  const team = await createTeam();
  const group = String((await saveGroup(team, [team.approver, team.secondApprover], { name: "Buyers" })).group_id);
  await withRules(team, rule([byGroup(group)]));
  const { request } = await ask(team);
  expect(await namesOf(team.requester, request)).toEqual(["Axel Approver", "Priya Approver"]);
  await saveGroup(team, [team.secondApprover], { id: group, name: "Buyers" });
  expect(await decide(team.approver, request, "approve")).toMatchObject({ reason: "not_your_decision" });
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("whom the next step cannot do without is left for it, unless nobody else can take this one", async () => {
  const team = await createTeam();
  const third = await addMember(team.id, ["approver"], "Tess Third");
  await withRules(team, rule([byAnyone(), by([team.approver])]));
  const { request } = await ask(team);
  expect(await decidersOf(team.requester, request)).toEqual([
    { name: "Axel Approver", basis: "rule", for: null },
    { name: "Tess Third", basis: "rule", for: null },
  ]);
  await superuser`update public.members set active = false, deactivated_at = now() where id in (${third.memberId}, ${team.secondApprover.memberId})`;
  expect(await namesOf(team.requester, request)).toEqual(["Priya Approver"]);
});
