import { describe, expect, test } from "vitest";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";

const before = {
  position: 3,
  sku: "WIDGET-9",
  description: "Widget",
  uom: null,
  quantity: "10",
  unit_price: "42",
  requested_ship_date: null,
};

const cases: [string, ChangeView, { subject: string; sentence: string }][] = [
  [
    "a higher quantity",
    { kind: "set_quantity", before, after: { quantity: "12" } },
    { subject: "line 3 · WIDGET-9", sentence: "quantity 10 → 12 (+2, +$84.00)" },
  ],
  [
    "a lower quantity with a unit",
    { kind: "set_quantity", before: { ...before, uom: "EA" }, after: { quantity: "7.5" } },
    { subject: "line 3 · WIDGET-9", sentence: "quantity 10 → 7.5 EA (−2.5, −$105.00)" },
  ],
  [
    "a quantity without a price",
    { kind: "set_quantity", before: { ...before, unit_price: null }, after: { quantity: "1200" } },
    { subject: "line 3 · WIDGET-9", sentence: "quantity 10 → 1,200 (+1,190)" },
  ],
  [
    "a removal",
    { kind: "remove_line", before, after: {} },
    { subject: "line 3 · WIDGET-9", sentence: "removed (was 10, −$420.00)" },
  ],
  [
    "an address that is empty again",
    { kind: "set_ship_to", before: { ship_to: "Dock 2" }, after: { ship_to: null } },
    { subject: "whole order", sentence: "ship to Dock 2 → none" },
  ],
  [
    "a line that ships with the order again",
    {
      kind: "set_line_date",
      before: { ...before, requested_ship_date: "2026-09-14" },
      after: { requested_ship_date: null },
    },
    { subject: "line 3 · WIDGET-9", sentence: "ships Mon 14 Sep 2026 → with the order" },
  ],
  [
    "an addition",
    { kind: "add_line", before: {}, after: { sku: "NEW", quantity: "3", unit_price: "2.5" } },
    { subject: "new line · NEW", sentence: "added: 3 × NEW at $2.50" },
  ],
  [
    "an addition with a unit and a date and no price",
    {
      kind: "add_line",
      before: {},
      after: { sku: "NEW", quantity: "3", uom: "CS", requested_ship_date: "2026-09-17" },
    },
    { subject: "new line · NEW", sentence: "added: 3 CS × NEW, ships Thu 17 Sep 2026" },
  ],
  [
    "a rest that is closed",
    { kind: "close_line", line_id: "x", before: { ...before, uom: "EA", floor: "6" }, after: { quantity: "6" } },
    { subject: "line 3 · WIDGET-9", sentence: "close 4 open of 10 EA (6 are picked, −$168.00)" },
  ],
  [
    "a rest of a line without a price",
    { kind: "close_line", line_id: "x", before: { ...before, unit_price: null, floor: "1" }, after: { quantity: "1" } },
    { subject: "line 3 · WIDGET-9", sentence: "close 9 open of 10 (1 is picked)" },
  ],
  [
    "an address on several lines",
    { kind: "set_ship_to", before: { ship_to: "12 Old Rd\r\nDayton, OH" }, after: { ship_to: "4 New St\nDayton, OH" } },
    { subject: "whole order", sentence: "ship to 12 Old Rd, Dayton, OH → 4 New St, Dayton, OH" },
  ],
  [
    "a first ship method",
    { kind: "set_ship_method", before: { ship_method: null }, after: { ship_method: "Ground" } },
    { subject: "whole order", sentence: "ship method none → Ground" },
  ],
  [
    "a cancelled order",
    { kind: "cancel_order", before: { line_count: 12, amount: "4200", unpriced: 0 }, after: { stage: "cancelled" } },
    { subject: "whole order", sentence: "cancel the order (12 lines, $4,200.00)" },
  ],
  [
    "a cancelled order with lines that have no price",
    { kind: "cancel_order", before: { line_count: 3, amount: "10", unpriced: 1 }, after: { stage: "cancelled" } },
    { subject: "whole order", sentence: "cancel the order (3 lines, $10.00 without 1 that has no price)" },
  ],
  [
    "a cancelled order without prices",
    { kind: "cancel_order", before: { line_count: 1, amount: null, unpriced: 1 }, after: { stage: "cancelled" } },
    { subject: "whole order", sentence: "cancel the order (1 line)" },
  ],
  [
    "a substitute",
    { kind: "substitute_line", before: { ...before, sku: "A" }, after: { sku: "B" } },
    { subject: "line 3 · A", sentence: "A → B" },
  ],
  [
    "a substitute in another quantity",
    { kind: "substitute_line", before: { ...before, sku: "A" }, after: { sku: "B", quantity: "8" } },
    { subject: "line 3 · A", sentence: "A → B, quantity 10 → 8 (−2, −$84.00)" },
  ],
  [
    "a later line date",
    {
      kind: "set_line_date",
      before: { ...before, requested_ship_date: "2026-09-14" },
      after: { requested_ship_date: "2026-09-17" },
    },
    { subject: "line 3 · WIDGET-9", sentence: "ships Mon 14 Sep → Thu 17 Sep (3 days later)" },
  ],
  [
    "a line that shipped with its order",
    { kind: "set_line_date", before, after: { requested_ship_date: "2026-09-17" } },
    { subject: "line 3 · WIDGET-9", sentence: "ships with the order → Thu 17 Sep 2026" },
  ],
  [
    "an earlier order date across a year",
    {
      kind: "set_order_date",
      before: { requested_ship_date: "2027-01-01" },
      after: { requested_ship_date: "2026-12-31" },
    },
    { subject: "whole order", sentence: "ship date Fri 1 Jan 2027 → Thu 31 Dec 2026 (1 day earlier)" },
  ],
];

test.each(cases)("%s", (_name, change, words) => {
  expect(describeChange(change, "USD")).toMatchObject(words);
});

describe("the parts of a difference", () => {
  test("before and after stand on their own", () => {
    const words = describeChange(
      { kind: "set_quantity", before: { ...before, uom: "EA" }, after: { quantity: "8" } },
      "EUR",
    );
    expect(words).toMatchObject({ field: "quantity", from: "10", to: "8 EA", difference: "−2, −€84.00", tone: "less" });
  });

  test("the largest quantity at the largest price has an amount", () => {
    const change: ChangeView = {
      kind: "set_quantity",
      before: { ...before, unit_price: "999999999999" },
      after: { quantity: "999999999999" },
    };
    expect(describeChange(change, "USD").difference).toContain("+999,999,999,989, +$");
  });
});
