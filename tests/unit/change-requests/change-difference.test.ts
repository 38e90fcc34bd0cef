import { expect, test } from "vitest";
import { changeDifference, totalDifference } from "@/lib/change-requests/change-difference";
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
