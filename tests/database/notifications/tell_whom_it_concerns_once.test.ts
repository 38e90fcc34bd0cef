import { expect, test } from "vitest";
import { createOrder } from "../../support/order.ts";
import { addMember, deactivate } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, requestOf, resubmit, submitted, withdraw } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

async function told(team: Team, requestId: string, template: string): Promise<string[]> {
  const rows = await superuser<{ email: string }[]>`
    select recipient_email as email from public.notifications
    where org_id = ${team.id} and request_id = ${requestId} and template = ${template}::public.notification_template order by 1`;
  return rows.map(({ email }) => email);
}

const emails = (...people: { email: string }[]) => people.map(({ email }) => email).sort();
const removal = (line: string | undefined) => [{ kind: "remove_line", line_id: line }];

test("submitted: the active approvers, without the requester", async () => {
  const team = await createTeam();
  const both = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  const gone = await addMember(team.id, ["approver"], "Gerd Gone");
  await deactivate(gone);
  const order = await createOrder(team.id);
  const request = await submitted(both, order, removal(order.lines[0].id));
  expect(await told(team, request.id, "request_submitted")).toEqual(emails(team.approver, team.secondApprover));
});

test("applied: the requester and the warehouse, its shared mailbox included", async () => {
  const team = await createTeam();
  await superuser`update public.organizations set fulfillment_email = 'floor@example.test' where id = ${team.id}`;
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  await decide(team.approver, request, "approve");
  const floor = { email: "floor@example.test" };
  expect(await told(team, request.id, "request_applied")).toEqual(emails(team.fulfillment, team.requester, floor));
});

test.each([
  ["reject", "request_rejected"],
  ["return", "request_returned"],
])("after %s: the requester alone", async (decision, template) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  await decide(team.approver, request, decision, { note: "No stock" });
  expect(await told(team, request.id, template)).toEqual([team.requester.email]);
  const [row] = await superuser`
    select facts ->> 'note' as note, facts ->> 'decider' as decider, facts ->> 'reference' as reference from public.notifications
    where request_id = ${request.id} and template = ${template}::public.notification_template`;
  expect(row).toEqual({ note: "No stock", decider: "Priya Approver", reference: request.reference });
});

test("withdrawn, stale and duplicate tell nobody; a new round tells the approvers again", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  await decide(team.approver, request, "approve", { version: 9 });
  await decide(team.approver, request, "return");
  const second = requestOf(await resubmit(team.requester, request, removal(order.lines[1]?.id)));
  await withdraw(team.requester, second);
  const rows = await superuser`
    select template, count(*)::int as mails from public.notifications where request_id = ${request.id} group by 1 order by 1`;
  expect([...rows]).toEqual([
    { template: "request_submitted", mails: 4 },
    { template: "request_returned", mails: 1 },
  ]);
});

test("the facts are frozen, and one event never tells one address twice", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  await superuser`update public.orders set customer = 'Renamed' where id = ${order.id}`;
  for (let again = 0; again < 3; again++) {
    await superuser`select private.notify_request(${team.id}, ${request.id}, 'request_submitted')`;
  }
  const rows =
    await superuser`select facts ->> 'customer' as customer from public.notifications where request_id = ${request.id}`;
  expect([...rows]).toEqual([{ customer: "Acme Stores" }, { customer: "Acme Stores" }]);
});
