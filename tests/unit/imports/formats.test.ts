import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DateDetector } from "@/lib/imports/detect-dates";
import { NumberDetector } from "@/lib/imports/detect-numbers";
import { formatCell, PLAIN_FORMATS, parseCell } from "@/lib/imports/formats";
import type { ValueFormats } from "@/lib/imports/source-format";

const german: ValueFormats = { date: "dmy", date_separator: ".", date_padded: true, decimal: ",", group: "." };
const american: ValueFormats = { date: "mdy", date_separator: "/", date_padded: false, decimal: ".", group: "," };

function dates(...cells: string[]) {
  const detector = new DateDetector();
  for (const [index, cell] of cells.entries()) detector.add(cell, index + 2);
  return detector.result();
}

function numbers(...cells: string[]) {
  const detector = new NumberDetector();
  for (const [index, cell] of cells.entries()) detector.add(cell, index + 2);
  return detector.result();
}

describe("date order", () => {
  test("year first", () => expect(dates("2026-09-14", "")).toMatchObject({ date: "iso", isAmbiguous: false }));
  test("day first, with the row that shows it", () => {
    expect(dates("09/10/2026", "14/09/2026")).toMatchObject({
      date: "dmy",
      date_separator: "/",
      isAmbiguous: false,
      dayFirst: { row: 3, value: "14/09/2026" },
    });
  });
  test("month first, unpadded", () => {
    expect(dates("9/3/2026", "9/14/2026 0:00")).toMatchObject({ date: "mdy", date_padded: false, isAmbiguous: false });
  });
  test("dots mean day first", () => expect(dates("03.04.2026")).toMatchObject({ date: "dmy", isAmbiguous: false }));
  test("undecided or contradicting cells ask", () => {
    expect(dates("09/10/2026").isAmbiguous).toBe(true);
    expect(dates("14/09/2026", "09/14/2026").isAmbiguous).toBe(true);
  });
});

describe("number format", () => {
  test.each([
    [["10", "-5"], { decimal: ".", group: "", isAmbiguous: false }],
    [["1,234.50"], { decimal: ".", group: ",", isAmbiguous: false }],
    [["1.234,50 €"], { decimal: ",", group: ".", isAmbiguous: false }],
    [["12,5", "1.234"], { decimal: ",", group: ".", isAmbiguous: false }],
    [["0.500"], { decimal: ".", group: "", isAmbiguous: false }],
    [["1.234.567"], { decimal: ",", group: ".", isAmbiguous: false }],
    [["1 234,5"], { decimal: ",", group: " ", isAmbiguous: false }],
    [["1'234.50"], { decimal: ".", group: "'", isAmbiguous: false }],
    [["1,234"], { decimal: ".", group: ",", isAmbiguous: true }],
    [["1.234"], { decimal: ".", group: "", isAmbiguous: true }],
    [["1.5", "1,5"], { isAmbiguous: true }],
  ])("%j", (cells, findings) => expect(numbers(...cells)).toMatchObject(findings));
});

describe("parses", () => {
  test.each([
    ["1.234,50", "1234.5"],
    ["1.234,50 €", "1234.5"],
    ["EUR 0,000001", "0.000001"],
    ["007", "7"],
    ["-0", "0"],
    ["123456789012,123456", "123456789012.123456"],
    ["1,0000000", "1"],
    ["1\u00a0234", "1\u00a0234"],
    ["1.23", "1.23"],
    ["0,1234567", "0,1234567"],
    ["1E5", "1E5"],
    ["NaN", "NaN"],
    ["ten", "ten"],
    ["", null],
  ])("the number %j as %j, or passes it on", (cell, value) => {
    expect(parseCell("quantity_ordered", cell, german)).toBe(value);
  });

  test.each([
    ["31.12.2026", "2026-12-31"],
    ["1.2.26", "2026-02-01"],
    ["2026-12-31T23:30:00Z", "2026-12-31"],
    ["31/12/2026 10:15", "2026-12-31"],
    ["30.02.2026", "30.02.2026"],
    ["soon", "soon"],
    ["  ", null],
  ])("the date %j as %j, or passes it on", (cell, value) => {
    expect(parseCell("requested_ship_date", cell, german)).toBe(value);
  });
});

describe("writes in the manner of the cell that stood there", () => {
  test.each([
    ["unit_price", "1234.5", german, "10,00 €", "1234,50 €"],
    ["unit_price", "1234.5", german, "9.999,00", "1.234,50"],
    ["quantity_ordered", "12", american, "10.00", "12.00"],
    ["quantity_ordered", "12", american, "10", "12"],
    ["quantity_ordered", "12.25", american, "10", "12.25"],
    ["requested_ship_date", "2026-09-04", american, "9/3/2026 0:00", "9/4/2026 0:00"],
    ["requested_ship_date", "2026-09-04", american, "12/14/26", "9/4/26"],
    ["requested_ship_date", "2026-09-04", german, "03.09.2026", "04.09.2026"],
    ["requested_ship_date", "2026-09-04", german, "", "04.09.2026"],
    ["requested_ship_date", "2026-09-04", PLAIN_FORMATS, "", "2026-09-04"],
    ["requested_ship_date", null, german, "03.09.2026", ""],
  ] as const)("%s %s", (field, value, formats, like, written) => {
    expect(formatCell(field, value, formats, like)).toBe(written);
  });
});

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.stringMatching(/^\d{0,6}$/))
  .map(([isNegative, whole, fraction]) => {
    const shown = fraction.replace(/0+$/, "");
    const value = shown ? `${whole}.${shown}` : `${whole}`;
    return isNegative && value !== "0" ? `-${value}` : value;
  });
const separators = fc.constantFrom<[ValueFormats["decimal"], ValueFormats["group"]]>(
  [".", ""],
  [".", ","],
  [".", " "],
  [".", "'"],
  [",", ""],
  [",", "."],
  [",", " "],
);

test("every decimal of up to six places survives writing and reading exactly", () => {
  fc.assert(
    fc.property(decimal, decimal, separators, (value, like, [decimalSign, group]) => {
      const formats = { ...PLAIN_FORMATS, decimal: decimalSign, group };
      const model = formatCell("unit_price", like, formats, "");
      const written = formatCell("unit_price", value, formats, `$${model}`);
      expect(parseCell("unit_price", written, formats)).toBe(value);
    }),
  );
});

test("every date survives writing and reading in every format", () => {
  const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  const formats = fc.record({
    date: fc.constantFrom("iso" as const, "dmy" as const, "mdy" as const),
    date_separator: fc.constantFrom("-" as const, "/" as const, "." as const),
    date_padded: fc.boolean(),
  });
  fc.assert(
    fc.property(date, date, formats, fc.constantFrom("", " 0:00", "T10:15:00Z"), (at, neighbour, how, time) => {
      const all = { ...PLAIN_FORMATS, ...how };
      const [value, like] = [at, neighbour].map((one) => one.toISOString().slice(0, 10)) as [string, string];
      const model = formatCell("requested_ship_date", like, all, "") + time;
      const written = formatCell("requested_ship_date", value, all, model);
      expect(parseCell("requested_ship_date", written, all)).toBe(value);
      expect(written.endsWith(time)).toBe(true);
    }),
  );
});

test("a name broken into two lines of a cell is one name; a code broken in two stays as it is, to be seen", () => {
  expect(parseCell("customer", "Acme \r\n Inc", PLAIN_FORMATS)).toBe("Acme Inc");
  expect(parseCell("customer_po", "PO\n7", PLAIN_FORMATS)).toBe("PO 7");
  expect(parseCell("sku", "A\n1", PLAIN_FORMATS)).toBe("A\n1");
  expect(parseCell("ship_to", "Acme\n1 Main Street", PLAIN_FORMATS)).toBe("Acme\n1 Main Street");
});
