import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsFormats, matchesFormat } from "@/lib/orders/format";
import { describePattern, exampleOf, formatsSentence } from "@/lib/orders/format-words";
import { inferFormats } from "@/lib/orders/infer-format";
import { formatCases } from "../../support/format-cases";

test.each(formatCases)("%j and %j: %s", (pattern, text, fits) => {
  expect(matchesFormat(pattern, text)).toBe(fits);
});

test("where nothing is said everything fits, and of several one is enough", () => {
  expect(fitsFormats([], "anything")).toBe(true);
  const formats = ["SO-#", "W-#"].map((pattern) => ({ pattern, example: "" }));
  expect([fitsFormats(formats, "W-1"), fitsFormats(formats, "X-1")]).toEqual([true, false]);
});

test("a pattern made to be slow is not", () => {
  const pattern = `${"?+".repeat(29)}#!`;
  const began = performance.now();
  expect(matchesFormat(pattern, "a1".repeat(5_000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test.each([
  [["SO-48201"], ["SO-#####"]],
  [["SO-48201", "SO-99999", "SO-48201"], ["SO-#####"]],
  [["SO-999", "SO-1000"], ["SO-#+"]],
  [["AB-1", "CD-2"], ["AA-#"]],
  [["A-1", "A-2"], ["\\A-#"]],
  [["WH-SHELF-48", "CART-UT-3", "TAPE-2-110"], ["A+-*"]],
  [["WIDGET-9", "WIDGET-9-XL"], ["WIDGET-*"]],
  [["SO-1", "SO"], ["SO-#"]],
  [
    ["4711", "SO-1"],
    ["####", "SO-#"],
  ],
  [["SALES 12/3"], ["S\\ALES ##/#"]],
  [["  ", ""], []],
  [["ABC"], []],
])("%j look like %j", (examples, patterns) => {
  expect(inferFormats(examples).map(({ pattern }) => pattern)).toEqual(patterns);
});

test("whatever is found fits what it was found in, and its own example", () => {
  const code = fc.string({ unit: fc.constantFrom(..."AZaz09#*?+\\-./ "), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(code, { minLength: 1, maxLength: 5 }), (examples) => {
      for (const { pattern, example } of inferFormats(examples)) {
        expect(matchesFormat(pattern, example)).toBe(true);
        expect(matchesFormat(pattern, exampleOf(pattern))).toBe(true);
        expect(describePattern(pattern)).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["SO-#####", "“SO-” and 5 digits", "SO-12345"],
  ["A+-*", "one or more letters, “-” and anything after that", "ABC-X1"],
  ["AA##?", "2 letters, 2 digits and a letter or digit", "AB12C"],
  ["#", "a digit", "1"],
  ["?+-??", "one or more letters or digits, “-” and 2 letters or digits", "A1B-2C"],
])("%j is said as %j and shown as %j", (pattern, words, example) => {
  expect([describePattern(pattern), exampleOf(pattern)]).toEqual([words, example]);
});

test("the sentence names every format with its example", () => {
  const formats = [
    { pattern: "SO-#", example: "SO-1" },
    { pattern: "W-#+", example: "W-12" },
  ];
  expect(formatsSentence("Order numbers", formats)).toBe(
    "Order numbers look like SO-# (such as SO-1) or W-#+ (such as W-12).",
  );
});
