import { describe, expect, test } from "vitest";
import { describeEntry } from "@/lib/audit/describe-entry";
import type { EntryWords } from "@/lib/audit/entry";

const carl = { id: "a", name: "Carl Requester", email: "carl@northwind.test", roles: ["requester"] };
const quantity = {
  kind: "set_quantity",
  line_id: "l",
  before: { position: 1, sku: "W", quantity: "10" },
  after: { quantity: "12" },
};

function entry(action: string, after: unknown, before: unknown = null): EntryWords {
  return { action, actor: carl, orderNumber: "SO-1001", requestReference: "CR-000007", before, after };
}

const round = {
  round: 1,
  reason_code: "other",
  reason: "Call",
  base_version: 1,
  payload_hash: "0",
  changes: [quantity],
};
const dublin = { code: "dub", name: "Dublin", time_zone: "Europe/Dublin", ship_cutoff: "16:00" };
const refusal = { moment: "submit", outcome: "refused", problems: [{ code: "order_locked" }], changes: [quantity] };

test.each<[string, unknown, unknown, string]>([
  ["request.submitted", round, null, "Carl Requester asked for 1 change to SO-1001 (CR-000007)"],
  [
    "request.resubmitted",
    { ...round, round: 2 },
    null,
    "Carl Requester sent CR-000007 again with 1 change to SO-1001 (round 2)",
  ],
  [
    "request.applied",
    { round: 1, version: 4 },
    { status: "pending", version: 3 },
    "Carl Requester approved CR-000007, and it was written to SO-1001 as version 4",
  ],
  [
    "request.rejected",
    { round: 1, note: "Too\nlate" },
    { version: 3 },
    "Carl Requester rejected CR-000007 for SO-1001: “Too late”",
  ],
  [
    "request.returned",
    { round: 1, note: "Which Friday?" },
    { version: 3 },
    "Carl Requester sent CR-000007 for SO-1001 back: “Which Friday?”",
  ],
  [
    "request.withdrawn",
    { status: "withdrawn" },
    { status: "pending" },
    "Carl Requester withdrew CR-000007 for SO-1001",
  ],
  ["change.acknowledged", { version: 4 }, null, "Carl Requester acknowledged CR-000007 on SO-1001 for fulfillment"],
  [
    "order.changed",
    { version: 4, changes: [quantity, quantity] },
    { version: 3 },
    "SO-1001 went from version 3 to 4 with 2 changes from CR-000007",
  ],
  [
    "check.refused",
    refusal,
    null,
    "Carl Requester asked to change SO-1001 (CR-000007), and the check refused it: 1 problem",
  ],
  [
    "check.refused",
    { ...refusal, outcome: "duplicate", problems: [{ code: "duplicate", reference: "CR-000002" }] },
    null,
    "Carl Requester asked for the same changes to SO-1001 as CR-000002, so no second request was made",
  ],
  [
    "check.refused",
    {
      ...refusal,
      outcome: "overlap",
      problems: [{ reference: "CR-000002" }, { reference: "CR-000003" }, { reference: "CR-000002" }],
    },
    null,
    "Carl Requester asked for changes to SO-1001 that overlap with CR-000002 and CR-000003, so no request was made",
  ],
  [
    "check.refused",
    { ...refusal, outcome: "stale" },
    null,
    "Carl Requester asked to change SO-1001, which had moved on meanwhile, so no request was made",
  ],
  [
    "check.refused",
    { moment: "decision", decision: "return", outcome: "stale", problems: [] },
    null,
    "Carl Requester tried to send back CR-000007, but SO-1001 or the request had moved on since it was read. Nothing was written",
  ],
  [
    "check.refused",
    { moment: "decision", decision: "approve", outcome: "conflict", problems: [] },
    null,
    "Carl Requester tried to approve CR-000007, but what it changes on SO-1001 had changed meanwhile. Nothing was written",
  ],
  [
    "check.refused",
    { moment: "decision", decision: "approve", outcome: "refused", note: null, problems: [{}, {}] },
    null,
    "Carl Requester approved CR-000007 for SO-1001, and the check refused it: 2 problems. Nothing was written",
  ],
  ["organization.created", { name: "Northwind" }, null, "Carl Requester set up the organization Northwind"],
  [
    "organization.changed",
    { fulfillment_email: "a@b.test" },
    { fulfillment_email: null },
    "Carl Requester set the fulfillment mailbox to a@b.test",
  ],
  [
    "organization.changed",
    { fulfillment_email: null },
    { fulfillment_email: "a@b.test" },
    "Carl Requester removed the fulfillment mailbox",
  ],
  [
    "member.roles_changed",
    { member: "Finn", roles: ["requester", "approver", "admin"] },
    { member: "Finn", roles: ["fulfillment"] },
    "Carl Requester changed the roles of Finn from fulfillment to requester, approver and admin",
  ],
  [
    "member.left",
    { member: "Carl", active: false },
    { member: "Carl", active: true },
    "Carl Requester left the organization",
  ],
  ["member.renamed", { member: "Carla" }, { member: "Carl" }, "Carl goes by Carla now"],
  [
    "invitation.sent",
    { email: "new@example.test", name: null, roles: ["requester", "approver"], expires_at: "2026-11-30T10:00:00Z" },
    null,
    "Carl Requester invited new@example.test as requester and approver",
  ],
  [
    "invitation.resent",
    { email: "new@example.test", roles: ["requester"] },
    null,
    "Carl Requester sent the invitation of new@example.test again",
  ],
  [
    "invitation.revoked",
    { email: "new@example.test", roles: ["requester"] },
    null,
    "Carl Requester revoked the invitation of new@example.test",
  ],
  [
    "invitation.accepted",
    { email: "new@example.test", member: "Carl", roles: ["requester"] },
    null,
    "Carl Requester accepted the invitation as requester",
  ],
  [
    "member.deactivated",
    { member: "Finn", active: false },
    { member: "Finn", active: true },
    "Carl Requester deactivated Finn",
  ],
  [
    "member.reactivated",
    { member: "Finn", active: true },
    { member: "Finn", active: false },
    "Carl Requester reactivated Finn",
  ],
  [
    "status.mapped",
    { word: "Partial", stage: "partially_shipped", orders: 3 },
    { word: "Partial", stage: null },
    "Carl Requester mapped the status word “Partial” to partially shipped; 3 orders moved",
  ],
  ["reason.saved", { code: "x", label: "X", active: true, position: 1 }, null, "Carl Requester added the reason “X”"],
  [
    "reason.saved",
    { code: "x", label: "Y", active: true, position: 1 },
    { code: "x", label: "X", active: true, position: 1 },
    "Carl Requester renamed the reason “X” to “Y”",
  ],
  [
    "reason.saved",
    { code: "x", label: "X", active: false, position: 1 },
    { code: "x", label: "X", active: true, position: 1 },
    "Carl Requester deactivated the reason “X”",
  ],
  [
    "formats.saved",
    { order_number: [{ pattern: "SO-#####" }], sku: [{ pattern: "A+-*" }, { pattern: "##" }], import_misfits: "warn" },
    { order_number: [], sku: [], import_misfits: "refuse" },
    "Carl Requester set the formats: order numbers like SO-##### and SKUs like A+-* and ##",
  ],
  [
    "formats.saved",
    { order_number: [], sku: [{ pattern: "##" }], import_misfits: "warn" },
    { order_number: [], sku: [], import_misfits: "refuse" },
    "Carl Requester set the formats: any order number and SKUs like ##",
  ],
  ["site.saved", dublin, null, "Carl Requester added the site “Dublin”"],
  ["site.saved", dublin, { ...dublin, ship_cutoff: "12:00" }, "Carl Requester changed the site “Dublin”"],
  ["site.removed", null, dublin, "Carl Requester removed the site “Dublin”"],
  [
    "holidays.saved",
    { site: "dub", days: [{}, {}, {}] },
    { site: "dub", days: [{}] },
    "Carl Requester added 2 holidays to the site “dub”",
  ],
  [
    "holidays.saved",
    { site: "dub", days: [] },
    { site: "dub", days: [{}] },
    "Carl Requester removed 1 holiday from the site “dub”",
  ],
  [
    "setup.applied",
    { version: 3, orders: 12, answered: ["formats"], facts: {} },
    { version: 2 },
    "Carl Requester applied version 3 of the set-up; 12 orders moved",
  ],
  [
    "setup.refused",
    { version: 3, problems: [{}] },
    null,
    "Carl Requester tried to apply a set-up that could leave nobody able to approve: 1 problem",
  ],
  [
    "lock_rule.set",
    { kind: "add_line", stage: "released", is_locked: true },
    null,
    "Carl Requester locked adding lines at stage released",
  ],
  [
    "import.committed",
    { number: 3, file_name: "open.csv", rows: 1200 },
    null,
    "Carl Requester committed import 3 of “open.csv” (1,200 rows)",
  ],
  ["import.discarded", null, null, "Carl Requester discarded an import"],
  [
    "import.reading_restored",
    { version: 2, source_id: "1", source: "open" },
    { version: 3 },
    "Carl Requester went back to version 2 of how files like “open” are read",
  ],
  ["order.imported", { version: 1 }, null, "An import by Carl Requester brought SO-1001"],
  ["export.created", { number: 2, rows: 1 }, null, "Carl Requester made export 2 (1 row)"],
  [
    "api_key.created",
    { name: "nightly", prefix: "ocr_abcd1234", scopes: ["exports:read", "imports:write"], expires_at: null },
    null,
    "Carl Requester created the API key “nightly” for exports:read and imports:write",
  ],
  [
    "api_key.revoked",
    { name: "nightly", prefix: "ocr_abcd1234" },
    null,
    "Carl Requester revoked the API key “nightly”",
  ],
  [
    "sheet.saved",
    { name: "Open orders", schedule: "daily", hour: 6 },
    null,
    "Carl Requester saved the Google Sheet “Open orders”, read every day at 06:00",
  ],
  ["sheet.removed", { name: "Open orders" }, null, "Carl Requester removed the Google Sheet “Open orders”"],
])("%s", (action, after, before, sentence) => {
  expect(describeEntry(entry(action, after, before))).toBe(sentence);
});

describe("an entry this version doesn't know", () => {
  test("an unknown action is spelled out", () => {
    expect(describeEntry(entry("request.exploded", {}))).toBe(
      "Request exploded by Carl Requester (SO-1001, CR-000007)",
    );
  });

  test("a known action with facts of another shape still has a sentence", () => {
    expect(describeEntry(entry("request.submitted", { changes: "none" }))).toBe(
      "Request sent by Carl Requester (SO-1001, CR-000007)",
    );
  });

  test("nobody acted: the system did", () => {
    const own = { ...entry("request.expired", {}), actor: null, orderNumber: null, requestReference: null };
    expect(describeEntry(own)).toBe("Request expired by the system");
  });
});

test("a long note is cut in the sentence without breaking a letter", () => {
  const sentence = describeEntry(entry("request.rejected", { round: 1, note: "😀".repeat(500) }));
  expect(sentence).toContain(`“${"😀".repeat(140)}…”`);
});
