import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import {
  auditCount,
  type FileRow,
  imported,
  importFile,
  lineOf,
  readOrder,
  readOrders,
} from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const file: FileRow[] = [
  {
    order: "SO-1",
    line: "1",
    sku: "BOLT-8",
    qty: "10",
    picked: "0",
    status: "Open",
    date: "2099-01-05",
    customer: "Acme",
    note: "a",
  },
  {
    order: "SO-1",
    line: "2",
    sku: "NUT-8",
    qty: "4.5",
    picked: "0",
    status: "Open",
    date: "2099-01-05",
    customer: "Acme",
    note: "b",
  },
  {
    order: "SO-2",
    line: "1",
    sku: "BOLT-8",
    qty: "7",
    picked: "7",
    status: " shipped ",
    date: "2099-01-06",
    customer: "Bolt & Co",
    note: "",
  },
];

test("a first import brings orders with their lines, cells and stages", async () => {
  const org = await createOrganization();
  const { counts } = await importFile(org, file);
  expect(counts).toMatchObject({ rows: 3, new_lines: 3, orders: 2, new_orders: 2, errors: 0 });

  const orders = await readOrders(org);
  expect(orders["SO-1"]).toMatchObject({ version: 1, stage: "open", statusWord: "Open", shipDate: "2099-01-05" });
  expect(orders["SO-2"]).toMatchObject({ version: 1, stage: "shipped" });
  expect(orders["SO-1"]?.lines.map(({ key, sku, quantity }) => [key, sku, quantity])).toEqual([
    ["1", "BOLT-8", "10"],
    ["2", "NUT-8", "4.5"],
  ]);
  expect(orders["SO-1"]?.lines[1]?.cells).toEqual([
    "SO-1",
    "2",
    "NUT-8",
    "4.5",
    "0",
    "Open",
    "2099-01-05",
    "Acme",
    "b",
  ]);
  expect(await auditCount(org, "order.imported")).toBe(2);
  expect(await auditCount(org, "import.committed")).toBe(1);
});

test("the same file again moves nothing", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  const before = await readOrders(org);
  const { counts } = await importFile(org, file);
  expect(counts).toMatchObject({
    unchanged_lines: 3,
    unchanged_orders: 2,
    new_lines: 0,
    changed_lines: 0,
    changed_orders: 0,
  });
  expect(await readOrders(org)).toEqual(before);
  expect(await auditCount(org, "order.imported")).toBe(2);
});

test("a version goes up only where something people work with changed", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  const next = file.map((row) =>
    row.order === "SO-2" ? { ...row, note: "seen" } : row.line === "2" ? { ...row, qty: "6" } : row,
  );
  const { importId, seen } = await imported(org, [
    ...next,
    { order: "SO-3", line: "1", sku: "NUT-8", qty: "1", status: "Open" },
  ]);
  expect(seen.counts).toMatchObject({
    rows: 4,
    new_lines: 1,
    changed_lines: 1,
    unchanged_lines: 2,
    new_orders: 1,
    changed_orders: 1,
    unchanged_orders: 1,
  });
  const changed = await superuser`
    select row_number, changes from public.import_results where import_id = ${importId} and result = 'changed'`;
  expect(changed).toEqual([{ row_number: 3, changes: [{ field: "quantity_ordered", before: "4.5", after: "6" }] }]);

  const orders = await readOrders(org);
  expect(orders["SO-1"]).toMatchObject({ version: 2 });
  expect(orders["SO-2"]).toMatchObject({ version: 1 });
  expect(orders["SO-2"]?.lines[0]?.cells?.at(-1)).toBe("seen");
  expect(orders["SO-3"]).toMatchObject({ version: 1 });
});

test("lines and orders the file leaves out stay", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  const { counts } = await importFile(org, file.slice(0, 1));
  expect(counts).toMatchObject({ rows: 1, unchanged_lines: 1, missing_orders: 0 });
  expect((await readOrder(org, "SO-1")).lines).toHaveLength(2);
  expect(await readOrder(org, "SO-2")).toMatchObject({ version: 1 });
});

test("columns the file does not have leave their fields as they are", async () => {
  const org = await createOrganization();
  await importFile(org, file);
  await importFile(org, [{ order: "SO-1", line: "1", sku: "BOLT-8", qty: "11" }], {
    columns: ["order", "line", "sku", "qty"],
  });
  const order = await readOrder(org, "SO-1");
  expect(order).toMatchObject({ version: 2, stage: "open", statusWord: "Open", shipDate: "2099-01-05" });
  expect(lineOf(order).quantity).toBe("11");
  // The cells of the line that the other source does not have would not fit under its headers.
  expect(lineOf(order, 2).cells).toBeNull();
});

test("the chain of the trail holds after an import, and names every order in it", async () => {
  const org = await createOrganization();
  const rows = Array.from({ length: 2_500 }, (_, index) => ({
    order: `SO-${index}`,
    line: "1",
    sku: "BOLT-8",
    qty: "1",
    status: "Open",
  }));
  await importFile(org, rows);
  expect(await auditCount(org, "order.imported")).toBe(2_500);
  const verified = await ask(org.admin.userId, "verify_audit_chain", { p_org: org.id });
  expect(verified).toMatchObject({ ok: true, entries: 2_502 });
});
