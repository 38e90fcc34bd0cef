import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { importFile, lineOf, type OrderRow, readOrder } from "../../support/imports.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { patiently } from "../../support/patiently.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const file = [
  { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open", date: day(30), note: "a" },
  { order: "SO-1", line: "2", sku: "NUT", qty: "5", status: "Open", date: day(30), note: "b" },
  { order: "SO-2", line: "1", sku: "BOLT", qty: "3", status: "Open", date: day(30), note: "c" },
  { order: "SO-3", line: "1", sku: "BOLT", qty: "3", status: "Shipped", date: day(30), note: "d" },
];

const exported = (org: Organization, scope = "updates", key: string = randomUUID()) =>
  patiently(() => ask(org.admin.userId, "begin_export", { p_org: org.id, p_scope: scope, p_idempotency_key: key }));

async function approve(org: Organization, number: string, changes: (order: OrderRow) => Change[]): Promise<string> {
  const order = await readOrder(org, number);
  const request = await submitted(org.requester, order, changes(order));
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");
  return request.id;
}

type Frozen = {
  cells: string[] | null;
  sibling_cells: string[] | null;
  values: Record<string, string | null>;
  is_removed: boolean;
};

const frozen = (exportId: unknown) =>
  superuser<
    Frozen[]
  >`select cells, sibling_cells, "values", is_removed from public.export_lines where export_id = ${String(exportId)} order by position`;

test("only what was approved since the last export, with the cells as they came", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  expect(await exported(org)).toMatchObject({ outcome: "empty" });
  await approve(org, "SO-1", (order) => [{ kind: "set_quantity", line_id: lineOf(order).id, quantity: "12.5" }]);

  const first = await exported(org);
  expect(first).toMatchObject({
    outcome: "created",
    number: 1,
    rows: 1,
    orders: 1,
    requests: [{ reference: "CR-000001", order_number: "SO-1" }],
  });
  const [line] = await frozen(first.export_id);
  expect(line).toMatchObject({
    values: { quantity_ordered: "12.5" },
    sibling_cells: null,
    is_removed: false,
  });
  // Nobody asked for another SKU, so the source's own cell goes back as it came.
  expect(line?.values).not.toHaveProperty("sku");
  expect(line?.cells).toEqual(["SO-1", "1", "BOLT", "10", "", "Open", day(30), "", "a"]);

  expect(await exported(org)).toMatchObject({ outcome: "empty" });
  expect(await superuser`select from public.exports where org_id = ${org.id}`).toHaveLength(1);
});

test("a changed order date is told on every line, an added line with its neighbor's cells, a removed one as removed", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  await approve(org, "SO-1", (order) => [
    { kind: "set_order_date", requested_ship_date: day(60) },
    { kind: "add_line", sku: "WASHER", quantity: "100" },
    { kind: "remove_line", line_id: lineOf(order, 2).id },
  ]);
  const lines = await frozen((await exported(org)).export_id);
  expect(
    lines.map(({ cells, values, is_removed }) => [
      cells?.[2] ?? values.sku,
      values.quantity_ordered,
      values.requested_ship_date,
      is_removed,
    ]),
  ).toEqual([
    ["BOLT", undefined, day(60), false],
    ["NUT", "0", day(60), true],
    ["WASHER", "100", day(60), false],
  ]);
  expect(lines[2]).toMatchObject({ cells: null, sibling_cells: lines[0]?.cells, values: { order_status: "Open" } });
});

test("a line added and removed again before anybody was told is not told", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  await approve(org, "SO-1", () => [{ kind: "add_line", sku: "WASHER", quantity: "100" }]);
  await approve(org, "SO-1", (order) => [{ kind: "remove_line", line_id: lineOf(order, 3).id }]);
  expect(await exported(org)).toMatchObject({
    outcome: "created",
    rows: 0,
    requests: [{ reference: "CR-000001" }, { reference: "CR-000002" }],
  });
});

test("all open orders leave the watermark where it is", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  await approve(org, "SO-2", (order) => [{ kind: "set_quantity", line_id: lineOf(order).id, quantity: "4" }]);
  expect(await exported(org, "open")).toMatchObject({ outcome: "created", rows: 3, orders: 2, requests: [] });
  expect(await exported(org)).toMatchObject({ outcome: "created", rows: 1, requests: [{ order_number: "SO-2" }] });
});

test("orders that came from no file are written in our own columns", async () => {
  const org = await createOrganization();
  await createOrder(org.id, { number: "SO-9" });
  const answer = await exported(org, "open");
  const [row] = await superuser<
    { sources: { source_id: string | null; format: { headers: string[] } }[] }[]
  >`select sources from public.exports where id = ${String(answer.export_id)}`;
  expect(row?.sources).toMatchObject([
    { source_id: null, rows: 2, format: { fields: { order_number: 0, line_number: 7 } } },
  ]);
  const [line] = await frozen(answer.export_id);
  expect(line).toMatchObject({
    cells: null,
    values: { order_number: "SO-9", line_number: "1", order_status: "Open", unit_price: "42", customer: "Acme Stores" },
  });
});

test("two people at once and decisions in between: nothing twice, nothing missed", async () => {
  const org = await createOrganization();
  const numbers = Array.from({ length: 20 }, (_, index) => `SO-${index + 100}`);
  await importFile(
    org,
    numbers.map((order) => ({ order, line: "1", sku: "BOLT", qty: "10", status: "Open", date: day(30) })),
  );
  const approvals = numbers.map((number) =>
    approve(org, number, (order) => [{ kind: "set_quantity", line_id: lineOf(order).id, quantity: "11" }]),
  );
  const during = await Promise.all(Array.from({ length: 6 }, () => exported(org)));
  await Promise.all(approvals);
  const answers = [...during, ...(await Promise.all([exported(org), exported(org)]))];
  const told = answers
    .flatMap((answer) => (answer.requests as { reference: string }[] | undefined) ?? [])
    .map(({ reference }) => reference);
  expect(told).toHaveLength(20);
  expect(new Set(told).size).toBe(20);
  expect(await superuser`select from public.order_writes where org_id = ${org.id} and export_id is null`).toHaveLength(
    0,
  );
});

test("the same key gives the same export", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  const key = randomUUID();
  const first = await exported(org, "open", key);
  expect(await exported(org, "open", key)).toEqual({ ...first, replayed: true });
  expect(await exported(org, "updates", key)).toMatchObject({ code: "PT422", reason: "idempotency_key_reused" });
  expect(await exported(org, "everything")).toMatchObject({ code: "PT422", reason: "unknown_scope" });
});
