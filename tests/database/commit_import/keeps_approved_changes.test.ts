import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { imported, importFile, lineOf, notesOf, preview, readOrder, stage } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";

const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

const numbered = [
  { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open", date: "2099-01-05" },
  { order: "SO-1", line: "2", sku: "NUT", qty: "5", status: "Open", date: "2099-01-05" },
];

async function approve(
  org: Organization,
  changes: (order: Awaited<ReturnType<typeof readOrder>>) => Change[],
): Promise<void> {
  const order = await readOrder(org, "SO-1");
  const request = await submitted(org.requester, order, changes(order));
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");
}

const exportUpdates = (org: Organization) =>
  ask(org.admin.userId, "begin_export", { p_org: org.id, p_scope: "updates", p_idempotency_key: randomUUID() });

test("an approved change survives an older file until it was exported", async () => {
  const org = await createOrganization();
  await importFile(org, numbered);
  await approve(org, (order) => [
    { kind: "set_quantity", line_id: lineOf(order).id, quantity: "12" },
    { kind: "remove_line", line_id: lineOf(order, 2).id },
    { kind: "set_order_date", requested_ship_date: nextYear },
  ]);
  const approved = await readOrder(org, "SO-1");

  const { importId, seen } = await imported(org, numbered);
  expect(seen.counts).toMatchObject({ unexported: 3, changed_lines: 0, unchanged_lines: 2, changed_orders: 0 });
  expect(await notesOf(importId, "unexported_change")).toContainEqual(
    expect.objectContaining({
      code: "unexported_change",
      field: "quantity_ordered",
      value: "10",
      kept: "12",
      reference: "CR-000001",
      row: 2,
      column: "QTY",
    }),
  );
  expect(await readOrder(org, "SO-1")).toEqual(approved);

  // Once told, the source decides again.
  expect((await exportUpdates(org)).outcome).toBe("created");
  await importFile(org, numbered);
  const after = await readOrder(org, "SO-1");
  expect(after).toMatchObject({ version: 3, shipDate: "2099-01-05" });
  expect(after.lines.map(({ quantity, removed }) => [quantity, removed])).toEqual([
    ["10", false],
    ["5", false],
  ]);
});

test("a substituted line of a file without line numbers is found by its old key and keeps the new SKU", async () => {
  const org = await createOrganization();
  const columns = ["order", "sku", "qty", "status"] as const;
  const file = ["X", "X", "Y"].map((sku, index) => ({ order: "SO-1", sku, qty: String(index + 1), status: "Open" }));
  await importFile(org, file, { columns: [...columns] });
  await approve(org, (order) => [{ kind: "substitute_line", line_id: lineOf(order).id, sku: "Z" }]);
  const approved = await readOrder(org, "SO-1");
  expect(lineOf(approved)).toMatchObject({ key: "sku:z#1", sku: "Z" });

  const seen = await importFile(org, file, { columns: [...columns] });
  expect(seen.counts).toMatchObject({ new_lines: 0, changed_lines: 0, unchanged_lines: 3, unexported: 1 });
  expect(await readOrder(org, "SO-1")).toEqual(approved);

  // The source took it over: its file says Z now, and nothing changes.
  await exportUpdates(org);
  const taken = await importFile(
    org,
    file.map((row, index) => (index === 0 ? { ...row, sku: "Z" } : row)),
    { columns: [...columns] },
  );
  expect(taken.counts).toMatchObject({ new_lines: 0, changed_lines: 0, unchanged_lines: 3 });
  expect((await readOrder(org, "SO-1")).lines.map((line) => line.id)).toEqual(approved.lines.map((line) => line.id));
});

test("a line an approved request added is adopted when the source brings it", async () => {
  const org = await createOrganization();
  await importFile(org, numbered);
  await approve(org, () => [{ kind: "add_line", sku: "WASHER", quantity: "100" }]);
  const added = lineOf(await readOrder(org, "SO-1"), 3);
  expect(added.key).toBe("CR-000001/1");
  await exportUpdates(org);

  const seen = await importFile(org, [
    ...numbered,
    { order: "SO-1", line: "7", sku: "washer", qty: "100", status: "Open", date: "2099-01-05" },
  ]);
  expect(seen.counts).toMatchObject({ new_lines: 0 });
  const order = await readOrder(org, "SO-1");
  expect(order.lines).toHaveLength(3);
  expect(lineOf(order, 3)).toMatchObject({ id: added.id, key: "7", quantity: "100" });
});

test("rows that change what an open request is about are named with the request", async () => {
  const org = await createOrganization();
  await importFile(org, numbered);
  const order = await readOrder(org, "SO-1");
  await submitted(org.requester, order, [{ kind: "set_quantity", line_id: lineOf(order).id, quantity: "12" }]);
  const importId = await stage(
    org,
    numbered.map((row) => (row.line === "1" ? { ...row, qty: "8" } : row)),
  );
  const seen = await preview(org, importId);
  expect(await notesOf(importId, "open_request")).toEqual([
    expect.objectContaining({
      row: 2,
      field: "quantity_ordered",
      before: "10",
      value: "8",
      reference: "CR-000001",
      requested_by: org.requester.name,
    }),
  ]);
  // A warning, not an obstacle: the request meets the new quantity at its decision.
  expect(seen.counts).toMatchObject({ problems: 0, conflicts: 1 });
});
