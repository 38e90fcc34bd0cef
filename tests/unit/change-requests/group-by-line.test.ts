import { expect, test } from "vitest";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { groupByLine } from "@/lib/change-requests/group-by-line";

test("the order comes first, then its lines from the top with their changes together, new lines last", () => {
  const on = (position: number) => ({ line_id: `line-${position}`, before: { position, sku: `S${position}` } });
  const changes: ChangeView[] = [
    { kind: "add_line", before: {}, after: { sku: "N", quantity: "1" } },
    { kind: "set_quantity", ...on(3), after: { quantity: "2" } },
    { kind: "remove_line", ...on(1), after: {} },
    { kind: "set_line_date", ...on(3), after: { requested_ship_date: "2026-09-17" } },
    { kind: "set_order_date", before: {}, after: { requested_ship_date: "2026-09-17" } },
  ];
  expect(groupByLine(changes).map((group) => group.map(({ kind }) => kind))).toEqual([
    ["set_order_date"],
    ["remove_line"],
    ["set_quantity", "set_line_date"],
    ["add_line"],
  ]);
});
