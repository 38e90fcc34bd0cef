import { expect, test } from "vitest";
import { blockersOf, NO_ANSWERS } from "@/lib/imports/column-plan";
import type { StagedRow } from "@/lib/imports/normalize-rows";
import { PRESETS } from "@/lib/imports/presets/known-presets";
import { suggestStage } from "@/lib/imports/suggest-stage";
import { readFixture } from "../../support/import-fixture.ts";

/** What matters of a row: order, line, item, ordered, shipped. */
const brief = ({ order_number, line_key, fields }: StagedRow) =>
  [
    order_number,
    line_key,
    fields.sku,
    fields.quantity_ordered,
    fields.quantity_shipped ?? fields.quantity_invoiced,
  ].join(" ");

test.each(PRESETS.map(({ id }) => id))("%s is recognised and read without a question", async (id) => {
  const { opened, format, rows } = await readFixture(id);
  expect(opened.preset?.id).toBe(id);
  expect(opened.proposal).toMatchObject({ by: "preset", missing: [] });
  expect(blockersOf(opened, opened.proposal.fields, opened.examination, NO_ANSWERS)).toEqual([]);
  expect(rows.length).toBe(format.rows?.lines);
  // Every line names its order, item and quantity, and numbers are numbers.
  for (const { order_number, fields, cells } of rows) {
    expect([order_number, fields.sku].includes("")).toBe(false);
    expect(fields.quantity_ordered).toMatch(/^\d+(\.\d+)?$/);
    expect(fields.unit_price ?? "0").toMatch(/^-?\d+(\.\d+)?$/);
    for (const date of [fields.requested_ship_date, fields.line_requested_ship_date])
      expect(date ?? "2026-01-01").toMatch(/^202\d-\d\d-\d\d$/);
    expect(cells).toHaveLength(format.headers.length);
  }
  // Whoever is recognised is shown the lines, never more or fewer.
  expect({ rows: format.rows, lines: rows.map(brief) }).toMatchSnapshot();
});

test("status words mean what they mean in that system", () => {
  const suggestions = (preset: string, ...words: string[]) =>
    words.map((word) => suggestStage(word, { preset, column: "Status" }));
  expect(
    suggestions(
      "netsuite",
      "Pending Billing",
      "Pending Fulfillment",
      "Partially Fulfilled",
      "Pending Billing/Partially Fulfilled",
      "Billed",
    ),
  ).toEqual(["shipped", "open", "partially_shipped", "partially_shipped", "shipped"]);
  expect(suggestions("fishbowl", "10", "20", "25", "60", "70", "80", "85", "90", "95")).toEqual([
    "draft",
    "released",
    "picking",
    "shipped",
    "closed",
    "cancelled",
    "cancelled",
    "closed",
    "closed",
  ]);
  expect(suggestions("erpnext", "To Bill", "To Deliver and Bill", "Completed")).toEqual(["shipped", "open", "shipped"]);
  expect(suggestions("odoo", "started", "full", "partial", "pending")).toEqual([
    "picking",
    "shipped",
    "partially_shipped",
    "open",
  ]);
  expect(suggestions("shopify", "in progress", "on hold", "fulfilled")).toEqual(["released", "on_hold", "shipped"]);
  expect(suggestions("dynamics-365", "Open order", "Delivered", "Invoiced", "Canceled")).toEqual([
    "open",
    "shipped",
    "shipped",
    "cancelled",
  ]);
  expect(suggestions("business-central", "Released", "Completely Picked", "Completely Shipped")).toEqual([
    "open",
    "picked",
    "shipped",
  ]);
  expect(suggestions("cin7", "Backordered", "Fully Picked", "Dispatched", "Shipping")).toEqual([
    "open",
    "picked",
    "shipped",
    "shipped",
  ]);
  expect(suggestStage("C", { preset: "sap", column: "Overall Delivery Status" })).toBe("shipped");
  expect(suggestStage("C", { preset: "sap", column: "Overall Picking Status" })).toBe("picked");
  expect(suggestStage("C", { preset: "sap", column: "Rejection Status" })).toBe("cancelled");
  expect(suggestStage("constructor", { preset: "sap", column: "__proto__" })).toBeNull();
});
