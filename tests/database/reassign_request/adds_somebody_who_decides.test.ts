import { expect, test } from "vitest";
import { by, decidersOf, delegate, namesOf, reassign, rule, withRules } from "../../support/approvals.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, type Member } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, requestOf, resubmit, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

async function priyaDecides(who?: (team: Team) => Member) {
  const team = await createTeam();
  const author = who?.(team) ?? team.requester;
  await withRules(team, rule([by([team.approver])]));
  const order = await createOrder(team.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  return { team, change, request: await submitted(author, order, [change]) };
}

test("whoever could decide hands it over, is not out of it, and the other one is told", async () => {
  const { team, request } = await priyaDecides();
  expect(await reassign(team.approver, request, team.secondApprover, "You know them")).toMatchObject({
    outcome: "reassigned",
    member: "Axel Approver",
  });
  expect(await decidersOf(team.requester, request)).toEqual([
    { name: "Axel Approver", basis: "assigned", for: null },
    { name: "Priya Approver", basis: "rule", for: null },
  ]);
  const [mail] = await superuser`
    select recipient_email as email, facts ->> 'note' as note, facts ->> 'assigned_by' as by from public.notifications
    where request_id = ${request.id} and template = 'request_reassigned'`;
  expect(mail).toEqual({ email: team.secondApprover.email, note: "You know them", by: "Priya Approver" });
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "applied" });
  expect((await traces(request.id)).actions).toEqual([
    "request.submitted",
    "request.reassigned",
    "request.applied",
    "order.changed",
  ]);
});

test("an admin hands over what is not theirs to decide; another approver does not", async () => {
  const { team, request } = await priyaDecides();
  expect(await reassign(team.secondApprover, request, team.secondApprover)).toMatchObject({
    code: "PT403",
    reason: "not_your_decision",
  });
  expect(await reassign(team.admin, request, team.secondApprover)).toMatchObject({ outcome: "reassigned" });
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("an author hands nothing over, not even as an admin", async () => {
  const team = await createTeam();
  const author = await addMember(team.id, ["requester", "approver", "admin"], "Sam Senior");
  const order = await createOrder(team.id);
  const request = await submitted(author, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  expect(await reassign(author, request, team.secondApprover)).toMatchObject({ code: "PT403", reason: "own_request" });
});

test.each<[string, (team: Team) => Promise<Member> | Member]>([
  ["the author", (team) => team.requester],
  ["somebody without the role", (team) => team.fulfillment],
  ["somebody who left", (team) => team.deactivated],
])("refused: to %s", async (_, whom) => {
  const { team, request } = await priyaDecides();
  expect(await reassign(team.approver, request, await whom(team))).toMatchObject({
    outcome: "refused",
    problems: [{ code: "member_cannot_decide" }],
  });
  expect(await namesOf(team.requester, request)).toEqual(["Priya Approver"]);
  expect((await traces(request.id)).actions).toEqual(["request.submitted", "check.refused"]);
});

test("refused: to whoever stands in for the author, and to whoever approved already", async () => {
  const team = await createTeam();
  const author = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  const third = await addMember(team.id, ["approver"], "Tess Third");
  await withRules(team, rule([by([team.approver]), by([team.secondApprover])]));
  await delegate(team, author, third);
  const order = await createOrder(team.id);
  const request = await submitted(author, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  expect(await reassign(team.admin, request, third)).toMatchObject({ outcome: "refused" });
  await decide(team.approver, request, "approve");
  expect(await reassign(team.admin, request, team.approver)).toMatchObject({ outcome: "refused" });
});

test("it holds for one step of one round", async () => {
  const { team, request, change } = await priyaDecides();
  await reassign(team.approver, request, team.secondApprover);
  await decide(team.secondApprover, request, "return");
  const again = requestOf(await resubmit(team.requester, request, [change]));
  expect(await namesOf(team.requester, again)).toEqual(["Priya Approver"]);
  await decide(team.approver, again, "approve");
  expect(await reassign(team.approver, again, team.secondApprover)).toMatchObject({
    outcome: "already_decided",
    status: "applied",
  });
});
