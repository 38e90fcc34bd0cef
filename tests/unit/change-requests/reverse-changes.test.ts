import { describe, expect, test } from "vitest";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { readDraft } from "@/lib/change-requests/read-draft";
import { rebaseChanges } from "@/lib/change-requests/rebase-changes";
import { reverseChanges, whyIrreversible } from "@/lib/change-requests/reverse-changes";
import { first, free, line, order, orderLocked, second, today } from "./order-to-change.ts";

const before = { position: 1, sku: "WIDGET-9", description: "Widget", uom: "pcs", quantity: "10", unit_price: "42" };
const change = (kind: ChangeView["kind"], after: ChangeView["after"], part: Partial<ChangeView> = {}): ChangeView => ({
  kind,
  line_id: first,
  before: { ...before, requested_ship_date: null },
  after,
  outcome: "applied",
  ...part,
});

function undo(changes: ChangeView[], on = order(), added: string[] = []) {
  const { draft, left } = reverseChanges(changes, on, added, today);
  return { asks: readDraft(draft, on, today).changes, left: left.map(({ sentence }) => sentence) };
}

describe("undoing", () => {
  const with1 = (part: Parameters<typeof line>[0]) => order({ lines: [line(part)] });

  test("a quantity goes back to what it was", () => {
    expect(undo([change("set_quantity", { quantity: "12" })], with1({ ordered: "12" }))).toEqual({
      asks: [{ kind: "set_quantity", line_id: first, quantity: "10" }],
      left: [],
    });
  });

  test("a closed rest opens again, a substitute becomes the old item again", () => {
    const closed = undo([change("close_line", { quantity: "4" })], with1({ ordered: "4", floor: "4", picked: "4" }));
    expect(closed.asks).toEqual([{ kind: "set_quantity", line_id: first, quantity: "10" }]);
    const substituted = change("substitute_line", { sku: "PUMP", quantity: "3" });
    expect(undo([substituted], with1({ sku: "PUMP", ordered: "3" })).asks).toEqual([
      { kind: "substitute_line", line_id: first, sku: "WIDGET-9", quantity: "10", description: "Widget" },
    ]);
  });

  test("a removed line comes back as a new one, an added line goes", () => {
    const removed = undo([change("remove_line", {})], with1({ isRemoved: true, ordered: "0" }));
    expect(removed.asks).toEqual([
      { kind: "add_line", sku: "WIDGET-9", quantity: "10", description: "Widget", uom: "pcs", unit_price: "42" },
    ]);
    const added = change("add_line", { sku: "TAPE", quantity: "2" }, { line_id: null, before: {} });
    const on = order({ lines: [line(), line({ id: second, position: 2, sku: "TAPE", ordered: "2" })] });
    expect(undo([added], on, [second]).asks).toEqual([{ kind: "remove_line", line_id: second }]);
  });

  test("dates, address and method of the order go back", () => {
    const own = { line_id: null };
    const changes = [
      change(
        "set_order_date",
        { requested_ship_date: "2026-09-20" },
        { ...own, before: { requested_ship_date: "2026-09-14" } },
      ),
      change("set_ship_to", { ship_to: "Dock 2" }, { ...own, before: { ship_to: "Dock 1" } }),
      change("set_ship_method", { ship_method: "Air" }, { ...own, before: { ship_method: "Ground" } }),
    ];
    const on = order({ requestedShipDate: "2026-09-20", shipTo: "Dock 2", shipMethod: "Air" });
    expect(undo(changes, on).asks).toEqual([
      { kind: "set_order_date", requested_ship_date: "2026-09-14" },
      { kind: "set_ship_to", ship_to: "Dock 1" },
      { kind: "set_ship_method", ship_method: "Ground" },
    ]);
  });

  test("leaves alone what somebody changed since, what was never written, and what is on the floor", () => {
    expect(undo([change("set_quantity", { quantity: "12" })], with1({ ordered: "15" }))).toEqual({
      asks: [],
      left: ["The quantity was 12 and is 15 now."],
    });
    expect(
      undo([change("set_quantity", { quantity: "12" }, { outcome: "rejected" })], with1({ ordered: "12" })),
    ).toEqual({
      asks: [],
      left: [],
    });
    const picked = with1({ ordered: "12", picked: "11", floor: "11" });
    expect(undo([change("set_quantity", { quantity: "12" })], picked).left).toEqual([
      "11 of it are on the floor already, so it cannot go below that.",
    ]);
    const locked = with1({ ordered: "12", locks: { ...free, set_quantity: "order_locked" } });
    expect(undo([change("set_quantity", { quantity: "12" })], locked).left).toEqual([
      "The whole order is locked at its stage.",
    ]);
    const gone = order({ lines: [line({ isRemoved: true })], locks: orderLocked });
    expect(undo([change("remove_line", {})], gone).asks).toEqual([]);
  });

  test("what was empty becomes empty again", () => {
    const none = { line_id: null, before: { requested_ship_date: null, ship_to: null, ship_method: " " } };
    const changes = [
      change("set_order_date", { requested_ship_date: "2026-09-20" }, none),
      change("set_ship_to", { ship_to: "Dock 2" }, none),
      change("set_ship_method", { ship_method: "Air" }, none),
      // The line shipped with the order.
      change("set_line_date", { requested_ship_date: "2026-09-30" }),
    ];
    const on = order({
      lines: [line({ requestedShipDate: "2026-09-30" })],
      requestedShipDate: "2026-09-20",
      shipTo: "Dock 2",
      shipMethod: "Air",
    });
    expect(undo(changes, on).asks).toEqual([
      { kind: "set_order_date", requested_ship_date: null },
      { kind: "set_ship_to", ship_to: null },
      { kind: "set_ship_method", ship_method: null },
      { kind: "set_line_date", line_id: first, requested_ship_date: null },
    ]);
  });

  test("a cancelled order stays cancelled", () => {
    expect(whyIrreversible([change("cancel_order", { stage: "cancelled" }, { line_id: null })])).toContain(
      "stays cancelled",
    );
    expect(whyIrreversible([change("set_quantity", { quantity: "12" })])).toBeNull();
  });
});

describe("asking again", () => {
  test("says what moved, and leaves out what is gone", () => {
    const changes = [
      change("set_quantity", { quantity: "12" }),
      change("set_quantity", { quantity: "3" }, { line_id: second, before: { ...before, position: 2 } }),
    ];
    const on = order({ lines: [line({ ordered: "11" })] });
    const { draft, moved, left } = rebaseChanges(changes, on);
    expect(readDraft(draft, on, today).changes).toEqual([{ kind: "set_quantity", line_id: first, quantity: "12" }]);
    expect(moved).toEqual([
      { code: "field_moved", change_index: 0, field: "quantity", base: "10", now: "11", requested: "12" },
      { code: "line_removed", change_index: 1 },
    ]);
    expect(left).toHaveLength(1);
  });
});
