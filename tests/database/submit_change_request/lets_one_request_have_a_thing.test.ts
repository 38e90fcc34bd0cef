import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submit, submitted, withdraw } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

const line = (order: Order) => order.lines[0].id;
const quantity = (order: Order, to = "12") => ({ kind: "set_quantity", line_id: line(order), quantity: to });
const date = (order: Order) => ({ kind: "set_line_date", line_id: line(order), requested_ship_date: inDays(9) });
const removal = (order: Order) => ({ kind: "remove_line", line_id: line(order) });
const substitution = (order: Order) => ({ kind: "substitute_line", line_id: line(order), sku: "WIDGET-9" });
const orderDate = () => ({ kind: "set_order_date", requested_ship_date: inDays(9) });
const addition = () => ({ kind: "add_line", sku: "BOLT", quantity: "1" });

test("the same changes again are a duplicate that names the first request, written another way too", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [quantity(order)]);
  for (const same of ["12", "12.0", "0012.000000", 12]) {
    const answer = await submit(team.secondRequester, order, [{ ...quantity(order), quantity: same }]);
    expect(answer).toMatchObject({
      outcome: "duplicate",
      reference: request.reference,
      requested_by: "Carl Requester",
      problems: [{ code: "duplicate", request_id: request.id }],
    });
  }
  const [row] = await superuser`
    select count(*)::int as requests from public.change_requests where org_id = ${team.id}`;
  expect(row).toEqual({ requests: 1 });
  const entries = await superuser`
    select after ->> 'outcome' as outcome, actor_id from public.audit_entries where org_id = ${team.id} and action = 'check.refused'`;
  expect([...entries]).toEqual(Array(4).fill({ outcome: "duplicate", actor_id: team.secondRequester.memberId }));
});

test.each([
  ["two quantities of a line", quantity, (order: Order) => quantity(order, "13")],
  ["a quantity and a removal", quantity, removal],
  ["a date and a removal", date, removal],
  ["a substitution and a quantity", substitution, quantity],
  ["a substitution and a removal", substitution, removal],
  ["two order dates", orderDate, () => ({ ...orderDate(), requested_ship_date: inDays(10) })],
  ["two additions of a SKU", addition, () => ({ ...addition(), sku: " bolt", quantity: "2" })],
] as [string, (order: Order) => Change, (order: Order) => Change][])("%s overlap", async (_, first, second) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [first(order)]);
  const answer = await submit(team.secondRequester, order, [second(order)]);
  expect(answer.outcome).toBe("overlap");
  for (const problem of answer.problems ?? []) {
    expect(problem).toMatchObject({ code: "overlap", change_index: 0, reference: request.reference });
  }
  expect(await traces(request.id)).toMatchObject({ status: "pending", actions: ["request.submitted"] });
});

test.each([
  ["the quantity and the date of a line", quantity, date],
  ["a substitution and a date", substitution, date],
  ["lines and the order's date", removal, orderDate],
  ["two different additions", addition, () => ({ ...addition(), sku: "NUT" })],
  ["two lines", quantity, (order: Order) => ({ kind: "remove_line", line_id: order.lines[1]?.id })],
] as [string, (order: Order) => Change, (order: Order) => Change][])(
  "%s do not meet: both go through",
  async (_, first, second) => {
    const team = await createTeam();
    const order = await createOrder(team.id);
    const one = await submitted(team.requester, order, [first(order)]);
    const other = await submitted(team.secondRequester, order, [second(order)]);
    expect(await decide(team.approver, one, "approve")).toMatchObject({ outcome: "applied", version: 2 });
    expect(await decide(team.approver, other, "approve")).toMatchObject({
      outcome: expect.stringMatching(/stale|conflict/),
    });
  },
);

test("what a closed request held is free again", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const first = await submitted(team.requester, order, [quantity(order)]);
  await withdraw(team.requester, first);
  const second = await submitted(team.secondRequester, order, [quantity(order)]);
  await decide(team.approver, second, "reject");
  const third = await submitted(team.requester, order, [quantity(order)]);
  await decide(team.approver, third, "return");
  await submitted(team.secondRequester, order, [quantity(order)]);
});

test("fifty people at once on one line: one request, 49 answers that name it", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const fifty = Array.from({ length: 50 }, (_, index) =>
    submit(index % 2 ? team.requester : team.secondRequester, order, [quantity(order, String(20 + (index % 5)))]),
  );
  const answers = await Promise.all(fifty);
  const winner = answers.filter(({ outcome }) => outcome === "submitted");
  expect(winner).toHaveLength(1);
  for (const answer of answers.filter(({ outcome }) => outcome !== "submitted")) {
    expect(answer).toMatchObject({
      outcome: expect.stringMatching(/^(duplicate|overlap)$/),
      problems: [{ reference: winner[0]?.reference }],
    });
  }
  expect(await traces(String(winner[0]?.request_id))).toMatchObject({ held: 1, status: "pending" });
});

test("fifty calls with one key are one request and 49 replays; another body under the key is refused", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const key = randomUUID();
  const fifty = Array.from({ length: 50 }, () => submit(team.requester, order, [quantity(order)], { key }));
  const answers = await Promise.all(fifty);
  expect(new Set(answers.map(({ request_id }) => request_id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const before = await footprint(team.id);
  expect(await submit(team.requester, order, [quantity(order, "13")], { key })).toMatchObject({
    code: "PT422",
    reason: "idempotency_key_reused",
  });
  expect(await submit(team.requester, order, [quantity(order)], { key, reason: "Another" })).toMatchObject({
    code: "PT422",
  });
  expect(await footprint(team.id)).toEqual(before);
  const other = await submit(team.secondRequester, order, [date(order)], { key });
  expect(other, "another person's key of the same name").toMatchObject({ outcome: "submitted", replayed: false });
});

test("a key whose call failed is free for the corrected call", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const key = randomUUID();
  expect(await submit(team.requester, order, [quantity(order, "-1")], { key })).toMatchObject({ code: "PT422" });
  expect(await submit(team.requester, order, [quantity(order)], { key })).toMatchObject({
    outcome: "submitted",
    replayed: false,
  });
});

test("an order that moved since it was read is stale, and nothing is held", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  await superuser`update public.orders set version = 2 where id = ${order.id}`;
  for (const version of [1, 3]) {
    expect(await submit(team.requester, order, [quantity(order)], { version })).toMatchObject({
      outcome: "stale",
      version: 2,
      problems: [{ code: "order_moved", version: 2 }],
    });
  }
  const [row] = await superuser`
    select (select count(*)::int from public.change_requests where order_id = ${order.id}) as requests,
      (select count(*)::int from public.open_targets where order_id = ${order.id}) as held`;
  expect(row).toEqual({ requests: 0, held: 0 });
});

test("numbers are gap-free per organization, refused requests included, whoever comes first", async () => {
  const team = await createTeam();
  const orders = await Promise.all(
    Array.from({ length: 20 }, (_, n) => createOrder(team.id, { statusWord: n % 3 ? "Open" : "Picked" })),
  );
  await Promise.all(
    orders.flatMap((order) => [
      submit(team.requester, order, [quantity(order)]),
      submit(team.requester, order, [quantity(order, "0")]),
    ]),
  );
  const rows = await superuser`select reference from public.change_requests where org_id = ${team.id} order by number`;
  expect(rows.map(({ reference }) => reference)).toEqual(orders.map((_, n) => `CR-${String(n + 1).padStart(6, "0")}`));
});
