import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord } from "@/lib/exports/csv";
import { PLAIN_FORMATS } from "@/lib/imports/formats";
import { normalizeRow, type Reading, stageRows } from "@/lib/imports/normalize-rows";
import { openTable } from "@/lib/imports/parse";
import { wireRow } from "@/lib/imports/wire-row";
import { refusalOf } from "./reading";

const reading: Reading = {
  fields: { order_number: 0, line_number: 1, sku: 2, quantity_ordered: 3, requested_ship_date: 4 },
  formats: { ...PLAIN_FORMATS, date: "dmy", decimal: ",", group: "." },
};

test("a row travels with its number, its canonical fields and all its cells", () => {
  const cells = ["0042", "10", " ÄB-1 ", "1.234,50", "", "free text"];
  expect(normalizeRow({ row: 7, cells }, reading)).toEqual({
    row: 7,
    order_number: "0042",
    line_key: "10",
    fields: {
      order_number: "0042",
      line_number: "10",
      sku: "ÄB-1",
      quantity_ordered: "1234.5",
      requested_ship_date: null,
    },
    cells,
  });
});

test("a line number that isn't mapped or is blank gives no line key; a blank order number is an empty text", () => {
  const fields = { order_number: 0, sku: 1, quantity_ordered: 2 };
  expect(normalizeRow({ row: 2, cells: [" ", "A", "1"] }, { ...reading, fields })).toMatchObject({
    order_number: "",
    line_key: null,
    fields: { order_number: null },
  });
  expect(normalizeRow({ row: 2, cells: ["1", " ", "A", "1", ""] }, reading).line_key).toBeNull();
});

test("what can't be read is passed on, so that it is reported with its place", () => {
  const staged = normalizeRow({ row: 2, cells: ["1", "1", "A", "1e309", "31.02.2026"] }, reading);
  expect(staged.fields).toMatchObject({ quantity_ordered: "1e309", requested_ship_date: "31.02.2026" });
});

test("chunks keep both limits, lose no row and keep their order", () => {
  const style = { delimiter: ",", line_ending: "\n", numberColumns: new Set<number>() } as const;
  const texts = fc.array(fc.tuple(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 1, max: 2_000 })), {
    minLength: 1,
    maxLength: 25,
  });
  fc.assert(
    fc.property(texts, (notes) => {
      const records = notes.flatMap(([note, times]) =>
        Array.from({ length: Math.ceil(times / 4) }, () =>
          csvRecord(["1", "1", "A", "1", "", `${note} ${note.repeat(20)}`], style),
        ),
      );
      const table = openTable(`o,l,s,q,d,note\n${records.join("")}`);
      const chunks = [...stageRows(table, reading)];
      for (const chunk of chunks) {
        expect(chunk.rows.length).toBeLessThanOrEqual(5_000);
        expect(new TextEncoder().encode(chunk.body).length).toBeLessThanOrEqual(1_000_000);
        expect(JSON.parse(chunk.body)).toEqual(chunk.rows.map((staged) => wireRow(staged, reading.fields)));
        expect(chunk.rows.length).toBeGreaterThan(0);
      }
      const rows = chunks.flatMap((chunk) => chunk.rows.map(({ row }) => row));
      expect(rows).toEqual(records.map((_, index) => index + 2));
    }),
    { numRuns: 15 },
  );
});

test("a chunk is as full as it may be, also with letters outside of ASCII", () => {
  const table = openTable(`o,l,s,q,d\n${`1,1,${"Ä漢😀\u2028".repeat(25)},1,\n`.repeat(4_000)}`);
  const [first, second] = [...stageRows(table, reading)];
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const [next] = JSON.parse(second?.body ?? "[]");
  expect(bytes(first?.body ?? "")).toBeLessThanOrEqual(1_000_000);
  // A comma, and one more that is counted after every row.
  expect(bytes(first?.body ?? "") + bytes(JSON.stringify(next)) + 2).toBeGreaterThan(1_000_000);
});

test("5,001 short rows make two chunks", () => {
  const table = openTable(`o,l,s,q,d\n${"1,1,A,1,\n".repeat(5_001)}`);
  expect([...stageRows(table, reading)].map(({ rows }) => rows.length)).toEqual([5_000, 1]);
});

test("a row that is larger than a chunk is refused by its number", () => {
  // A backslash takes two bytes on its way.
  const note = "\\".repeat(65_000);
  const header = ["o", "l", "s", "q", "d", ...Array.from({ length: 9 }, (_, at) => `n${at}`)].join(",");
  const table = openTable(`${header}\n1,1,${note},1,,${Array.from({ length: 7 }, () => note).join(",")},x,x\n`);
  expect(refusalOf(() => [...stageRows(table, reading)])).toMatchObject({ code: "row_too_large", facts: { row: 2 } });
});

test("a file with a ragged row is never staged in part", () => {
  const table = openTable("o,l,s,q,d\n1,1,A,1,\n1,2,B\n");
  expect(refusalOf(() => [...stageRows(table, reading)])).toMatchObject({ code: "rows_ragged", facts: { row: 3 } });
});
