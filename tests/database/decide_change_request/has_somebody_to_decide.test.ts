import { expect, test } from "vitest";
import { by, byAnyone, decidersOf, delegate, rule, withRules } from "../../support/approvals.ts";
import { type Answer, ask } from "../../support/ask.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Member, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, requestOf, resubmit, submit, submitted } from "../../support/requests.ts";
import { traces } from "../../support/traces.ts";
import { untilBlockedBy } from "../../support/waiting.ts";

async function askedIn(org: Organization, who: Member = org.requester) {
  const order = await createOrder(org.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  return { order, change, request: await submitted(who, order, [change]) };
}

const switchOff = (org: Organization, member: Member, by: Member = org.admin) =>
  ask(by.userId, "deactivate_member", { p_org: org.id, p_member_id: member.memberId });
const giveRoles = (org: Organization, member: Member, roles: string[]) =>
  ask(org.admin.userId, "set_member_roles", { p_org: org.id, p_member_id: member.memberId, p_roles: roles });

test("when those whom the rule names are gone every approver can decide, and then every admin", async () => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["approver"], "Olga Other");
  await withRules(org, rule([by([org.approver])]));
  const { request } = await askedIn(org);
  expect(await decide(other, request, "approve")).toMatchObject({ reason: "not_your_decision" });
  await switchOff(org, org.approver);
  expect(await decidersOf(org.requester, request)).toEqual([{ name: "Olga Other", basis: "backup", for: null }]);
  expect(await decide(org.admin, request, "approve")).toMatchObject({ code: "PT403", reason: "role_required" });
  await switchOff(org, other);
  expect(await decidersOf(org.requester, request)).toEqual([{ name: "Ada Admin", basis: "admin", for: null }]);
  expect(await decide(org.admin, request, "approve")).toMatchObject({ outcome: "applied" });
  const [row] = await superuser`
    select d.basis, e.after ->> 'basis' as said from public.decisions d
    join public.audit_entries e on e.request_id = d.request_id and e.action = 'request.applied' where d.request_id = ${request.id}`;
  expect(row).toEqual({ basis: "admin", said: "admin" });
});

test("nobody else at all: refused when it is sent, kept and on record", async () => {
  const org = await createOrganization();
  await giveRoles(org, org.admin, ["admin", "approver", "requester"]);
  await switchOff(org, org.approver);
  const order = await createOrder(org.id);
  const answer = await submit(org.admin, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  expect(answer).toMatchObject({ outcome: "refused", problems: [{ code: "nobody_can_decide", needed: 1 }] });
  expect(await traces(String(answer.request_id))).toMatchObject({
    status: "refused",
    held: 0,
    actions: ["check.refused"],
    mails: {},
  });
});

test("a rule that needs more people than there are: refused when it is sent", async () => {
  const org = await createOrganization();
  await addMember(org.id, ["approver"]);
  await withRules(org, rule([byAnyone(), byAnyone()]));
  const author = await addMember(org.id, ["requester", "approver"], "Sam Senior");
  const order = await createOrder(org.id);
  const change = { kind: "remove_line", line_id: order.lines[0].id };
  await switchOff(org, org.approver);
  await giveRoles(org, author, ["requester", "approver", "admin"]);
  // One approver and one admin besides the author are two people; without the admin there is one.
  const enough = await submit(author, order, [change]);
  expect(enough).toMatchObject({ outcome: "submitted" });
  await ask(author.userId, "withdraw_change_request", {
    p_request_id: enough.request_id,
    p_idempotency_key: "withdraw-it",
  });
  await switchOff(org, org.admin, author);
  expect(await submit(author, order, [change])).toMatchObject({
    outcome: "refused",
    problems: [{ code: "nobody_can_decide", needed: 2 }],
  });
});

const ways: Record<string, (org: Organization, last: Member) => Promise<Answer>> = {
  "is deactivated": (org, last) => switchOff(org, last),
  "loses the role": (org, last) => giveRoles(org, last, ["requester"]),
  leaves: (org, last) => ask(last.userId, "leave_organization", { p_org: org.id }),
};

test.each(Object.keys(ways))("when the last who could decide %s it goes back, told and on record", async (way) => {
  const org = await createOrganization();
  const author = await addMember(org.id, ["requester", "admin"], "Sam Senior");
  await giveRoles(org, org.admin, ["requester"]);
  // The admin's own request, so that no backup is left besides the approver.
  const { request, change } = await askedIn(org, author);
  const helper = { ...org, admin: author };
  const unconcerned = await askedIn(org);
  await ways[way]?.(helper, org.approver);
  expect(await traces(request.id)).toMatchObject({
    status: "returned",
    writes: 0,
    held: 0,
    decisions: 0,
    actions: ["request.submitted", "request.returned"],
    mails: { request_submitted: 1, request_returned: 1 },
  });
  const [entry] = await superuser`
    select e.actor_id, e.after ->> 'cause' as cause from public.audit_entries e where e.request_id = ${request.id} and e.action = 'request.returned'`;
  expect(entry).toEqual({ actor_id: null, cause: "nobody_can_decide" });
  expect((await traces(unconcerned.request.id)).status, "the admin can decide this one").toBe("pending");
  // With a new approver the requester sends it again.
  const next = await addMember(org.id, ["approver"], "Nina Next");
  const again = requestOf(await resubmit(author, request, [change]));
  expect(await decide(next, again, "approve")).toMatchObject({ outcome: "applied" });
});

test("of a two-step request nobody is left for step two: it goes back", async () => {
  const org = await createOrganization();
  const second = await addMember(org.id, ["approver"], "Olga Other");
  const author = await addMember(org.id, ["requester", "admin"], "Sam Senior");
  await giveRoles(org, org.admin, ["requester"]);
  await withRules({ ...org, admin: author }, rule([by([org.approver]), by([second])]));
  const { request } = await askedIn(org, author);
  await decide(org.approver, request, "approve");
  await switchOff(org, second, author);
  expect(await traces(request.id)).toMatchObject({ status: "returned", writes: 0, decisions: 1 });
});

/** Two people are needed and there are two: the approver, and the admin as a backup. */
async function justEnough(): Promise<Organization> {
  const org = await createOrganization();
  const second = await addMember(org.id, ["approver"], "Olga Other");
  await withRules(org, rule([byAnyone(), byAnyone()]));
  await switchOff(org, second);
  return org;
}

test("who sends and who leaves at once, 20 times: never a request that too few can decide", async () => {
  const org = await justEnough();
  for (let round = 0; round < 20; round++) {
    const order = await createOrder(org.id);
    const [answer] = await Promise.all([
      submit(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]),
      switchOff(org, org.approver),
    ]);
    const { status } = await traces(String(answer.request_id));
    const isSent = answer.outcome === "submitted";
    expect([answer.outcome, status]).toEqual(isSent ? ["submitted", "returned"] : ["refused", "refused"]);
    await ask(org.admin.userId, "reactivate_member", { p_org: org.id, p_member_id: org.approver.memberId });
  }
});

test("a deactivation waits for a request that is being sent, and sends it back", async () => {
  const org = await justEnough();
  const order = await createOrder(org.id);
  const work: Promise<Answer>[] = [];
  await superuser.begin(async (sql) => {
    const [own] = await sql<{ pid: number }[]>`
      select pg_backend_pid() as pid from public.orders where id = ${order.id} for update`;
    work.push(submit(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]));
    await untilBlockedBy(own?.pid ?? 0);
    const [sender] = await sql<{ pid: number }[]>`
      select a.pid from pg_stat_activity a where ${own?.pid ?? 0} = any (pg_blocking_pids(a.pid))`;
    work.push(switchOff(org, org.approver));
    await untilBlockedBy(sender?.pid ?? 0);
  });
  const [sent, left] = await Promise.all(work);
  expect([sent?.outcome, left?.outcome]).toEqual(["submitted", "changed"]);
  expect((await traces(String(sent?.request_id))).status).toBe("returned");
});

test("a delegation that would leave nobody for what its principal asked is refused", async () => {
  const org = await createOrganization();
  const author = await addMember(org.id, ["requester", "approver", "admin"], "Sam Senior");
  await giveRoles(org, org.admin, ["requester"]);
  const { request } = await askedIn(org, author);
  expect(await delegate(org, author, org.approver)).toMatchObject({
    outcome: "refused",
    problems: [{ code: "would_leave_nobody", reference: request.reference }],
  });
  expect(await decide(org.approver, request, "approve")).toMatchObject({ outcome: "applied" });
  expect(await delegate(org, author, org.approver)).toMatchObject({ outcome: "saved" });
});
