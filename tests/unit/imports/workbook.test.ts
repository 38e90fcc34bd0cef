import { utils, type WorkSheet, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { blockersOf, NO_ANSWERS } from "@/lib/imports/column-plan";
import { describeLayout } from "@/lib/imports/describe-reading";
import { FileRefused } from "@/lib/imports/problems";
import { numberText, showsMore } from "@/lib/imports/workbook-cell";
import { readImport } from "../../support/import-fixture.ts";

type Cell = Parameters<typeof utils.aoa_to_sheet>[0][number][number];

const header = ["Order No", "Customer", "SKU", "Qty", "Unit Price", "Need by"];

function sheetOf(rows: Cell[][]): WorkSheet {
  return utils.aoa_to_sheet(rows, { cellDates: true });
}

function bookOf(
  sheets: Record<string, WorkSheet>,
  bookType: "xlsx" | "xls" | "ods" | "xlsb" = "xlsx",
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: "array", bookType, compression: true }) as ArrayBuffer);
}

/** The archive with other sizes in its directory than its parts really have. */
function withSizes(archive: Uint8Array, sizeOf: (size: number) => number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(archive);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, sizeOf(view.getUint32(at + 24, true)), true);
  return copy;
}

const refusalOf = async (files: Uint8Array<ArrayBuffer>) => {
  const error = await readImport(files).catch((caught: unknown) => caught);
  if (!(error instanceof FileRefused)) throw new Error(`The workbook was not refused: ${String(error)}`);
  return error.problem;
};

test("what is shown counts where the format is part of the value; numbers keep all their digits, dates are dates", async () => {
  const sheet = sheetOf([
    header,
    [
      { t: "n", v: 123, z: "00000" },
      "Käufer",
      { t: "n", v: 500000000, z: "0000000000" },
      { t: "n", v: 1234.5, z: "#,##0" },
      { t: "n", v: 9.85, z: '"$"#,##0.00' },
      { t: "n", v: 46280, z: "m/d/yy" },
    ],
    [124, "Acme", "1E5", 0.1 + 0.2, { t: "n", v: 1 / 3, z: "0.00" }, { t: "n", v: 46280.75, z: "yyyy-mm-dd hh:mm" }],
  ]);
  const { rows, format, opened } = await readImport(bookOf({ Orders: sheet }));
  expect(format).toMatchObject({ container: "xlsx", sheet: "Orders" });
  expect(rows.map(({ fields }) => fields)).toMatchObject([
    {
      order_number: "00123",
      customer: "Käufer",
      sku: "0500000000",
      quantity_ordered: "1234.5",
      unit_price: "9.85",
      requested_ship_date: "2026-09-15",
    },
    { order_number: "124", sku: "1E5", quantity_ordered: "0.3", requested_ship_date: "2026-09-15" },
  ]);
  expect(rows[1]?.cells.at(-1)).toBe("2026-09-15 18:00:00");
  expect(blockersOf(opened, opened.proposal.fields, opened.examination, NO_ANSWERS)).toEqual([]);
});

test("days are counted from 1904 where the workbook says so", async () => {
  const book = utils.book_new();
  book.Workbook = { WBProps: { date1904: true } };
  utils.book_append_sheet(
    book,
    sheetOf([header, ["SO-1", "Acme", "A", 1, 1, { t: "n", v: 44818, z: "m/d/yy" }]]),
    "Orders",
  );
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  expect((await readImport(bytes)).rows[0]?.fields.requested_ship_date).toBe("2026-09-15");
});

test("the same file as the old format, with letters of its own", async () => {
  const { rows, format } = await readImport(
    bookOf({ Orders: sheetOf([header, ["SO-1", "Łódź", "00123", 2, 1.5, ""]]) }, "xls"),
  );
  expect(format.container).toBe("xls");
  expect(rows[0]).toMatchObject({
    order_number: "SO-1",
    fields: { customer: "Łódź", sku: "00123", quantity_ordered: "2" },
  });
});

test("merged order cells count for all their rows", async () => {
  const sheet = sheetOf([
    header,
    ["SO-1", "Acme", "A", 1, 1, ""],
    ["", "", "B", 2, 1, ""],
    ["SO-2", "Bolt", "A", 1, 1, ""],
  ]);
  sheet["!merges"] = [
    { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
    { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } },
  ];
  const { rows } = await readImport(bookOf({ Orders: sheet }));
  expect(rows.map(({ order_number, fields }) => `${order_number} ${fields.customer}`)).toEqual([
    "SO-1 Acme",
    "SO-1 Acme",
    "SO-2 Bolt",
  ]);
});

test("a formula counts with its stored result; an error, or none, is named with its place", async () => {
  const sheet = sheetOf([
    header,
    ["SO-1", "Acme", "A", { t: "n", v: 12, f: "6*2" }, 1, ""],
    ["SO-2", "Acme", "B", { t: "e", v: 0x17, w: "#REF!" }, 1, ""],
    ["SO-3", "Acme", "C", { t: "n", v: 77_777, f: "SUM(1,2)" }, 1, ""],
  ]);
  // Programs that write workbooks without calculating leave the result out.
  const parts = unzipSync(bookOf({ Orders: sheet }));
  const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array()).replace("<v>77777</v>", "");
  const written = Uint8Array.from(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(xml) }));
  const { rows, opened } = await readImport(written);
  expect(rows[0]?.fields.quantity_ordered).toBe("12");
  expect(opened.examination.errorCells).toEqual([
    { row: 3, column: 3, value: "#REF!" },
    { row: 4, column: 3, value: "#FORMULA!" },
  ]);
  expect(blockersOf(opened, opened.proposal.fields, opened.examination, NO_ANSWERS).map(({ kind }) => kind)).toEqual([
    "errors",
  ]);
});

describe("sheets", () => {
  const lines = sheetOf([header, ["SO-1", "Acme", "A", 1, 1, ""], ["SO-2", "Bolt", "B", 1, 1, ""]]);

  test("the one with order lines is taken, also behind a cover and beside hidden ones", async () => {
    const { opened } = await readImport(bookOf({ Cover: sheetOf([["Open orders"], ["as of today"]]), Lines: lines }));
    expect(opened).toMatchObject({ sheet: "Lines", isSheetAmbiguous: false });
  });

  test("two that look alike ask exactly one question", async () => {
    const { opened } = await readImport(bookOf({ May: lines, June: lines }));
    expect(blockersOf(opened, opened.proposal.fields, opened.examination, NO_ANSWERS).map(({ kind }) => kind)).toEqual([
      "sheet",
    ]);
    expect(opened.sheets.map(({ name }) => name)).toEqual(["May", "June"]);
  });

  test("hidden rows are read and said", async () => {
    const hidden = sheetOf([header, ["SO-1", "Acme", "A", 1, 1, ""], ["SO-2", "Bolt", "B", 1, 1, ""]]);
    hidden["!rows"] = [{}, {}, { hidden: true }];
    const { opened, rows } = await readImport(bookOf({ Lines: hidden }));
    expect(rows).toHaveLength(2);
    expect(describeLayout(opened, opened.examination)).toContain("1 row is hidden in the workbook and read too.");
  });
});

describe("refuses", () => {
  const good = bookOf({ Orders: sheetOf([header, ["SO-1", "Acme", "A", 1, 1, ""]]) });

  test("what unpacks to more than anybody's orders, before unpacking it", async () => {
    const began = performance.now();
    expect((await refusalOf(withSizes(good, () => 200 * 1024 * 1024))).code).toBe("workbook_too_large");
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("an archive whose directory lies about its sizes", async () => {
    const parts = unzipSync(good);
    const large = { ...parts, "xl/worksheets/sheet1.xml": new Uint8Array(20 * 1024 * 1024) };
    const bomb = withSizes(zipSync(large, { level: 1 }), (size) => Math.min(size, 5_000));
    expect(["workbook_damaged", "workbook_empty"]).toContain((await refusalOf(bomb)).code);
  });

  test.each([
    ["other archives", zipSync({ "orders.csv": strToU8("a,b\n1,2\n") }), /ZIP archive.*Unpack it/],
    [
      "OpenDocument",
      bookOf(
        {
          A: sheetOf([
            ["a", "b"],
            [1, 2],
          ]),
        },
        "ods",
      ),
      /OpenDocument.*\.xlsx/,
    ],
    [
      "binary workbooks",
      bookOf(
        {
          A: sheetOf([
            ["a", "b"],
            [1, 2],
          ]),
        },
        "xlsb",
      ),
      /\.xlsb.*Save it as/,
    ],
    ["a cut-off workbook", good.slice(0, good.length - 40), /damaged/],
    ["an empty workbook", bookOf({ A: sheetOf([]) }), /No sheet/],
    [
      "something that only begins like an old workbook",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
      /can’t be opened/,
    ],
  ] as [string, Uint8Array<ArrayBuffer>, RegExp][])("%s", async (_, bytes, sentence) => {
    expect((await refusalOf(bytes)).message).toMatch(sentence);
  });
});

test.each([
  ["General", false],
  ["0.00", false],
  ["#,##0.00", false],
  ['"$"#,##0.00', false],
  ["#,##0.00\\ [$€-407]", false],
  ["_-* #,##0.00_-", false],
  ["0", false],
  ["00000", true],
  ['"SO-"0000', true],
  ["000-00-0000", true],
  ["0%", true],
])("the format %s adds something to the number: %s", (format, adds) => {
  expect(showsMore(format)).toBe(adds);
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1e21, "1000000000000000000000"],
  [123456789012, "123456789012"],
  [1.5e-7, "0.00000015"],
  [-2.5, "-2.5"],
])("the number %d is written %s", (value, text) => {
  expect(numberText(value)).toBe(text);
});
