import { describe, expect, it } from "vitest";
import { baseOf, movesSince } from "@/lib/change-requests/order-base";
import type { Order } from "@/lib/orders/order-view";

const line = { id: "a", position: 3, sku: "WIDGET-9", ordered: "10", requestedShipDate: null, isRemoved: false };
const order = (part: object = {}, lines: object[] = [line]) =>
  ({
    version: 1,
    requestedShipDate: "2026-09-14",
    shipTo: "1 Old Rd\nOhio",
    shipMethod: null,
    lines,
    ...part,
  }) as Order;

describe("what moved since an order was looked at", () => {
  it("is nothing when only stage and version did", () => {
    expect(movesSince(baseOf(order()), order({ version: 2, stage: "picking" }))).toEqual([]);
  });

  it("is said per line and field, and for the order", () => {
    const now = order({ requestedShipDate: "2026-09-17" }, [
      { ...line, ordered: "8", requestedShipDate: "2026-09-20" },
    ]);
    expect(movesSince(baseOf(order()), now)).toEqual([
      { row: "order", subject: "whole order", sentence: "ship date Mon 14 Sep 2026 → Thu 17 Sep 2026" },
      { row: "a", subject: "line 3 · WIDGET-9", sentence: "quantity 10 → 8" },
      { row: "a", subject: "line 3 · WIDGET-9", sentence: "ship date with the order → Sun 20 Sep 2026" },
    ]);
  });

  it("names lines that came and went", () => {
    const now = order({}, [
      { ...line, isRemoved: true, ordered: "0" },
      { ...line, id: "b", position: 4, sku: "NEW" },
    ]);
    expect(movesSince(baseOf(order()), now).map(({ subject, sentence }) => `${subject} ${sentence}`)).toEqual([
      "line 3 · WIDGET-9 was removed",
      "line 4 · NEW is new: 10",
    ]);
  });

  it("names the address and the ship method", () => {
    const now = order({ shipTo: "4 New St\nOhio", shipMethod: "Air" });
    expect(movesSince(baseOf(order()), now).map(({ row, sentence }) => [row, sentence])).toEqual([
      ["ship_to", "address 1 Old Rd, Ohio → 4 New St, Ohio"],
      ["ship_method", "ship method none → Air"],
    ]);
  });
});
