import { expect, test } from "vitest";
import { importFile, lineOf, readOrder } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";

test("a lone status column that differs within an order is its lines'", async () => {
  const org = await createOrganization();
  await importFile(org, [
    { order: "SO-1", line: "1", sku: "A", qty: "1", status: "Shipped" },
    { order: "SO-1", line: "2", sku: "B", qty: "1", status: "Open" },
  ]);
  const mixed = await readOrder(org, "SO-1");
  expect(mixed).toMatchObject({ statusWord: null, stage: "partially_shipped" });
  expect(mixed.lines.map((line) => line.stage)).toEqual(["shipped", "open"]);

  // All equal again: it is the order's, and the lines follow it.
  await importFile(org, [
    { order: "SO-1", line: "1", sku: "A", qty: "1", status: "Shipped" },
    { order: "SO-1", line: "2", sku: "B", qty: "1", status: "Shipped" },
  ]);
  const shipped = await readOrder(org, "SO-1");
  expect(shipped).toMatchObject({ statusWord: "Shipped", stage: "shipped", version: 2 });
  expect(shipped.lines.map((line) => line.stage)).toEqual([null, null]);
});

test("lines that are missing from the file still have their say in the order's stage", async () => {
  const org = await createOrganization();
  const first = { order: "SO-1", line: "1", sku: "A", qty: "1" };
  const second = { order: "SO-1", line: "2", sku: "B", qty: "1" };
  const third = { order: "SO-1", line: "3", sku: "C", qty: "1" };
  await importFile(org, [
    { ...first, status: "Shipped" },
    { ...second, status: "Open" },
    { ...third, status: "Open" },
  ]);
  await importFile(org, [
    { ...second, status: "Open" },
    { ...third, status: "Picking" },
  ]);
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "partially_shipped", statusWord: null });
});

test("a word nobody mapped is kept, unknown and locked", async () => {
  const org = await createOrganization();
  const seen = await importFile(org, [{ order: "SO-1", line: "1", sku: "A", qty: "1", status: "Credit Check" }]);
  expect(seen.status_words).toEqual([expect.objectContaining({ word: "Credit Check", stage: "unknown", rows: 1 })]);
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "unknown", statusWord: "Credit Check" });
});

test("a file without a status column brings locked orders", async () => {
  const org = await createOrganization();
  await importFile(org, [{ order: "SO-1", line: "1", sku: "A", qty: "1" }], {
    columns: ["order", "line", "sku", "qty"],
  });
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "unknown" });
});

test("a lone date column carries the order's date, and a line's own where it differs", async () => {
  const org = await createOrganization();
  const row = (line: string, date: string) => ({
    order: "SO-1",
    line,
    sku: `S-${line}`,
    qty: "1",
    status: "Open",
    date,
  });
  await importFile(org, [row("1", "2099-01-05"), row("2", "2099-01-05"), row("3", "2099-02-01")]);
  const order = await readOrder(org, "SO-1");
  expect(order.shipDate).toBe("2099-01-05");
  expect(order.lines.map((line) => line.shipDate)).toEqual([null, null, "2099-02-01"]);

  // The order's date moves; the line that explains its own date keeps it.
  await importFile(org, [row("1", "2099-01-09"), row("2", "2099-01-09"), row("3", "2099-02-01")]);
  const moved = await readOrder(org, "SO-1");
  expect(moved).toMatchObject({ shipDate: "2099-01-09", version: 2 });
  expect(lineOf(moved, 3).shipDate).toBe("2099-02-01");
});
