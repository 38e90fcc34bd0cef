import { describe, expect, test } from "vitest";
import { type ExportLine, renderRow } from "@/lib/exports/render-rows";
import { decodeFile } from "@/lib/imports/decode";
import { type SourceFormat, sourceFormatSchema } from "@/lib/imports/source-format";
import { csvFile } from "../../support/csv-file.ts";

const source: SourceFormat = {
  headers: ["Order", "Pos", "Part", "Qty", "Price", "Ship", "Customer", "Memo"],
  fields: {
    order_number: 0,
    line_number: 1,
    sku: 2,
    quantity_ordered: 3,
    unit_price: 4,
    requested_ship_date: 5,
    customer: 6,
  },
  formats: { date: "dmy", date_separator: ".", date_padded: true, decimal: ",", group: "." },
  encoding: "windows-1252",
  delimiter: ";",
  line_ending: "\r\n",
};
const cells = ["00042", "010", " A-1", "1.000,00", "2,50 €", "03.09.2026", "Müller", "-0,50"];
const values = {
  order_number: "00042",
  line_number: "010",
  sku: "A-1",
  quantity_ordered: "1000.000000",
  unit_price: "2.500000",
  requested_ship_date: "2026-09-03",
  customer: "Müller",
};
const line = (change: Partial<ExportLine>): ExportLine => ({
  cells,
  siblingCells: cells,
  values,
  isRemoved: false,
  ...change,
});

describe("a line that came from the file", () => {
  test("keeps every cell when nothing changed", () => expect(renderRow(source, line({}))).toEqual(cells));

  test("shows only what changed, in the file's manner", () => {
    const changed = { ...values, quantity_ordered: "12.000000", requested_ship_date: "2026-09-14" };
    expect(renderRow(source, line({ values: changed }))).toEqual(cells.with(3, "12,00").with(5, "14.09.2026"));
  });

  test("keeps a cell that says the same in other words, and one whose value isn't given", () => {
    const odd = cells.with(3, "01000,0").with(5, "2026-09-03");
    expect(renderRow(source, line({ cells: odd }))).toEqual(odd);
    expect(renderRow(source, line({ values: {} }))).toEqual(cells);
  });

  test("is written with quantity 0 when it was removed", () => {
    expect(renderRow(source, line({ isRemoved: true }))).toEqual(cells.with(3, "0,00"));
  });

  test("carries its own date where the file has one date column", () => {
    const own = { ...values, line_requested_ship_date: "2026-10-01" };
    expect(renderRow(source, line({ values: own }))[5]).toBe("01.10.2026");
  });
});

test("a line added here takes its order's cells from a sibling and leaves the rest blank", () => {
  const added = { ...values, line_number: null, sku: "B-2", quantity_ordered: "5", unit_price: null };
  expect(renderRow(source, line({ cells: null, values: added }))).toEqual([
    "00042",
    "",
    "B-2",
    "5,00",
    "",
    "03.09.2026",
    "Müller",
    "",
  ]);
});

test("what a column says is left of a changed quantity stays what is left", () => {
  const headers = ["Order", "Part", "Quantity", "Outstanding"];
  const left: SourceFormat = {
    ...source,
    headers,
    fields: { order_number: 0, sku: 1, quantity_ordered: 2 },
    derived: { quantity_shipped: { whole: 2, rest: 3 } },
  };
  const of = (quantity: string, own: string[] | null, isRemoved = false) =>
    renderRow(left, {
      cells: own,
      siblingCells: null,
      values: { order_number: "1", sku: "A", quantity_ordered: quantity },
      isRemoved,
    });
  expect(of("12", ["1", "A", "10", "6"])).toEqual(["1", "A", "12", "8"]);
  expect(of("10", ["1", "A", "10", "6"])).toEqual(["1", "A", "10", "6"]);
  expect(of("4", ["1", "A", "10", "6"])).toEqual(["1", "A", "4", "0"]);
  expect(of("1200", ["1", "A", "1.000,00", "1.000,00"])).toEqual(["1", "A", "1.200,00", "1.200,00"]);
  expect(of("3", null)).toEqual(["1", "A", "3", "3"]);
  expect(of("5", ["1", "A", "5", "5"], true)).toEqual(["1", "A", "0", "0"]);
  // Not certain what was taken: the column is the source's.
  expect(of("12", ["1", "A", "10", "?"])).toEqual(["1", "A", "12", "?"]);
});

test("the file is written in the source's encoding, and its negative numbers stay numbers", async () => {
  const decoded = decodeFile(await csvFile(source, [line({})]));
  expect(decoded.encoding).toBe("windows-1252");
  expect(decoded.text).toBe(
    'Order;Pos;Part;Qty;Price;Ship;Customer;Memo\r\n00042;010;" A-1";1.000,00;2,50 €;03.09.2026;Müller;-0,50\r\n',
  );
});

test("the first line of an order here says whose it is, where the file left that to the line above", () => {
  const below = cells.with(0, "").with(5, "").with(6, " ");
  expect(renderRow(source, line({ cells: below, values: {} }))).toEqual(
    below.with(0, "00042").with(5, "03.09.2026").with(6, "Müller"),
  );
  expect(renderRow(source, line({ cells: below, siblingCells: null, values: {} }))).toEqual(below);
});

test("the format survives being kept as JSON, and a strange one is refused", () => {
  expect(sourceFormatSchema.parse(JSON.parse(JSON.stringify(source)))).toEqual(source);
  expect(sourceFormatSchema.safeParse({ ...source, delimiter: "x" }).success).toBe(false);
  expect(sourceFormatSchema.safeParse({ ...source, fields: { nonsense: 1 } }).success).toBe(false);
});
