import fc from "fast-check";
import { DELIMITERS, LINE_ENDINGS } from "@/lib/imports/dialect";
import { ENCODINGS } from "@/lib/imports/encodings";
import type { ValueFormats } from "@/lib/imports/source-format";

/** `texts`: order number, customer, SKU and description. */
export type Line = {
  texts: [string, string, string, string];
  note: string;
  quantity: string;
  price: string;
  date: string;
};

/** Letters of everywhere, quotes, separators, line breaks, formulas, zeros in front, numbers that are none. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.stringMatching(/^0\d{0,9}$/),
  fc.constantFrom(
    "1E5",
    "=1+1",
    "'=1+1",
    "-5",
    "@SUM(A1)",
    '5" pipe',
    "a\nb",
    "x;y,z",
    "＝1",
    "__proto__",
    "Łódź",
    "東京 ABC",
    "+49 30",
    "TRUE",
  ),
);
/** What an order number, a name or a SKU can be: nothing that reads as a total. */
export const anyName = anyText
  .map((value) => value.trim())
  .filter((value) => value !== "" && !/\p{Cc}/u.test(value) && !/total|summe|gesamt|sum\b/i.test(value));
export const anyAmount = fc
  .tuple(fc.nat(999_999), fc.stringMatching(/^\d{0,4}$/))
  .map(([whole, fraction]) => `${whole}${fraction.replace(/0+$/, "") && `.${fraction.replace(/0+$/, "")}`}`);
export const anyDay = fc.date({ min: new Date("2020-01-01"), max: new Date("2039-12-31"), noInvalidDate: true });
export const anyLine: fc.Arbitrary<Line> = fc.record({
  texts: fc.tuple(anyName, anyName, anyName, anyText),
  note: anyText,
  quantity: anyAmount,
  price: anyAmount,
  date: anyDay.map((at) => at.toISOString().slice(0, 10)),
});
export const anyFormats: fc.Arbitrary<ValueFormats> = fc
  .record({
    date: fc.constantFrom("iso" as const, "dmy" as const, "mdy" as const, "serial" as const),
    date_separator: fc.constantFrom("-" as const, "/" as const, "." as const),
    date_padded: fc.boolean(),
    sign: fc.constantFrom(
      [".", ""] as const,
      [".", ","] as const,
      [",", "."] as const,
      [",", " "] as const,
      [".", "'"] as const,
    ),
  })
  .map(({ sign: [decimal, group], ...dates }) => ({ ...dates, decimal, group }));

/** How a file of text can be written. */
export const anyStyle = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  delimiter: fc.constantFrom(...DELIMITERS),
  line_ending: fc.constantFrom(...LINE_ENDINGS),
});
