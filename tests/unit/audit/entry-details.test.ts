import { expect, test } from "vitest";
import type { AuditEntry } from "@/lib/audit/entry";
import { entryDetails } from "@/lib/audit/entry-details";

function entry(action: string, after: unknown, before: unknown = null): AuditEntry {
  const about = { orderNumber: "SO-1", requestReference: "CR-000001", currency: "USD" };
  return { seq: 1, at: "2026-11-23T10:00:00.000000Z", actor: null, action, before, after, hash: "", ...about };
}

const quantity = {
  kind: "set_quantity",
  line_id: "l",
  before: { position: 3, sku: "WIDGET-9", uom: "pcs", quantity: "10", unit_price: "42", requested_ship_date: null },
  after: { quantity: "12" },
};

test("each change is told as before and after with its difference", () => {
  const after = { version: 2, changes: [quantity] };
  expect(entryDetails(entry("order.changed", after, { version: 1 }))).toEqual([
    { label: "line 3 · WIDGET-9", before: "10", after: "12 pcs (+2, +$84.00)" },
  ]);
});

test("a blocked attempt shows reason, every problem and the changes it was about", () => {
  const problems = [
    {
      code: "overlap",
      line: 3,
      sku: "WIDGET-9",
      target: "line:l:quantity",
      requested_by: "Dana",
      reference: "CR-000009",
      submitted_at: "2026-11-23T09:48:00Z",
    },
  ];
  const details = entryDetails(
    entry("check.refused", { moment: "submit", outcome: "refused", reason: "Call", problems, changes: [quantity] }),
  );
  expect(details.map(({ label }) => label)).toEqual(["Reason", "Check", "line 3 · WIDGET-9"]);
  expect(details[1]?.after).toContain("12 minutes ago");
});

test("changes as they were sent, without a before, are left out", () => {
  const sent = [{ kind: "set_quantity", line_id: "l", quantity: "12" }];
  expect(
    entryDetails(entry("check.refused", { moment: "submit", outcome: "stale", problems: [], changes: sent })),
  ).toEqual([]);
});

test("settings show only the fields that differ", () => {
  const was = { code: "x", label: "X", active: true, position: 1 };
  expect(entryDetails(entry("reason.saved", { ...was, active: false, label: "Y" }, was))).toEqual([
    { label: "Label", before: "X", after: "Y" },
    { label: "Active", before: "yes", after: "no" },
  ]);
});

test("facts of an unknown action are listed, nested ones by their path", () => {
  expect(entryDetails(entry("thing.done", { counts: { rows: 3 }, tags: ["a", "b"], left: null }))).toEqual([
    { label: "Counts rows", before: null, after: "3" },
    { label: "Tags", before: null, after: "a, b" },
    { label: "Left", before: null, after: "none" },
  ]);
});
