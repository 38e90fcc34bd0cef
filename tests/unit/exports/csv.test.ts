import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvStyle, csvRecord } from "@/lib/exports/csv";
import { encodeFile } from "@/lib/exports/encode";
import { decodeFile } from "@/lib/imports/decode";
import { DELIMITERS, LINE_ENDINGS } from "@/lib/imports/dialect";
import { ENCODINGS } from "@/lib/imports/encodings";
import { guardCell, unguardCell } from "@/lib/imports/formula-guard";
import { openTable } from "@/lib/imports/parse";

const plain: CsvStyle = { delimiter: ",", line_ending: "\n", numberColumns: new Set() };

/** What a spreadsheet would run, written with everything that has been tried to hide it. */
const HOSTILE = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  '=cmd|" /C calc"!A0',
  " =1",
  "\n=1",
  "\r\n=1",
  "\t=1",
  "\tx",
  "\rx",
  "\ufeff=1",
  "\u0001=1",
  "\u200b=1",
  "\u00a0=1",
  "\u2060=1",
  "\u061c=1",
  "\u3164=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "﹦1",
  "'=1",
  "''=1",
  "-5",
];

describe("formula safety", () => {
  test.each(HOSTILE)("%j is guarded and quoted", (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
    expect(csvRecord(["x", cell], plain)).toBe(`x,"'${cell.replaceAll('"', '""')}"\n`);
  });

  test("a NUL can't hide a formula either", () => expect(guardCell("\0=1")).toBe("'\0=1"));

  test("in number columns plain numbers stay numbers, and formulas don't", () => {
    const numbers = { ...plain, numberColumns: new Set([0, 1, 2, 3]) };
    expect(csvRecord(["-5", "+5", "-1,234.50", "-1+1"], numbers)).toBe(`-5,+5,"-1,234.50","'-1+1"\n`);
    expect(csvRecord(["-1,5"], { ...numbers, delimiter: ";" })).toBe("-1,5\n");
  });

  test.each(["x", "a=b", "'quoted'", "'tis", "5", "it's", ""])("%j is left alone", (cell) => {
    expect(guardCell(cell)).toBe(cell);
    expect(unguardCell(cell)).toBe(cell);
  });
});

/** Cells made of exactly the characters that matter to a reader, a writer or a spreadsheet. */
const trickyCell = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      "=",
      "-",
      "+",
      "@",
      ",",
      ";",
      "\t",
      "|",
      "\r",
      "\n",
      " ",
      "\ufeff",
      "\u200b",
      "＝",
      "ä",
      "😀",
      "0",
      "1E5",
      "sep=;",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));
const anyCell = fc.oneof(
  trickyCell,
  fc.string({ unit: "grapheme" }),
  fc.stringMatching(/^0\d{0,8}$/),
  fc.constantFrom(...HOSTILE),
);

test("guarding is undone exactly, for every text", () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      expect(unguardCell(guardCell(cell))).toBe(cell);
    }),
    { numRuns: 5_000 },
  );
});

test("no two texts are guarded to the same one", () => {
  fc.assert(
    fc.property(trickyCell, trickyCell, (one, other) => {
      expect(guardCell(one) === guardCell(other)).toBe(one === other);
    }),
    { numRuns: 5_000 },
  );
});

test("write → encode → decode → read gives the same cells, in every encoding, delimiter and line ending", () => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
    );
  const style = fc.record({ delimiter: fc.constantFrom(...DELIMITERS), line_ending: fc.constantFrom(...LINE_ENDINGS) });
  fc.assert(
    fc.property(
      table,
      style,
      fc.constantFrom(...ENCODINGS),
      fc.boolean(),
      (rows, { delimiter, line_ending }, encoding, isNumeric) => {
        const columns = rows[0]?.length ?? 0;
        const numberColumns = new Set(isNumeric ? Array.from({ length: columns }, (_, at) => at) : []);
        const header = Array.from({ length: columns }, (_, at) => `column ${at}`);
        const text = [header, ...rows].map((row) => csvRecord(row, { delimiter, line_ending, numberColumns })).join("");
        const { bytes, encoding: written } = encodeFile(text, encoding);
        // A code page can't be told from its bytes alone for sure; the source's own is remembered.
        const decoded = decodeFile(bytes, written);
        expect(decoded.encoding).toBe(written);
        const read = [...openTable(decoded.text).read()].flatMap((batch) => batch.rows.map(({ cells }) => cells));
        expect(read).toEqual(rows.filter((row) => row.some((cell) => cell.trim() !== "")));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("Windows-1252 keeps every letter it has, and gives way to UTF-8 for one it lacks", () => {
  expect([...encodeFile("€ – ü", "windows-1252").bytes]).toEqual([0x80, 32, 0x96, 32, 0xfc]);
  const { bytes, encoding } = encodeFile("Łódź", "windows-1252");
  expect(encoding).toBe("utf-8-bom");
  expect(decodeFile(bytes).text).toBe("Łódź");
});
