import { expect, test } from "vitest";
import { misfitSentences } from "@/lib/settings/formats";
import { readFormats } from "@/lib/settings/read-formats";
import { readHolidays } from "@/lib/settings/read-holidays";
import { workDaysWords } from "@/lib/settings/site";

test.each([
  ["SO-#####", "SO-48201", [{ pattern: "SO-#####", example: "SO-48201" }]],
  [
    " SO-# \n\nW-#+",
    "W-77",
    [
      { pattern: "SO-#", example: "SO-1" },
      { pattern: "W-#+", example: "W-77" },
    ],
  ],
  ["", "SO-48201, SO-48202", [{ pattern: "SO-#####", example: "SO-48201" }]],
  ["", "", []],
])("formats %j with examples %j", (patterns, examples, formats) => {
  expect(readFormats(patterns, examples)).toEqual({ ok: true, formats });
});

test.each([
  ["SO-#", "W-1", "Your example “W-1” fits none of these."],
  ["*", "", "* alone fits everything."],
  ["SO*#", "", "“SO*#” has a * before its end."],
  ["SO", "", "“SO” has nothing that varies."],
  ["#\n##\n###\n####\n#####\n######", "", "Give at most 5 formats"],
  ["", "ABC", "“ABC” has nothing that could vary."],
])("formats %j with examples %j are questioned", (patterns, examples, problem) => {
  expect(readFormats(patterns, examples)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
});

test.each([
  [
    "2026-12-25 Christmas, first day\n\n 2026-12-26",
    [
      ["2026-12-25", "Christmas, first day"],
      ["2026-12-26", ""],
    ],
  ],
  [
    "2026-12-25, 2026-12-26; 2027-01-01",
    [
      ["2026-12-25", ""],
      ["2026-12-26", ""],
      ["2027-01-01", ""],
    ],
  ],
  ["25.12.2026\tWeihnachten", [["2026-12-25", "Weihnachten"]]],
  ["12/25/2026 Christmas", [["2026-12-25", "Christmas"]]],
  ["25/12/2026", [["2026-12-25", ""]]],
  ["07/07/2026", [["2026-07-07", ""]]],
  ["", []],
])("holidays %j", (text, days) => {
  expect(readHolidays(text)).toEqual({ ok: true, days: days.map(([day, name]) => ({ day, name })) });
});

test.each([
  ["2026-12-25\n07/04/2026", "“07/04/2026” could be two days."],
  ["Christmas", "“Christmas” doesn't begin with a day"],
  ["2026-02-30", "“2026-02-30” doesn't begin with a day"],
  ["2026-01-01\n".repeat(401), "Give up to 400 days"],
])("holidays %j are questioned", (text, problem) => {
  expect(readHolidays(text)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
});

test.each([
  [[1, 2, 3, 4, 5], "Monday to Friday"],
  [[7, 1, 2, 3, 4, 5, 6], "every day"],
  [[1, 3, 5], "Monday, Wednesday and Friday"],
  [[6, 7], "Saturday and Sunday"],
  [[2], "Tuesday"],
])("work days %j are %s", (days, words) => {
  expect(workDaysWords(days)).toBe(words);
});

test("misfits are counted and shown, and what fits is not mentioned", () => {
  const all = {
    orders: 268,
    odd_orders: 1,
    order_examples: ["W-1"],
    lines: 1200,
    odd_lines: 2,
    sku_examples: ["a", "b"],
  };
  expect(misfitSentences(all)).toEqual([
    "1 of 268 open orders has a number that doesn't fit, such as W-1.",
    "2 of 1,200 lines have a SKU that doesn't fit, such as a and b.",
  ]);
  expect(misfitSentences({ ...all, odd_orders: 0, odd_lines: 0 })).toEqual([]);
});
