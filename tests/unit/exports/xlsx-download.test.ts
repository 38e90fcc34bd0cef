import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExportSource } from "@/lib/exports/export-view";
import type { ExportLine } from "@/lib/exports/render-rows";
import { xlsxDownload } from "@/lib/exports/xlsx-download";
import { MAX_SHEET_CELL, sheetNameOf } from "@/lib/exports/xlsx-sheet";
import { PLAIN_FORMATS } from "@/lib/imports/formats";

const source: ExportSource = {
  sourceId: null,
  name: "open orders.csv",
  format: {
    headers: ["Order No", "SKU", "Qty", "Größe"],
    fields: { order_number: 0, sku: 1, quantity_ordered: 2 },
    formats: PLAIN_FORMATS,
    encoding: "utf-8",
    delimiter: ",",
    line_ending: "\n",
  },
  rows: 3,
  letters: "",
  longestCell: 0,
};
const line = (cells: string[]): ExportLine => ({ cells, siblingCells: null, values: {}, isRemoved: false });

async function* inPages(rows: string[][], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size).map(line);
}

async function workbook(rows: string[][], size = 2): Promise<Uint8Array> {
  return new Uint8Array(await new Response(xlsxDownload(source, inPages(rows, size)).body).arrayBuffer());
}

/** Every cell as a spreadsheet program holds it. */
function readBack(bytes: Uint8Array): { names: string[]; rows: unknown[][] } {
  const book = XLSX.read(bytes, { type: "array", cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (!sheet) throw new Error("The workbook has no sheet.");
  return { names: book.SheetNames, rows: XLSX.utils.sheet_to_json(sheet, { header: 1, defval: "", raw: true }) };
}

test("numbers with leading zeros, codes that look like numbers and dates stay text", async () => {
  const rows = [
    ["00042", "1E5", "3", "2026-09-03"],
    ["0500000000", "=1+1", "-5", " x "],
  ];
  const { names, rows: read } = readBack(await workbook(rows));
  expect(names).toEqual(["open orders"]);
  expect(read).toEqual([source.format.headers, ...rows]);
});

test("no cell can run, and none would after it was edited", async () => {
  const bytes = await workbook([["=1+1", '=cmd|"/C calc"!A0', "@SUM(A1)", "plain"]]);
  const sheet = XLSX.read(bytes, { type: "array", cellFormula: true, bookFiles: true });
  const cells = Object.values(sheet.Sheets["open orders"] ?? {}) as XLSX.CellObject[];
  expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
  const files = (sheet as unknown as { files: Record<string, { content: Uint8Array }> }).files;
  const xml = new TextDecoder().decode(
    files["xl/worksheets/sheet1.xml"]?.content ?? files["Root Entry/xl/worksheets/sheet1.xml"]?.content,
  );
  expect(xml.match(/s="3"/g)).toHaveLength(3);
});

test("downloading it again gives the same bytes", async () => {
  const rows = [["A", "B", "1", "ü"]];
  const first = await workbook(rows);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(Buffer.from(await workbook(rows)).equals(Buffer.from(first))).toBe(true);
});

test("whatever text a cell holds comes back", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("_x000D_", "_x0041_", "a\r\nb", "\u0001", "\uffff", "<&>\"'", "]]>", "'=1", "\t", "=1", "_x005F_"),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 7 }),
      async (rows, size) => {
        const { rows: read } = readBack(await workbook(rows, size));
        const cells = read.slice(1).map((row) => row.map(String));
        // A cell of a workbook knows one kind of line break.
        const expected = rows.map((row) => row.map((one) => one.replaceAll("\r\n", "\n")));
        const isBlank = (row: string[]) => row.every((one) => one === "");
        expect(cells.filter((row) => !isBlank(row))).toEqual(expected.filter((row) => !isBlank(row)));
      },
    ),
    { numRuns: 150 },
  );
});

test("what a workbook cannot hold is said before the first byte", () => {
  expect(() => xlsxDownload({ ...source, longestCell: MAX_SHEET_CELL + 1 }, inPages([], 1))).toThrow();
  expect(() => xlsxDownload({ ...source, rows: 1_048_576 }, inPages([], 1))).toThrow();
});

test.each([
  ["orders.csv", "orders"],
  ["[a]: b/c*?.xlsx", "a b c"],
  ["History", "Orders"],
  ["'x'", "x"],
  ["", "Orders"],
  ["😀".repeat(40), "😀".repeat(15)],
])("a tab is called %j → %j", (name, expected) => expect(sheetNameOf(name).slice(0, expected.length)).toBe(expected));
