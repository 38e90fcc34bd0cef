import { expect, test } from "vitest";
import { correctionsOf } from "@/lib/imports/correct-cells";
import { PLAIN_FORMATS } from "@/lib/imports/formats";

test("a corrected cell brings the quantity that is worked out with it", () => {
  const format = {
    fields: { order_number: 0, sku: 1, quantity_ordered: 2 },
    formats: PLAIN_FORMATS,
    derived: { quantity_shipped: { whole: 2, rest: 3 } },
  };
  const rows = [{ row_number: 2, cells: ["SO-1", "A", "ten", "6"] }];
  expect(correctionsOf(format, rows, 2, "10")).toEqual([
    { row: 2, cells: { 2: "10" }, fields: { quantity_ordered: "10", quantity_shipped: "4" } },
  ]);
  expect(correctionsOf(format, rows, 3, "5")).toEqual([
    { row: 2, cells: { 3: "5" }, fields: { quantity_shipped: null } },
  ]);
  expect(correctionsOf(format, rows, 1, "B")).toEqual([{ row: 2, cells: { 1: "B" }, fields: { sku: "B" } }]);
});
