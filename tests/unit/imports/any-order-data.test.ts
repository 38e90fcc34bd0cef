import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord } from "@/lib/exports/csv";
import { encodeFile } from "@/lib/exports/encode";
import type { FieldName } from "@/lib/imports/fields";
import { formatCell, PLAIN_FORMATS, parseCell } from "@/lib/imports/formats";
import { FileRefused } from "@/lib/imports/problems";
import type { SourceFormat, ValueFormats } from "@/lib/imports/source-format";
import { anyFormats, anyLine, anyStyle, type Line } from "../../support/any-order-data.ts";
import { readImport } from "../../support/import-fixture.ts";

const columns: Partial<Record<FieldName, number>> = {
  order_number: 0,
  customer: 1,
  sku: 2,
  description: 3,
  quantity_ordered: 4,
  unit_price: 5,
  requested_ship_date: 6,
};
const headers = ["Order No", "Customer", "SKU", "Description", "Qty", "Unit Price", "Need by", "Note"];

const lines = fc.array(anyLine, { minLength: 1, maxLength: 8 });

/** The line's cells as a file of these formats has them; a neighbour shows that numbers are grouped. */
function cellsOf({ texts, note, quantity, price, date }: Line, how: ValueFormats): string[] {
  const like = how.group === "" ? `1${how.decimal}5` : `1${how.group}234${how.decimal}5`;
  return [
    ...texts,
    formatCell("quantity_ordered", quantity, how, like),
    formatCell("unit_price", price, how, `${like}`),
    formatCell("requested_ship_date", date, how, ""),
    note,
  ];
}

function valuesOf({ texts: [order, customer, sku, description], quantity, price, date }: Line) {
  return {
    order_number: order,
    customer: parseCell("customer", customer, PLAIN_FORMATS),
    sku,
    description: parseCell("description", description, PLAIN_FORMATS),
    quantity_ordered: quantity,
    unit_price: price,
    requested_ship_date: date,
  };
}

const sourceOf = (how: ValueFormats, rest: Partial<SourceFormat>): SourceFormat => ({
  headers,
  fields: columns,
  formats: how,
  encoding: "utf-8",
  delimiter: ",",
  line_ending: "\n",
  preset: "none",
  ...rest,
});

const preamble = fc.array(fc.constantFrom("Open orders", "Printed on Wednesday", "Filter: all sites"), {
  maxLength: 3,
});

test("any order data in any format of text reads back as it was, and every row has its place", async () => {
  await fc.assert(
    fc.asyncProperty(
      lines,
      anyStyle,
      anyFormats,
      preamble,
      async (given, { encoding, delimiter, line_ending }, how, above) => {
        const csv = { delimiter, line_ending, numberColumns: new Set([4, 5]) };
        const records = [...above.map((title) => [title]), headers, ...given.map((one) => cellsOf(one, how))];
        const file = encodeFile(records.map((record) => csvRecord(record, csv)).join(""), encoding);
        const earlier = sourceOf(how, { encoding: file.encoding, delimiter, line_ending });
        const { rows, opened, format } = await readImport(file.bytes, earlier);
        expect(opened.rowProblems).toEqual([]);
        expect(rows.map(({ fields }) => fields)).toEqual(given.map(valuesOf));
        expect(rows.map(({ cells }) => cells)).toEqual(given.map((one) => cellsOf(one, how)));
        expect(format.rows?.total).toBe(records.length);
        expect(format.rows?.lines).toBe(given.length);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);

test("any order data in a workbook reads back as it was", async () => {
  // A workbook is XML: it has no place for most control characters, halves of letters, and line ends of other systems.
  const storable = (value: string) => value.isWellFormed() && !/[\p{Cc}\ufffe\uffff]|_x[0-9a-f]{4}_/iu.test(value);
  await fc.assert(
    fc.asyncProperty(lines, preamble, async (given, above) => {
      fc.pre(given.every(({ texts, note }) => [...texts, note].every(storable)));
      const sheet = utils.aoa_to_sheet(
        [
          ...above.map((title) => [title]),
          headers,
          ...given.map(({ texts, note, quantity, price, date }) => [
            ...texts,
            Number(quantity),
            Number(price),
            { t: "n", v: Date.parse(date) / 86_400_000 + 25_569, z: "dd/mm/yyyy" },
            note,
          ]),
        ],
        {},
      );
      const book = utils.book_new();
      utils.book_append_sheet(book, sheet, "Orders");
      const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
      const { rows, format } = await readImport(bytes, sourceOf(PLAIN_FORMATS, { container: "xlsx", sheet: "Orders" }));
      expect(rows.map(({ fields }) => fields)).toEqual(given.map(valuesOf));
      expect(rows.map(({ cells }) => cells.at(-1))).toEqual(given.map(({ note }) => note));
      expect(format.rows).toMatchObject({ total: above.length + 1 + given.length, lines: given.length });
    }),
    { numRuns: 40 },
  );
}, 30_000);

test("whatever a table holds, its rows are lines, rows with a reason, or named as wrong", async () => {
  const cell = fc.constantFrom(
    "",
    "",
    " ",
    "SO-1",
    "SO-2",
    "A",
    "B",
    "1",
    "2.5",
    "Total",
    "Total A",
    "Open",
    "#REF!",
    "3,5",
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(table, preamble, fc.boolean(), async (body, above, isReport) => {
      const names = isReport ? ["Num", "Customer", "Due", "Qty"] : ["Order No", "Customer", "SKU", "Qty"];
      const records = [...above.map((title) => [title]), names, ...body];
      const bytes = `${records.map((record) => record.map((one) => `"${one}"`).join(",")).join("\n")}\n`;
      const read = await readImport(bytes).catch((error: unknown) => {
        if (error instanceof FileRefused) return null;
        throw error;
      });
      if (!read) return;
      const { opened, format, rows } = read;
      const { total, lines: count, skipped } = opened.examination.rows;
      expect(total).toBe(count + skipped.reduce((sum, one) => sum + one.count, 0));
      expect(total + opened.rowProblemCount).toBe(records.length);
      expect(rows.length).toBe(format.rows?.lines);
    }),
    { numRuns: 300 },
  );
}, 30_000);
