import { expect, test } from "vitest";
import { actionLabel } from "@/lib/audit/action-label";
import { describeEntry } from "@/lib/audit/describe-entry";

const entry = {
  actor: { id: "f", name: "Finn Fulfillment", email: "finn@example.test", roles: ["fulfillment"] },
  orderNumber: "SO-1001",
  requestReference: null,
};

test.each<[string, unknown, unknown, string]>([
  [
    "order.marked",
    { version: 3, stage: "picked" },
    { version: 2, stage: "open" },
    "Finn Fulfillment marked SO-1001 as picked",
  ],
  [
    "order.marked",
    { version: 3, stage: "packed", lines: [{ line: 2, sku: "WIDGET-9", stage: "open" }] },
    { version: 2 },
    "Finn Fulfillment marked line 2 (WIDGET-9) of SO-1001 as packed",
  ],
  [
    "order.marked",
    {
      version: 3,
      stage: "shipped",
      lines: [
        { line: 1, sku: "A" },
        { line: 4, sku: "B" },
      ],
    },
    { version: 2 },
    "Finn Fulfillment marked lines 1 and 4 of SO-1001 as shipped",
  ],
  [
    "order.marked",
    { version: 3, stage: "picked", lines: [{ line: 2, sku: "WIDGET-9", stage: "open" }], order_stage: "picked" },
    { version: 2 },
    "Finn Fulfillment marked line 2 (WIDGET-9) of SO-1001 as picked, and with that all of it is picked",
  ],
  [
    "order.mark_taken_back",
    { version: 5, stage: "open", note: "Wrong pallet", line: 2, sku: "WIDGET-9", order_stage: "open" },
    { version: 4, stage: "picked" },
    "Finn Fulfillment took back that line 2 (WIDGET-9) of SO-1001 is picked, which makes the order open again: “Wrong pallet”",
  ],
  [
    "order.mark_taken_back",
    { version: 4, stage: "open", note: "Wrong pallet" },
    { version: 3, stage: "picked" },
    "Finn Fulfillment took back that SO-1001 is picked: “Wrong pallet”",
  ],
  [
    "order.mark_refused",
    { stage: "picked", problems: [{ code: "not_to_be_shipped", stage: "cancelled" }] },
    null,
    "Finn Fulfillment tried to mark SO-1001 as picked, and the check refused it: 1 problem",
  ],
  [
    "order.mark_refused",
    { stage: "picked", is_take_back: true, note: "Oops", problems: [{ code: "source_shipped", stage: "shipped" }] },
    null,
    "Finn Fulfillment tried to take back that SO-1001 is picked, but the order system says it has left",
  ],
])("%s %o %o", (action, after, before, sentence) => {
  expect(describeEntry({ ...entry, action, before, after })).toBe(sentence);
  expect(actionLabel(action)).not.toContain("Order mark");
});
