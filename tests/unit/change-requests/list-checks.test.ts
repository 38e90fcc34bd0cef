import { expect, test } from "vitest";
import { listChecks } from "@/lib/change-requests/list-checks";
import type { RequestRow } from "@/lib/change-requests/request-row";

const now = new Date("2026-09-14T12:00:00Z");
const request: RequestRow = {
  id: "8d0f4c2e-6a51-4c1e-9d50-6f6d1a2b3c4d",
  reference: "CR-000001",
  status: "pending",
  round: 1,
  step: 1,
  step_count: 1,
  rule_name: null,
  decided_for: null,
  due_at: null,
  submitted_at: "2026-09-14T11:00:00Z",
  base_version: 3,
  payload_hash: "a".repeat(64),
  reason: "The customer called.",
  reason_label: "Customer asked for it",
  problems: [],
  decided_at: null,
  decision_note: null,
  applied_version: null,
  closed_at: null,
  requested_by: "0f8fad5b-d9cb-469f-a165-70867728950e",
  requester: "Carl",
  decided_by: null,
  decider: null,
  order_id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  order_number: "SO-1",
  customer: "Acme",
  customer_po: null,
  stage: "open",
  requested_ship_date: null,
  currency: "USD",
  order_version: 3,
  reverses: null,
  undone_by: null,
  changes: [],
};

test("a pending request that can be written passes everything", () => {
  const results = listChecks(request, { moved: [], problems: [] }, now);
  expect(results.every(({ result }) => result === "passed")).toBe(true);
  expect(results.at(-1)?.sentences).toEqual(["Asked on version 3, and the order is still at it."]);
});

test("an order that moved elsewhere is said, and is no failure", () => {
  const results = listChecks({ ...request, order_version: 5 }, { moved: [], problems: [] }, now);
  expect(results.at(-1)).toEqual({
    label: "Order version",
    result: "passed",
    sentences: ["Asked on version 3. The order is at version 5 now, and no field of this request moved."],
  });
});

test("each problem stands with the check it failed", () => {
  const line = { line: 2, sku: "SKU-2" };
  const results = listChecks(
    request,
    {
      moved: [{ code: "field_moved", field: "quantity", base: "10", now: "8", ...line }],
      problems: [
        { code: "below_floor", floor: "4", ordered: "10", ...line },
        { code: "credit_hold", ...line },
      ],
    },
    now,
  );
  expect(results.filter(({ result }) => result === "failed").map(({ label }) => label)).toEqual([
    "Already picked",
    "Other checks",
    "Order version",
  ]);
});

test("a refusal shows only what failed, because the rest was never checked", () => {
  const problems = [{ code: "order_locked", order_stage: "picked", stage: "picked" }];
  expect(listChecks({ ...request, status: "refused", problems }, undefined, now)).toEqual([
    {
      label: "Fulfillment stage",
      result: "failed",
      sentences: [
        "The order is picked, so its lines and dates can no longer be changed. Create a return or a new order instead.",
      ],
    },
  ]);
});

test("an applied request says what was written", () => {
  const results = listChecks({ ...request, status: "applied", applied_version: 4 }, undefined, now);
  expect(results.at(-1)?.sentences).toEqual(["Asked on version 3, written as version 4."]);
});
