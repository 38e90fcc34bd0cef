import { expect, test } from "vitest";
import {
  by,
  byAnyone,
  decidersOf,
  delegate,
  inDaysFromNow,
  namesOf,
  rule,
  withRules,
} from "../../support/approvals.ts";
import { ask } from "../../support/ask.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, type Member } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

async function askIn(team: Team, who: Member = team.requester) {
  const order = await createOrder(team.id);
  return submitted(who, order, [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }]);
}

/** Priya alone decides; Axel stands in for her where a test lets him. */
async function priyaDecides(): Promise<Team> {
  const team = await createTeam();
  await withRules(team, rule([by([team.approver])]));
  return team;
}

const trail = async (team: Team) => [
  ...(await superuser`
    select action, actor_name as who, after ->> 'from' as from, after ->> 'to' as to from public.audit_entries
    where org_id = ${team.id} and action like 'delegation.%' order by seq`),
];

test("the delegate decides, and record, trail and mail say for whom", async () => {
  const team = await priyaDecides();
  expect(await delegate(team, team.approver, team.secondApprover, { note: "On holiday" })).toMatchObject({
    outcome: "saved",
  });
  const request = await askIn(team);
  expect(await decidersOf(team.requester, request)).toEqual([
    { name: "Axel Approver", basis: "delegate", for: "Priya Approver" },
    { name: "Priya Approver", basis: "rule", for: null },
  ]);
  const told = await superuser<{ name: string }[]>`
    select recipient_name as name from public.notifications where request_id = ${request.id} and template = 'request_submitted' order by 1`;
  expect(told.map(({ name }) => name)).toEqual(["Axel Approver", "Priya Approver"]);
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "applied" });
  const [row] = await superuser`
    select d.basis, d.on_behalf_of, r.decided_for, e.after ->> 'on_behalf_of' as said, n.facts ->> 'decided_for' as mailed
    from public.decisions d join public.change_requests r on r.id = d.request_id
    join public.audit_entries e on e.request_id = r.id and e.action = 'request.applied'
    join public.notifications n on n.request_id = r.id and n.template = 'request_applied' and n.recipient_id = r.requested_by
    where r.id = ${request.id}`;
  const priya = team.approver.memberId;
  expect(row).toEqual({
    basis: "delegate",
    on_behalf_of: priya,
    decided_for: priya,
    said: "Priya Approver",
    mailed: "Priya Approver",
  });
  expect(await trail(team)).toEqual([
    { action: "delegation.saved", who: "Priya Approver", from: "Priya Approver", to: "Axel Approver" },
  ]);
  const mails =
    await superuser`select recipient_email as email from public.notifications where org_id = ${team.id} and template = 'delegation'`;
  expect([...mails]).toEqual([{ email: team.secondApprover.email }]);
});

test("an admin arranges it for somebody absent, who is told as well; nobody else does", async () => {
  const team = await priyaDecides();
  const third = await addMember(team.id, ["approver"], "Tess Third");
  expect(await delegate(team, team.approver, team.secondApprover, { by: third })).toMatchObject({
    code: "PT403",
    reason: "not_your_delegation",
  });
  expect(await delegate(team, team.approver, team.secondApprover, { by: team.admin })).toMatchObject({
    outcome: "saved",
  });
  const mails =
    await superuser`select count(*)::int as mails from public.notifications where org_id = ${team.id} and template = 'delegation'`;
  expect([...mails]).toEqual([{ mails: 2 }]);
});

test.each([
  ["before it starts", "starts_at = now() + interval '1 hour', ends_at = now() + interval '2 hours'"],
  ["after it ended", "starts_at = now() - interval '2 hours', ends_at = now() - interval '1 second'"],
  ["once it is revoked", "revoked_at = now(), revoked_by = created_by"],
])("%s the delegate cannot decide", async (_, change) => {
  const team = await priyaDecides();
  await delegate(team, team.approver, team.secondApprover);
  const request = await askIn(team);
  await superuser.unsafe(`update public.delegations set ${change} where org_id = $1`, [team.id]);
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({
    code: "PT403",
    reason: "not_your_decision",
  });
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("revoked by the principal or an admin, once", async () => {
  const team = await priyaDecides();
  const first = await delegate(team, team.approver, team.secondApprover);
  const revoke = (who: Member) => ask(who.userId, "revoke_delegation", { p_delegation_id: first.delegation_id });
  expect(await revoke(team.secondApprover)).toMatchObject({ code: "PT403", reason: "not_your_delegation" });
  const answers = await Promise.all([revoke(team.approver), revoke(team.admin)]);
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["revoked", "unchanged"]);
  expect((await trail(team)).map(({ action }) => action)).toEqual(["delegation.saved", "delegation.revoked"]);
});

test("a delegate's delegate is nobody", async () => {
  const team = await priyaDecides();
  const third = await addMember(team.id, ["approver"], "Tess Third");
  await delegate(team, team.approver, team.secondApprover);
  await delegate(team, team.secondApprover, third);
  const request = await askIn(team);
  expect(await namesOf(team.requester, request)).toEqual(["Axel Approver", "Priya Approver"]);
  expect(await decide(third, request, "approve")).toMatchObject({ reason: "not_your_decision" });
});

test("whoever stands in for an author is as barred as the author, also before it starts and in every step", async () => {
  const team = await createTeam();
  const author = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  const third = await addMember(team.id, ["approver"], "Tess Third");
  await withRules(team, rule([byAnyone(), byAnyone()]));
  await delegate(team, author, team.secondApprover, { starts: inDaysFromNow(2) });
  const request = await askIn(team, author);
  expect(await namesOf(team.requester, request)).toEqual(["Priya Approver", "Tess Third"]);
  for (const decision of ["approve", "reject", "return"]) {
    expect(await decide(team.secondApprover, request, decision)).toMatchObject({
      code: "PT403",
      reason: "stands_for_author",
    });
  }
  await decide(third, request, "approve");
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ reason: "stands_for_author" });
  // Once it is over there is nothing in the way.
  await superuser`update public.delegations set starts_at = now() - interval '1 day', ends_at = now() - interval '1 second' where org_id = ${team.id}`;
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("an author's say is not handed on to anybody", async () => {
  const team = await createTeam();
  const author = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  await withRules(team, rule([by([author, team.approver])]));
  await delegate(team, author, team.secondApprover);
  const request = await askIn(team, author);
  expect(await namesOf(team.requester, request)).toEqual(["Priya Approver"]);
});

test("one say is one approval: not the delegate's and the principal's both", async () => {
  const team = await createTeam();
  const third = await addMember(team.id, ["approver"], "Tess Third");
  const fourth = await addMember(team.id, ["approver"], "Fay Fourth");
  await withRules(team, rule([by([team.approver, team.secondApprover], 2)]));
  await delegate(team, team.approver, third);
  await delegate(team, team.approver, fourth);
  const request = await askIn(team);
  expect(await decide(third, request, "approve")).toMatchObject({ outcome: "step_approved", next: ["Axel Approver"] });
  expect(await decide(team.approver, request, "approve")).toMatchObject({ reason: "not_your_decision" });
  expect(await decide(fourth, request, "approve")).toMatchObject({ reason: "not_your_decision" });
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("a delegate who loses the role, or whose principal does, cannot decide", async () => {
  const team = await priyaDecides();
  await delegate(team, team.approver, team.secondApprover);
  const request = await askIn(team);
  const set = (member: Member, roles: string[]) =>
    ask(team.admin.userId, "set_member_roles", { p_org: team.id, p_member_id: member.memberId, p_roles: roles });
  await set(team.secondApprover, ["requester"]);
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({ reason: "role_required" });
  await set(team.secondApprover, ["approver"]);
  await set(team.approver, ["fulfillment"]);
  expect(await decidersOf(team.requester, request), "as any approver now, not for Priya").toEqual([
    { name: "Axel Approver", basis: "backup", for: null },
  ]);
});

test("refused: nothing to hand on, and nobody to hand it to", async () => {
  const team = await createTeam();
  expect(await delegate(team, team.requester, team.approver, { by: team.admin })).toMatchObject({
    outcome: "refused",
    problems: [{ code: "nothing_to_delegate", member: "Carl Requester" }],
  });
  expect(await delegate(team, team.approver, team.requester)).toMatchObject({
    outcome: "refused",
    problems: [{ code: "member_cannot_decide", member: "Carl Requester" }],
  });
  expect((await trail(team)).map(({ action }) => action)).toEqual(["delegation.refused", "delegation.refused"]);
});

test.each<[string, object, string]>([
  ["without an end", { ends: null }, "invalid_end"],
  ["that is over", { ends: inDaysFromNow(-1) }, "invalid_end"],
  ["that ends before it starts", { starts: inDaysFromNow(3), ends: inDaysFromNow(2) }, "invalid_end"],
  ["for years", { ends: inDaysFromNow(400) }, "invalid_end"],
  ["in years", { starts: inDaysFromNow(400), ends: inDaysFromNow(401) }, "invalid_start"],
])("malformed: %s", async (_, options, reason) => {
  const team = await createTeam();
  expect(await delegate(team, team.approver, team.secondApprover, options)).toMatchObject({ code: "PT422", reason });
  expect(await delegate(team, team.approver, team.approver)).toMatchObject({
    code: "PT422",
    reason: "invalid_delegate",
  });
});
