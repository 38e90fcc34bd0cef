import { expect, test } from "vitest";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { conflictNote, threeWayRows } from "@/lib/change-requests/three-way";

const before = { position: 1, sku: "A-1", quantity: "10", unit_price: "2", requested_ship_date: null };
const quantity: ChangeView = { kind: "set_quantity", before, after: { quantity: "12" } };

test("without a move, now is what the requester saw", () => {
  expect(threeWayRows([quantity], [])).toEqual([
    { subject: "Line 1 · A-1", field: "Quantity", base: "10", now: "10", requested: "12", hasMoved: false },
  ]);
});

test("a moved field is marked, also one the change itself doesn't ask for", () => {
  const moved = [
    { code: "field_moved", change_index: 0, field: "quantity", base: "10", now: "8", requested: "12" },
    { code: "field_moved", change_index: 0, field: "sku", base: "A-1", now: "B-1", requested: null },
  ];
  expect(threeWayRows([quantity], moved)).toEqual([
    { subject: "Line 1 · A-1", field: "Quantity", base: "10", now: "8", requested: "12", hasMoved: true },
    { subject: "Line 1 · A-1", field: "SKU", base: "A-1", now: "B-1", requested: "", hasMoved: true },
  ]);
});

test("a line that is gone says so in every field", () => {
  const moved = [{ code: "line_removed", change_index: 0, field: "quantity", base: "10", now: "0", requested: "12" }];
  expect(threeWayRows([quantity], moved)).toMatchObject([{ now: "line removed", hasMoved: true }]);
});

test("every kind of change has its fields", () => {
  const rows = threeWayRows(
    [
      { kind: "remove_line", before, after: {} },
      { kind: "add_line", before: {}, after: { sku: "N", quantity: "3" } },
      { kind: "substitute_line", before, after: { sku: "B-1" } },
      { kind: "set_line_date", before, after: { requested_ship_date: "2026-09-17" } },
      {
        kind: "set_order_date",
        before: { requested_ship_date: "2026-09-14" },
        after: { requested_ship_date: "2026-09-15" },
      },
    ],
    [],
  );
  expect(rows.map(({ subject, field, base, requested }) => [subject, field, base, requested])).toEqual([
    ["Line 1 · A-1", "Quantity", "10", "removed"],
    ["New line · N", "Quantity", "", "3"],
    ["New line · N", "SKU", "", "N"],
    ["Line 1 · A-1", "SKU", "A-1", "B-1"],
    ["Line 1 · A-1", "Ship date", "with the order", "Thu 17 Sep 2026"],
    ["Whole order", "Ship date", "Mon 14 Sep 2026", "Tue 15 Sep 2026"],
  ]);
});

test("the note to the requester names what moved", () => {
  const moved = [{ code: "field_moved", change_index: 0, field: "quantity", base: "10", now: "8", requested: "12" }];
  expect(conflictNote([quantity], moved)).toBe(
    "The order changed after you asked:\nLine 1 · A-1: quantity was 10, is now 8, you asked for 12.\nPlease look at the order and ask again.",
  );
});

test("what is on the box, the rest that is closed, and the order that is cancelled", () => {
  const changes: ChangeView[] = [
    { kind: "set_ship_to", before: { ship_to: "1 Old Rd\nOhio" }, after: { ship_to: "4 New St\nOhio" } },
    { kind: "set_ship_method", before: { ship_method: null }, after: { ship_method: "Air" } },
    { kind: "close_line", line_id: "x", before: { ...before, floor: "6" }, after: { quantity: "6" } },
    { kind: "cancel_order", before: { line_count: 3, amount: "4200" }, after: { stage: "cancelled" } },
  ];
  const moved = [
    { code: "field_moved", change_index: 2, field: "floor", base: "6", now: "8", requested: null },
    { code: "field_moved", change_index: 3, field: "line_count", base: 3, now: 4, requested: null },
  ];
  expect(
    threeWayRows(changes, moved).map(({ subject, field, base, now, requested }) => [
      subject,
      field,
      base,
      now,
      requested,
    ]),
  ).toEqual([
    ["Whole order", "Ship to", "1 Old Rd\nOhio", "1 Old Rd\nOhio", "4 New St\nOhio"],
    ["Whole order", "Ship method", "none", "none", "Air"],
    ["Line 1 · A-1", "Quantity", "10", "10", "6"],
    ["Line 1 · A-1", "Picked", "6", "8", ""],
    ["Whole order", "Lines", "3", "4", "cancelled"],
    ["Whole order", "Value", "4,200", "4,200", "cancelled"],
  ]);
});
