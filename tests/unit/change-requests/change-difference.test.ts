import { expect, test } from "vitest";
import { changeDifference, daysMovedWords, totalDifference } from "@/lib/change-requests/change-difference";
import type { ChangeView } from "@/lib/change-requests/change-view";

const before = { position: 1, sku: "A-1", uom: "EA", quantity: "10", unit_price: "0.1" };

test("a substitute without a quantity moves no money", () => {
  expect(changeDifference({ kind: "substitute_line", before, after: { sku: "B-1" } })).toEqual({
    quantity: null,
    uom: "EA",
    amount: null,
    days: null,
  });
});

test("a date counts its days", () => {
  const change: ChangeView = {
    kind: "set_order_date",
    before: { requested_ship_date: "2026-09-14" },
    after: { requested_ship_date: "2026-09-12" },
  };
  expect(changeDifference(change).days).toBe(-2);
});

test("totals keep units apart and add money exactly", () => {
  const changes: ChangeView[] = [
    { kind: "set_quantity", before, after: { quantity: "13" } },
    { kind: "remove_line", before: { ...before, uom: "BX", quantity: "4", unit_price: "2.5" }, after: {} },
    { kind: "add_line", before: {}, after: { sku: "N", quantity: "2", uom: "EA", unit_price: "0.2" } },
  ];
  expect(totalDifference(changes)).toEqual({
    quantities: [
      { uom: "EA", quantity: "5" },
      { uom: "BX", quantity: "-4" },
    ],
    amount: "-9.3",
    isAmountPartial: false,
  });
});

test("a line without a price makes the amount partial", () => {
  const changes: ChangeView[] = [
    { kind: "set_quantity", before, after: { quantity: "11" } },
    { kind: "set_quantity", before: { ...before, unit_price: null }, after: { quantity: "11" } },
  ];
  expect(totalDifference(changes)).toMatchObject({ amount: "0.1", isAmountPartial: true });
});

test("a cancelled order is all of it gone, unit by unit", () => {
  const units = [
    { uom: "BX", quantity: "4" },
    { uom: null, quantity: "2.5" },
  ];
  const cancel: ChangeView = {
    kind: "cancel_order",
    before: { line_count: 3, amount: "99.5", unpriced: 1, units },
    after: { stage: "cancelled" },
  };
  expect(totalDifference([cancel])).toEqual({
    quantities: [
      { uom: "BX", quantity: "-4" },
      { uom: null, quantity: "-2.5" },
    ],
    amount: "-99.5",
    isAmountPartial: true,
  });
  expect(totalDifference([{ ...cancel, before: { line_count: 1 } }])).toEqual({
    quantities: [],
    amount: null,
    isAmountPartial: false,
  });
});

test("closing the rest counts what goes", () => {
  const change: ChangeView = { kind: "close_line", before: { ...before, floor: "6" }, after: { quantity: "6" } };
  expect(changeDifference(change)).toMatchObject({ quantity: "-4" });
});

test.each([
  [[], "Unchanged"],
  [[["2026-09-14", "2026-09-17"]], "3 days later"],
  [
    [
      ["2026-09-14", "2026-09-13"],
      ["2026-09-14", "2026-09-16"],
    ],
    "1 day earlier to 2 days later",
  ],
  [[[null, "2026-09-16"]], "A date is set or taken away"],
] as [[string | null, string][], string][])("ship dates move: %j", (dates, words) => {
  const changes = dates.map(([from, to]) => ({
    kind: "set_line_date" as const,
    before: { requested_ship_date: from },
    after: { requested_ship_date: to },
  }));
  expect(daysMovedWords(changes)).toBe(words);
});
