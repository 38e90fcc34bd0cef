import { expect, test } from "vitest";
import { askAs } from "../../support/ask.ts";
import { inDays } from "../../support/days.ts";
import { createOrder, type Order, type OrderFacts } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submit, submitted } from "../../support/requests.ts";
import { traces } from "../../support/traces.ts";

const settle = (request: Request) => askAs("service_role", "settle_due_request", { p_request_id: request.id });
/** Puts the deadline so many minutes from now, as if the clock had gone on. */
const due = (request: Request, minutes: number) => superuser`
  update public.change_requests
  set due_at = now() + make_interval(mins => ${minutes}), submitted_at = now() - interval '2 days' where id = ${request.id}`;
const row = async (request: Request) => {
  const [found] =
    await superuser`select status, due_at, reminded_at, escalated_at from public.change_requests where id = ${request.id}`;
  return found;
};
const mails = async (request: Request) => {
  const rows = await superuser<{ template: string; recipient_email: string }[]>`
    select template, recipient_email from public.notifications where request_id = ${request.id} and template <> 'request_submitted' order by 1, 2`;
  return rows.map(({ template, recipient_email }) => [template, recipient_email]);
};

async function asked(facts: OrderFacts = {}): Promise<{ org: Organization; order: Order; request: Request }> {
  const org = await createOrganization();
  const order = await createOrder(org.id, { shipDate: inDays(20), ...facts });
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  return { org, order, request: await submitted(org.requester, order, [change]) };
}

test("a request is due at the cut-off of the earliest day it touches", async () => {
  const org = await createOrganization();
  await superuser`update public.sites set work_days = '{1,2,3,4,5,6,7}', ship_cutoff = '15:30' where org_id = ${org.id}`;
  const dueOf = async (facts: OrderFacts, changes: (order: Order) => { kind: string; [field: string]: unknown }[]) => {
    const order = await createOrder(org.id, facts);
    return (
      ((await row(await submitted(org.requester, order, changes(order))))?.due_at as Date | null)?.toISOString() ?? null
    );
  };
  const at = (days: number) => `${inDays(days)}T15:30:00.000Z`;
  const lines = [{ shipDate: inDays(9) }, { shipDate: inDays(7) }, {}];
  const quantity = (order: Order, index: number) => ({
    kind: "set_quantity",
    line_id: order.lines[index]?.id,
    quantity: "3",
  });

  expect(await dueOf({ shipDate: inDays(5), lines }, (order) => [quantity(order, 0)])).toBe(at(9));
  expect(await dueOf({ shipDate: inDays(5), lines }, (order) => [quantity(order, 0), quantity(order, 1)])).toBe(at(7));
  expect(await dueOf({ shipDate: inDays(5), lines }, (order) => [quantity(order, 2)])).toBe(at(5));
  const earlier = [{ kind: "set_order_date", requested_ship_date: inDays(3) }];
  expect(await dueOf({ shipDate: inDays(5) }, () => earlier)).toBe(at(3));
  expect(await dueOf({ shipDate: null }, (order) => [quantity(order, 0)])).toBe(null);
  // What should have left already leaves with the next truck.
  const [overdue] = [await dueOf({ shipDate: inDays(-40) }, (order) => [quantity(order, 0)])];
  expect([at(0), at(1)]).toContain(overdue);
});

test("nothing is due before its time", async () => {
  const { request } = await asked();
  expect(await settle(request)).toEqual({ outcome: "nothing" });
  expect(await row(request)).toMatchObject({ status: "pending", reminded_at: null });
});

test("reminded once, warned once with the admins, then expired: its people are told, its targets are free", async () => {
  const { org, order, request } = await asked();
  await due(request, 170);
  expect(await settle(request)).toMatchObject({ outcome: "reminded" });
  expect(await settle(request)).toEqual({ outcome: "nothing" });
  expect(await mails(request)).toEqual([["request_reminder", org.approver.email]]);

  await due(request, 50);
  expect(await settle(request)).toMatchObject({ outcome: "escalated" });
  expect(await settle(request)).toEqual({ outcome: "nothing" });
  const warned = (await mails(request)).filter(([template]) => template === "request_escalated");
  expect(warned.map(([, email]) => email)).toEqual([org.admin.email, org.approver.email].sort());

  await due(request, -1);
  expect(await settle(request)).toMatchObject({ outcome: "expired", why: "cutoff_passed" });
  expect(await settle(request)).toEqual({ outcome: "nothing" });
  const told = (await mails(request)).filter(([template]) => template === "request_expired");
  expect(told.map(([, email]) => email)).toEqual([org.approver.email, org.requester.email].sort());
  expect(await traces(request.id)).toMatchObject({
    status: "expired",
    held: 0,
    writes: 0,
    version: 1,
    actions: ["request.submitted", "request.reminded", "request.escalated", "request.expired"],
  });
  expect(await decide(org.approver, request, "approve")).toMatchObject({
    outcome: "already_decided",
    status: "expired",
  });
  // The same can be asked again.
  const again = await submit(org.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);
  expect(again).toMatchObject({ outcome: "submitted" });
});

test("a decision after the cut-off comes too late, whether the scheduled route came by or not", async () => {
  const { org, request } = await asked();
  await due(request, -1);
  const answers = await Promise.all(
    ["approve", "reject", "return", "approve"].map((decision) => decide(org.approver, request, decision)),
  );
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
    "already_decided",
    "already_decided",
    "already_decided",
    "expired",
  ]);
  expect(await traces(request.id)).toMatchObject({ status: "expired", writes: 0, version: 1 });
});

test.each(["Picked", "Shipped", "Cancelled", "Whatever"])(
  "an order that became %s ends what waits for it",
  async (word) => {
    const { org, order, request } = await asked();
    await superuser`
    update public.orders set status_word = ${word}, stage = private.stage_of_word(org_id, ${word}), version = version + 1 where id = ${order.id}`;
    const [found] = await superuser<{ found: boolean }[]>`
    select ${request.id} in (select request_id from private.find_due_requests(1000)) as found`;
    expect(found).toEqual({ found: true });
    expect(await settle(request)).toMatchObject({ outcome: "expired", why: "order_locked" });
    expect((await mails(request)).map(([, email]) => email)).toEqual([org.approver.email, org.requester.email].sort());
  },
);

test("what can still be written in part waits on", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { shipDate: inDays(20) });
  const changes = order.lines.map(({ id }) => ({ kind: "set_quantity", line_id: id, quantity: "12" }));
  const request = await submitted(org.requester, order, changes);
  await superuser`update public.order_lines set quantity_picked = quantity_ordered where id = ${order.lines[0].id}`;
  await superuser`update public.orders set version = version + 1 where id = ${order.id}`;
  expect(await settle(request)).toEqual({ outcome: "nothing" });
});

test("fifty schedulers and an approver at once end it once", async () => {
  const { org, request } = await asked();
  await due(request, -1);
  const answers = await Promise.all([
    decide(org.approver, request, "approve"),
    ...Array.from({ length: 50 }, () => settle(request)),
  ]);
  expect(answers.filter(({ outcome }) => outcome === "expired")).toHaveLength(1);
  expect(answers.filter(({ code }) => code)).toEqual([]);
  expect((await traces(request.id)).actions).toEqual(["request.submitted", "request.expired"]);
});

test("the deadline follows the order and the site's calendar, across a change of clocks", async () => {
  const { org, order, request } = await asked();
  const refresh = () => superuser`select from private.find_due_requests(1)`;
  await superuser`update public.sites set time_zone = 'America/New_York', ship_cutoff = '16:00', work_days = '{1,2,3,4,5,6,7}' where org_id = ${org.id}`;
  await superuser`update public.orders set requested_ship_date = '2040-03-10' where id = ${order.id}`;
  await refresh();
  expect(await row(request)).toMatchObject({ due_at: new Date("2040-03-10T21:00:00Z") });
  // The clocks go forward in the night before.
  await superuser`update public.orders set requested_ship_date = '2040-03-11' where id = ${order.id}`;
  await refresh();
  expect(await row(request)).toMatchObject({ due_at: new Date("2040-03-11T20:00:00Z") });
  await superuser`insert into public.holidays (org_id, site_code, day) values (${org.id}, 'main', '2040-03-11')`;
  await refresh();
  expect(await row(request)).toMatchObject({ due_at: new Date("2040-03-10T21:00:00Z") });
});
