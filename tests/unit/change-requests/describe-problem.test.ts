import { expect, test } from "vitest";
import { describeProblem } from "@/lib/change-requests/describe-problem";
import { type Problem, problemCodes } from "@/lib/change-requests/problem";

const now = new Date("2026-09-14T12:00:00Z");
const line = { change_index: 0, line: 2, sku: "SKU-2" };
const dana = { requested_by: "Dana", reference: "CR-000123", submitted_at: "2026-09-14T11:48:00Z" };

const cases: [Problem, string][] = [
  [
    { code: "order_locked", kind: "set_quantity", stage: "picked", order_stage: "picked", ...line },
    "The order is picked, so its lines and dates can no longer be changed. Create a return or a new order instead.",
  ],
  [
    { code: "order_locked", kind: "add_line", stage: "unknown", order_stage: "unknown", status_word: "Staged B" },
    "Nobody has said yet what the status word “Staged B” means, so the order is locked. Ask an admin to map it under Settings.",
  ],
  [
    { code: "order_locked", kind: "add_line", stage: "partially_shipped", order_stage: "partially_shipped" },
    "The order is partially shipped, so no line can be added. Create a return or a new order instead.",
  ],
  [
    { code: "order_locked", kind: "set_order_date", stage: "partially_shipped", order_stage: "partially_shipped" },
    "The order is partially shipped, so its ship date stays. Move the dates of the lines that are still open.",
  ],
  [
    { code: "stage_locked", kind: "remove_line", stage: "picking", order_stage: "picking", ...line },
    "Line 2 · SKU-2 is being picked, and from that stage on your organization doesn't allow removing a line. Ask fulfillment, or an admin to allow it.",
  ],
  [
    { code: "line_locked", kind: "set_quantity", stage: "shipped", ...line },
    "Line 2 · SKU-2 is shipped, so it can no longer be changed. Create a return or a new order instead.",
  ],
  [{ code: "line_removed", ...line }, "Line 2 · SKU-2 is no longer on the order. Leave this change out."],
  [
    { code: "line_progress_unknown", ...line },
    "Line 2 · SKU-2: the order is on the floor and nobody knows how much of this line is picked, so it stays locked. Ask fulfillment how far it is.",
  ],
  [
    { code: "line_started", kind: "remove_line", floor: "4", ...line },
    "Line 2 · SKU-2: 4 are already picked, so it cannot be removed. Lower the quantity to 4 or create a return.",
  ],
  [
    { code: "line_started", kind: "substitute_line", floor: "1", ...line },
    "Line 2 · SKU-2: 1 is already picked, so it cannot be substituted. Lower the quantity to 1 or create a return.",
  ],
  [
    { code: "below_floor", kind: "set_quantity", floor: "4", quantity: "2", ordered: "10", ...line },
    "Line 2 · SKU-2: 4 of 10 are already picked, so it cannot go below 4. Create a return instead.",
  ],
  [
    { code: "date_in_past", requested_ship_date: "2026-09-11", ...line },
    "Line 2 · SKU-2: Fri 11 Sep 2026 has passed. Choose today or a later day.",
  ],
  [
    { code: "order_moved", base_version: 3, version: 4, updated_at: "2026-09-14T11:58:00Z" },
    "The order moved from version 3 to version 4, 2 minutes ago. Nothing was written. Look at it once more, then send again.",
  ],
  [
    { code: "request_moved", round: 2 },
    "The request was changed and sent again (round 2) after this page was opened. Nothing was written. Reload the page and decide on what it asks for now.",
  ],
  [
    { code: "duplicate", ...dana },
    "Dana already asked for exactly this 12 minutes ago (CR-000123). Follow that request instead of sending it twice.",
  ],
  [
    { code: "overlap", target: "line:1c7c7e2e-0000-4000-8000-000000000000:quantity", ...line, ...dana },
    "Line 2 · SKU-2: Dana already asked to change its quantity 12 minutes ago (CR-000123). Wait for that decision or leave this change out.",
  ],
  [
    { code: "overlap", target: "add:new-7", ...dana },
    "Dana already asked to add NEW-7 12 minutes ago (CR-000123). Wait for that decision or leave this change out.",
  ],
  [
    { code: "field_moved", field: "quantity", base: "10", now: "8", requested: "12", ...line },
    "Line 2 · SKU-2: the quantity was 10 when this was asked and is 8 now; 12 was asked for. Send it back so that it can be asked again, or reject it.",
  ],
  [
    { code: "field_moved", field: "requested_ship_date", base: null, now: "2026-09-17", requested: "2026-09-18" },
    "The order: the ship date was empty when this was asked and is Thu 17 Sep 2026 now; Fri 18 Sep 2026 was asked for. Send it back so that it can be asked again, or reject it.",
  ],
  [
    { code: "order_locked", kind: "set_ship_to", stage: "packed", order_stage: "packed" },
    "The order is packed, so nothing on it can be changed. Create a return or a new order instead.",
  ],
  [
    { code: "order_locked", kind: "cancel_order", stage: "partially_shipped", order_stage: "partially_shipped" },
    "The order is partially shipped, so it cannot be cancelled as a whole. Close the rest of its lines instead.",
  ],
  [
    { code: "order_packed", kind: "set_ship_method" },
    "A part of the order is already packed or has left, so its ship method stays. Call the warehouse, or sort it out with the carrier.",
  ],
  [
    { code: "line_not_started", kind: "close_line", ...line },
    "Line 2 · SKU-2: nothing of it is picked, so there is no rest to close. Remove the line instead.",
  ],
  [
    { code: "overlap", kind: "set_quantity", target: "order:*", ...line, ...dana },
    "Line 2 · SKU-2: Dana already asked to cancel the whole order 12 minutes ago (CR-000123). Wait for that decision or leave this change out.",
  ],
  [
    { code: "overlap", kind: "cancel_order", target: "order:ship_to", ...dana },
    "Dana already asked for a change to this order 12 minutes ago (CR-000123). Wait for that decision, or have it withdrawn first.",
  ],
  [
    { code: "field_moved", kind: "cancel_order", field: "line_count", base: 3, now: 4, requested: null },
    "The order: the number of lines was 3 when this was asked and is 4 now. Send it back so that it can be asked again, or reject it.",
  ],
  [
    { code: "field_moved", field: "ship_to", base: "1 Old Rd\nOhio", now: "2 Old Rd\nOhio", requested: "4 New St" },
    "The order: the address was 1 Old Rd, Ohio when this was asked and is 2 Old Rd, Ohio now; 4 New St was asked for. Send it back so that it can be asked again, or reject it.",
  ],
  [
    { code: "credit_hold", ...line },
    "Line 2 · SKU-2: the check said no (credit_hold). Nothing was written. Reload the page, and ask an admin if it stays.",
  ],
];

test.each(cases)("$code", (problem, sentence) => {
  expect(describeProblem(problem, now)).toBe(sentence);
});

test.each(problemCodes)("%s without any facts is still a sentence", (code) => {
  expect(describeProblem({ code }, now)).toMatch(/^[A-Z].*\.$/);
});
