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
];

test.each(kinds)("%s", async (_, change, expected) => {
  const team = await createTeam();
  const order = await createOrder(team.id, { shipDate: inDays(5) });
  const request = await submitted(team.requester, order, [change(order)]);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied", version: 2 });

  const [row] = await superuser`
    select version, line_skus, requested_ship_date::text as day from public.orders where id = ${order.id}`;
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
