import { expect, test } from "vitest";
import { type FileRow, importFile, preview, readOrders, stage, usualColumns } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";

const columns: typeof usualColumns = [...usualColumns, "price", "currency"];
const good: FileRow = { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open", date: "2099-01-05" };

const bad: [string, FileRow, string, string][] = [
  ["no order number", { order: " " }, "required", "ORDER"],
  ["no SKU", { sku: "" }, "required", "SKU"],
  ["no quantity", { qty: "" }, "required", "QTY"],
  ["words for a number", { qty: "ten" }, "not_a_number", "QTY"],
  ["exponents", { qty: "1e309" }, "not_a_number", "QTY"],
  ["NaN", { qty: "NaN" }, "not_a_number", "QTY"],
  ["negative quantity", { picked: "-1" }, "negative_number", "PICKED"],
  ["seven decimals", { qty: "1.2345678" }, "too_many_decimals", "QTY"],
  ["thirteen digits", { qty: "1234567890123" }, "number_too_large", "QTY"],
  ["a day that does not exist", { date: "2099-02-29" }, "invalid_date", "DATE"],
  ["a date in another order", { date: "13/01/2099" }, "invalid_date", "DATE"],
  ["a year too far", { date: "2500-01-01" }, "date_out_of_range", "DATE"],
  ["a long order number", { order: "S".repeat(65) }, "too_long", "ORDER"],
  ["a long SKU", { sku: "S".repeat(101) }, "too_long", "SKU"],
  ["a SKU that unfolds to 1,800 letters", { sku: "\ufdfa".repeat(100) }, "too_long", "SKU"],
  ["a status that unfolds to 2,160 letters", { status: "\ufdfa".repeat(120) }, "too_long", "STATUS"],
  ["a SKU nobody can see", { sku: "\u200b" }, "control_characters", "SKU"],
  ["a control character", { sku: "BO\u0007LT" }, "control_characters", "SKU"],
  ["a currency of four letters", { currency: "EURO" }, "invalid_currency", "CURRENCY"],
];

test("every bad value is named by row, column and value", async () => {
  const org = await createOrganization();
  const rows = bad.map(([, values], index) => ({ ...good, order: `SO-${index}`, ...values }));
  const seen = await preview(org, await stage(org, rows, { columns }));
  expect(seen.counts).toMatchObject({ rows: bad.length, errors: bad.length, problems: bad.length, new_lines: 0 });
  for (const [index, [name, values, code, column]] of bad.entries()) {
    const [value] = Object.values(values);
    expect(seen.problems, name).toContainEqual(
      expect.objectContaining({ code, row: index + 2, column, value: value?.trim() ? value.slice(0, 200) : null }),
    );
  }
});

test("a line that appears twice and an order that contradicts itself name both rows", async () => {
  const org = await createOrganization();
  const seen = await preview(
    org,
    await stage(org, [
      { ...good, customer: "Acme" },
      { ...good, customer: "Acme" },
      { ...good, order: "SO-2", customer: "Acme" },
      { ...good, order: "SO-2", line: "2", customer: "Bolt & Co" },
      { ...good, order: "SO-2", line: "3", customer: "" },
    ]),
  );
  expect(seen.problems).toEqual([
    expect.objectContaining({ code: "duplicate_line", row: 3, other_row: 2, order_number: "SO-1", value: "1" }),
    expect.objectContaining({
      code: "order_value_differs",
      row: 5,
      other_row: 4,
      column: "CUSTOMER",
      value: "Bolt & Co",
      other_value: "Acme",
    }),
  ]);
  expect(seen.counts).toMatchObject({ rows: 5, errors: 2, new_lines: 3 });
});

test("counts add up to the rows of the file, and looking changes nothing", async () => {
  const org = await createOrganization();
  await importFile(org, [good, { ...good, line: "2" }, { ...good, order: "SO-9" }]);
  const before = await readOrders(org);
  const importId = await stage(org, [
    good,
    { ...good, line: "2", qty: "3" },
    { ...good, line: "3" },
    { ...good, line: "4", qty: "x" },
  ]);
  const seen = await preview(org, importId);
  const { rows, new_lines, changed_lines, unchanged_lines, errors, missing_orders } = seen.counts;
  expect({ rows, new_lines, changed_lines, unchanged_lines, errors, missing_orders }).toEqual({
    rows: 4,
    new_lines: 1,
    changed_lines: 1,
    unchanged_lines: 1,
    errors: 1,
    missing_orders: 1,
  });
  expect(await preview(org, importId)).toEqual(seen);
  expect(await readOrders(org)).toEqual(before);
});
