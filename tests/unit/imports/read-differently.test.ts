import { expect, test } from "vitest";
import { changedFormat, StagedRowReader } from "@/lib/imports/read-differently";
import type { SourceFormat } from "@/lib/imports/source-format";

const format: SourceFormat = {
  headers: ["Order", "SKU", "Qty", "Ship", "Note"],
  fields: { order_number: 0, sku: 1, quantity_ordered: 2, requested_ship_date: 3 },
  formats: { date: "dmy", date_separator: "/", date_padded: true, decimal: ".", group: "," },
  encoding: "utf-8",
  delimiter: ",",
  line_ending: "\n",
};

const read = (changed: SourceFormat, rows: string[][]) =>
  [...new StagedRowReader(changed).read(rows.map((cells, at) => ({ row_number: at + 2, cells })))].flat();

const accepted = (change: Parameters<typeof changedFormat>[1]): SourceFormat => {
  const changed = changedFormat(format, change);
  if (Array.isArray(changed)) throw new Error(changed.join());
  return changed;
};

test("dates and decimals are read the other way round", () => {
  const changed = accepted({ date: "mdy", decimal: "," });
  expect(changed.formats).toMatchObject({ date: "mdy", decimal: ",", group: "." });
  const [row] = read(changed, [["SO-1", "A", "1.234,5", "02/01/2099", ""]]);
  expect(row?.fields).toEqual({ quantity_ordered: "1234.5", requested_ship_date: "2099-02-01" });
});

test("a column takes the field it is given from the column that had it, or gives its own up", () => {
  expect(accepted({ column: { at: 4, field: "requested_ship_date" } }).fields.requested_ship_date).toBe(4);
  expect(accepted({ column: { at: 3, field: null } }).fields).not.toHaveProperty("requested_ship_date");
});

test("a required field can't be left without a column", () => {
  expect(changedFormat(format, { column: { at: 1, field: "customer" } })).toEqual(["sku"]);
});

test("an order's values reach its further lines, over the pages they come in", () => {
  const changed = { ...accepted({}), continuation: "blank_key" as const };
  const reader = new StagedRowReader(changed);
  const first = [...reader.read([{ row_number: 2, cells: ["SO-1", "A", "1", "01/02/2099", ""] }])].flat();
  const second = [...reader.read([{ row_number: 3, cells: ["", "B", "2", "", ""] }])].flat();
  expect(first[0]?.fields).toEqual({ requested_ship_date: "2099-02-01" });
  expect(second[0]).toEqual({
    row: 3,
    cells: ["", "B", "2", "", ""],
    fields: { order_number: "SO-1", requested_ship_date: "2099-02-01" },
  });
});

test("chunks keep the limits of one request", () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    row_number: at + 2,
    cells: ["SO-1", "A", "1", "", "x".repeat(60_000)],
  }));
  const chunks = [...new StagedRowReader(accepted({})).read(rows)];
  expect(chunks.length).toBeGreaterThan(1);
  for (const chunk of chunks) expect(JSON.stringify(chunk).length).toBeLessThanOrEqual(1_000_000);
  expect(chunks.flat().map(({ row }) => row)).toEqual(rows.map(({ row_number }) => row_number));
});

test("a quantity no column holds is the difference of two, sent with its row, until a column holds it", () => {
  const derived = { quantity_shipped: { whole: 2, rest: 4 } };
  const changed = changedFormat({ ...format, derived }, {});
  if (Array.isArray(changed)) throw new Error(changed.join());
  const [row, strange] = read(changed, [
    ["SO-1", "A", "10", "", "6"],
    ["SO-1", "B", "10", "", "?"],
  ]);
  expect(row?.fields).toEqual({ quantity_shipped: "4" });
  expect(strange).not.toHaveProperty("fields");
  const mapped = changedFormat({ ...format, derived }, { column: { at: 4, field: "quantity_shipped" } });
  expect(mapped).not.toHaveProperty("derived");
});
