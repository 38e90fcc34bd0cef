import { expect, test } from "vitest";
import { assignField, formatsWith, NO_ANSWERS } from "@/lib/imports/column-plan";
import type { Examination } from "@/lib/imports/examine";
import { PLAIN_FORMATS } from "@/lib/imports/formats";

const examination: Examination = {
  rows: { total: 2, lines: 1, skipped: [{ reason: "header", count: 1 }] },
  continuation: { continuation: "full", evidence: null, isAmbiguous: false },
  derived: {},
  errorCells: [],
  formats: { ...PLAIN_FORMATS, date: "mdy", date_separator: "/", group: "," },
  dates: {
    date: "mdy",
    date_separator: "/",
    date_padded: true,
    isAmbiguous: true,
    dayFirst: null,
    monthFirst: null,
    serial: null,
    isAssumed: false,
    isEmpty: false,
    isEpochAmbiguous: false,
  },
  numbers: { decimal: ".", group: ",", isAmbiguous: true, point: null, comma: null, isEmpty: false },
  statusWords: [],
  hasMoreStatusWords: false,
};

test("a field leaves the column it had", () => {
  const { columns, movedFrom } = assignField({ sku: 0, customer: 1 }, 2, "sku");
  expect(columns).toEqual({ sku: 2, customer: 1 });
  expect(movedFrom).toBe(0);
});

test("a column that gets another meaning loses the one it had", () => {
  expect(assignField({ sku: 0, customer: 1 }, 1, "ship_to").columns).toEqual({ sku: 0, ship_to: 1 });
  expect(assignField({ sku: 0 }, 0, null).columns).toEqual({});
});

test("an answer decides only what the file leaves open", () => {
  const answers = { ...NO_ANSWERS, date: "dmy", decimal: "," } as const;
  expect(formatsWith(examination, answers)).toMatchObject({ date: "dmy", decimal: ",", group: "." });
  const decided = {
    ...examination,
    dates: { ...examination.dates, isAmbiguous: false },
    numbers: { ...examination.numbers, isAmbiguous: false },
  };
  expect(formatsWith(decided, answers)).toEqual(examination.formats);
});
