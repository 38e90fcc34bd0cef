import { expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

type Expected = { order?: Record<string, unknown>; line?: Record<string, unknown>; added?: Record<string, unknown> };

const kinds: [string, (order: Order) => Change, Expected][] = [
  [
    "set_quantity",
    ({ lines }) => ({ kind: "set_quantity", line_id: lines[0].id, quantity: "0012.500000" }),
    { line: { quantity: "12.500000" } },
  ],
  [
    "remove_line",
    ({ lines }) => ({ kind: "remove_line", line_id: lines[0].id }),
    { line: { quantity: "0.000000", removed: true }, order: { line_skus: "GADGET-2" } },
  ],
  [
    "add_line",
    () => ({
      kind: "add_line",
      sku: " BOLT ",
      quantity: 3,
      unit_price: "0.5",
      uom: "BOX",
      requested_ship_date: inDays(9),
    }),
    {
      order: { line_skus: "BOLT GADGET-2 WIDGET-1" },
      added: {
        sku: "BOLT",
        quantity: "3.000000",
        price: "0.500000",
        uom: "BOX",
        day: inDays(9),
        position: 3,
        picked: "0.000000",
      },
    },
  ],
  [
    "substitute_line",
    ({ lines }) => ({
      kind: "substitute_line",
      line_id: lines[0].id,
      sku: "WIDGET-9",
      quantity: "4",
      description: "Better",
    }),
    {
      line: { sku: "WIDGET-9", quantity: "4.000000", description: "Better" },
      order: { line_skus: "GADGET-2 WIDGET-9" },
    },
  ],
  [
    "substitute_line without a quantity or description",
    ({ lines }) => ({ kind: "substitute_line", line_id: lines[0].id, sku: "WIDGET-9", quantity: null }),
    { line: { sku: "WIDGET-9", quantity: "10.000000", description: null } },
  ],
  [
    "set_line_date",
    ({ lines }) => ({ kind: "set_line_date", line_id: lines[0].id, requested_ship_date: inDays(12) }),
    { line: { day: inDays(12) }, order: { day: inDays(5) } },
  ],
  [
    "set_order_date",
    () => ({ kind: "set_order_date", requested_ship_date: inDays(12) }),
    { order: { day: inDays(12) }, line: { day: null } },
  ],
  [
    "set_ship_to",
    () => ({ kind: "set_ship_to", ship_to: " 4 New St\t\r\nSuite 2 \r\n\r\nDayton, OH\n" }),
    { order: { ship_to: "4 New St\nSuite 2\n\nDayton, OH", ship_method: "Ground", stage: "open" } },
  ],
  [
    "set_ship_method",
    () => ({ kind: "set_ship_method", ship_method: " Next day air " }),
    { order: { ship_method: "Next day air", ship_to: "12 Old Rd\nDayton, OH" } },
  ],
  [
    "cancel_order",
    () => ({ kind: "cancel_order" }),
    {
      order: { stage: "cancelled", status_word: "Cancelled", ship_method: "Ground" },
      line: { quantity: "10.000000", removed: false },
    },
  ],
];

test.each(kinds)("%s", async (_, change, expected) => {
  const team = await createTeam();
  const order = await createOrder(team.id, {
    shipDate: inDays(5),
    shipTo: "12 Old Rd\nDayton, OH",
    shipMethod: "Ground",
  });
  const request = await submitted(team.requester, order, [change(order)]);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied", version: 2 });

  const [row] = await superuser`
    select version, line_skus, requested_ship_date::text as day, ship_to, ship_method, stage, status_word from public.orders where id = ${order.id}`;
  expect(row).toMatchObject({ version: 2, ...expected.order });
  const lines = await superuser`
    select id, sku, description, uom, position, quantity_ordered::text as quantity, quantity_picked::text as picked,
      unit_price::text as price, requested_ship_date::text as day, removed_at is not null as removed
    from public.order_lines where order_id = ${order.id} order by position`;
  expect(lines[0]).toMatchObject(expected.line ?? { quantity: "10.000000", removed: false });
  // What was not asked for stays as it was.
  expect(lines[1]).toMatchObject({ sku: "GADGET-2", quantity: "5.000000", removed: false, day: null });
  if (expected.added) expect(lines[2]).toMatchObject(expected.added);
  expect(lines).toHaveLength(expected.added ? 3 : 2);
});

test("a request with a hundred changes is one write and one version", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: Array.from({ length: 100 }, () => ({})) });
  const changes = order.lines.map(({ id }, index) => ({
    kind: "set_quantity",
    line_id: id,
    quantity: String(index + 20),
  }));
  const request = await submitted(team.requester, order, changes);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied", version: 2 });
  const rows = await superuser`
    select quantity_ordered::int as quantity from public.order_lines where order_id = ${order.id} order by position`;
  expect(rows.map(({ quantity }) => quantity)).toEqual(order.lines.map((_, index) => index + 20));
});

test("removing the only line takes its SKU out of the search", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [{ sku: "LONELY-1" }] });
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await decide(team.approver, request, "approve");
  const [row] = await superuser`select line_skus from public.orders where id = ${order.id}`;
  expect(row).toEqual({ line_skus: "" });
});

test.each([
  ["picked", { picked: "6" }, "6.000000"],
  ["shipped before the rest was picked", { picked: "7.5", shipped: "2" }, "7.500000"],
  ["invoiced", { invoiced: "3" }, "3.000000"],
] as const)("close_line comes down to what is %s, and to nothing else", async (_, facts, quantity) => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [facts, { sku: "GADGET-2" }] });
  const request = await submitted(team.requester, order, [{ kind: "close_line", line_id: order.lines[0].id }]);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied", version: 2 });
  const lines = await superuser`
    select quantity_ordered::text as quantity, removed_at from public.order_lines where order_id = ${order.id} order by position`;
  expect([...lines]).toEqual([
    { quantity, removed_at: null },
    { quantity: "10.000000", removed_at: null },
  ]);
  const [change] = await superuser`select before, after from public.changes where request_id = ${request.id}`;
  expect(change).toMatchObject({
    before: { quantity: "10", floor: String(Number(quantity)) },
    after: { quantity: String(Number(quantity)) },
  });
});

test("cancelling keeps what the order came to, and gives a source without the word one of our own", async () => {
  const team = await createTeam();
  await superuser`delete from public.status_words where org_id = ${team.id} and stage = 'cancelled'`;
  await superuser`
    insert into public.status_words (org_id, word_key, word, stage) values (${team.id}, 'cancelled', 'CANCELLED', 'on_hold')`;
  const order = await createOrder(team.id, {
    lines: [{ quantity: "3" }, { quantity: "2.5", unitPrice: null }, { quantity: "4", unitPrice: "0.005" }],
  });
  const request = await submitted(team.requester, order, [{ kind: "cancel_order" }]);
  const [change] = await superuser`select before, after, line_id from public.changes where request_id = ${request.id}`;
  expect(change).toEqual({
    line_id: null,
    before: {
      stage: "open",
      status_word: "Open",
      line_count: 3,
      amount: "126.02",
      unpriced: 1,
      units: [{ uom: "EA", quantity: "9.5" }],
    },
    after: { stage: "cancelled" },
  });
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied" });
  const [row] = await superuser`select stage, status_word from public.orders where id = ${order.id}`;
  expect(row).toEqual({ stage: "cancelled", status_word: "Cancelled 2" });
  // Whoever maps words anew finds the order where it was.
  const [word] = await superuser`
    select stage, mapped_by from public.status_words where org_id = ${team.id} and word_key = 'cancelled 2'`;
  expect(word).toEqual({ stage: "cancelled", mapped_by: team.approver.memberId });
});
