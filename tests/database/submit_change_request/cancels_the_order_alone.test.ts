import { expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submit, submitted, withdraw } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

const cancel: Change = { kind: "cancel_order" };
const others: [string, (order: Order) => Change][] = [
  ["a quantity", ({ lines }) => ({ kind: "set_quantity", line_id: lines[0].id, quantity: "12" })],
  ["a removal", ({ lines }) => ({ kind: "remove_line", line_id: lines[0].id })],
  ["a line's date", ({ lines }) => ({ kind: "set_line_date", line_id: lines[0].id, requested_ship_date: inDays(9) })],
  ["an addition", () => ({ kind: "add_line", sku: "BOLT", quantity: "1" })],
  ["the order's date", () => ({ kind: "set_order_date", requested_ship_date: inDays(9) })],
  ["the address", () => ({ kind: "set_ship_to", ship_to: "4 New St" })],
  ["the ship method", () => ({ kind: "set_ship_method", ship_method: "Air" })],
];

test.each(others)("never together with %s", async (_, other) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  for (const changes of [
    [cancel, other(order)],
    [other(order), cancel],
    [cancel, cancel],
  ]) {
    expect(await submit(team.requester, order, changes)).toMatchObject({
      code: "PT422",
      reason: "cancel_stands_alone",
    });
  }
});

test.each(others)("waits for an open request about %s, and holds it up while it is open itself", async (_, other) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const first = await submitted(team.requester, order, [other(order)]);
  expect(await submit(team.secondRequester, order, [cancel])).toMatchObject({
    outcome: "overlap",
    problems: [{ code: "overlap", kind: "cancel_order", change_index: 0, reference: first.reference }],
  });
  await withdraw(team.requester, first);
  const cancelling = await submitted(team.secondRequester, order, [cancel]);
  expect(await submit(team.requester, order, [other(order)])).toMatchObject({
    outcome: "overlap",
    problems: [{ code: "overlap", target: "order:*", reference: cancelling.reference }],
  });
  expect(await superuser`select target from public.open_targets where order_id = ${order.id}`).toEqual([
    { target: "order:*" },
  ]);
});

test("names each request in its way once, however much it holds", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const both = order.lines.map(({ id }) => ({ kind: "remove_line", line_id: id }));
  const one = await submitted(team.requester, order, both.slice(0, 1));
  const two = await submitted(team.requester, order, both.slice(1));
  const answer = await submit(team.secondRequester, order, [cancel]);
  expect(answer.problems?.map(({ reference }) => reference).sort()).toEqual([one.reference, two.reference].sort());
});

test("the same cancellation again is a duplicate", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const first = await submitted(team.requester, order, [cancel]);
  expect(await submit(team.secondRequester, order, [cancel])).toMatchObject({
    outcome: "duplicate",
    reference: first.reference,
  });
});

test("two at once: one is submitted, whichever comes first", async () => {
  const team = await createTeam();
  for (let round = 0; round < 5; round += 1) {
    const order = await createOrder(team.id);
    const answers = await Promise.all([
      submit(team.requester, order, [cancel]),
      submit(team.secondRequester, order, [{ kind: "set_ship_to", ship_to: "4 New St" }]),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["overlap", "submitted"]);
  }
});

test("closing the rest of a line and another quantity for it overlap", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [{ picked: "4" }, {}] });
  const close = { kind: "close_line", line_id: order.lines[0].id };
  const quantity = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "8" };
  expect(await submit(team.requester, order, [close, quantity])).toMatchObject({ reason: "changes_collide" });
  const first = await submitted(team.requester, order, [close]);
  expect(await submit(team.secondRequester, order, [quantity])).toMatchObject({
    outcome: "overlap",
    problems: [{ reference: first.reference, target: `line:${order.lines[0].id}:quantity` }],
  });
});

test("a cancellation that is decided lets go", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [cancel]);
  expect(await decide(team.approver, request, "reject")).toMatchObject({ outcome: "rejected" });
  expect(await submit(team.requester, order, [{ kind: "set_ship_to", ship_to: "4 New St" }])).toMatchObject({
    outcome: "submitted",
  });
});
