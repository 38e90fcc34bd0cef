import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import {
  auditCount,
  commit,
  type FileRow,
  imported,
  importFile,
  lineOf,
  preview,
  readOrder,
  readOrders,
  stage,
  undo,
} from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

const row = (order: string, line: string, qty: string, more: FileRow = {}): FileRow => ({
  order,
  line,
  sku: `SKU-${line}`,
  qty,
  status: "Open",
  date: "2099-01-05",
  customer: "Acme",
  note: "monday",
  ...more,
});

const monday = [row("SO-1", "1", "10"), row("SO-1", "2", "5"), row("SO-2", "1", "7"), row("SO-3", "1", "1")];

test("what it changed is as before, what it added is gone, what it brought is cancelled", async () => {
  const org = await createOrganization();
  await importFile(org, monday);
  const before = await readOrders(org);
  const { importId } = await imported(org, [
    row("SO-1", "1", "12", { status: "Picked", date: "2099-02-01", note: "tuesday" }),
    row("SO-1", "2", "5", { status: "Picked", date: "2099-02-01", note: "tuesday" }),
    row("SO-1", "3", "9", { status: "Picked", date: "2099-02-01", note: "tuesday" }),
    row("SO-2", "1", "7", { note: "tuesday" }),
    row("SO-9", "1", "4"),
  ]);
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "picked", version: 2 });

  const key = randomUUID();
  const undone = await undo(org, importId, key);
  expect(undone).toMatchObject({ outcome: "undone", orders_restored: 1, orders_cancelled: 1 });
  const after = await readOrders(org);
  // Everything as it was, cells too; versions go on.
  expect(after["SO-1"]).toEqual({ ...before["SO-1"], version: 3 });
  expect(after["SO-2"]).toEqual(before["SO-2"]);
  expect(after["SO-3"]).toEqual(before["SO-3"]);
  expect(after["SO-9"]).toMatchObject({ stage: "cancelled", version: 2 });
  expect(await auditCount(org, "import.undone")).toBe(1);
  expect(await auditCount(org, "order.restored")).toBe(2);
  expect(await ask(org.admin.userId, "verify_audit_chain", { p_org: org.id })).toMatchObject({ ok: true });

  expect(await undo(org, importId, key)).toMatchObject({ outcome: "undone", replayed: true });
  expect(await undo(org, importId)).toMatchObject({ outcome: "already_undone" });
  expect(await commit(org, importId)).toMatchObject({ outcome: "already_undone" });
});

test("the right file afterwards opens again what the undo cancelled, without a question", async () => {
  const org = await createOrganization();
  const { importId } = await imported(org, monday);
  await undo(org, importId);
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "cancelled" });
  const again = await stage(org, [row("SO-1", "1", "11"), row("SO-1", "2", "5")]);
  expect((await preview(org, again)).confirmations).toEqual([]);
  expect((await commit(org, again)).outcome).toBe("committed");
  const order = await readOrder(org, "SO-1");
  expect(order).toMatchObject({ stage: "open", version: 3 });
  expect(order.lines.map(({ quantity }) => quantity)).toEqual(["11", "5"]);
});

test("closed orders are open again", async () => {
  const org = await createOrganization();
  await importFile(org, monday);
  const before = await readOrder(org, "SO-3");
  const importId = await stage(org, monday.slice(0, 3));
  await preview(org, importId);
  await ask(org.admin.userId, "choose_missing_orders", {
    p_import_id: importId,
    p_order_ids: null,
    p_is_closing: true,
  });
  await commit(org, importId);
  expect(await readOrder(org, "SO-3")).toMatchObject({ stage: "closed" });
  expect((await undo(org, importId)).outcome).toBe("undone");
  expect(await readOrder(org, "SO-3")).toEqual({ ...before, version: 3 });
});

test("an order somebody touched since keeps everything where it is, and is named", async () => {
  const org = await createOrganization();
  await importFile(org, monday);
  const { importId } = await imported(org, [
    row("SO-1", "1", "12"),
    row("SO-1", "2", "5"),
    row("SO-2", "1", "8"),
    row("SO-3", "1", "1"),
  ]);
  const order = await readOrder(org, "SO-2");
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: lineOf(order).id, quantity: "20" },
  ]);
  await decide(org.approver, request, "approve");
  const before = await readOrders(org);

  expect(await undo(org, importId)).toMatchObject({
    outcome: "refused",
    touched: 1,
    problems: [{ code: "order_touched", order_number: "SO-2", reference: request.reference, by: org.approver.name }],
  });
  expect(await readOrders(org)).toEqual(before);
});

test("only the last import of a source can be undone", async () => {
  const org = await createOrganization();
  const first = await imported(org, monday);
  const second = await imported(org, [row("SO-5", "1", "1"), ...monday]);
  expect(await undo(org, first.importId)).toMatchObject({
    outcome: "refused",
    problems: [{ code: "later_import", number: 2 }],
  });
  // A file of another source is nobody's business here.
  await importFile(org, [{ order: "OTHER-1", line: "1", sku: "BOLT", qty: "1" }], {
    columns: ["order", "line", "sku", "qty"],
  });
  expect((await undo(org, second.importId)).outcome).toBe("undone");
  // What the first one brought was never touched by the second, so it can go as well.
  expect((await undo(org, first.importId)).outcome).toBe("undone");
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "cancelled", version: 2 });
});

test("an import that wrote nothing yet is discarded, not undone", async () => {
  const org = await createOrganization();
  const importId = await stage(org, monday);
  expect(await undo(org, importId)).toMatchObject({ code: "PT409", reason: "not_committed" });
});

test("requests on what goes back are flagged, and a line somebody asked about stays as removed", async () => {
  const org = await createOrganization();
  await importFile(org, monday);
  const { importId } = await imported(org, [
    row("SO-1", "1", "12"),
    row("SO-1", "2", "5"),
    row("SO-1", "3", "9"),
    ...monday.slice(2),
  ]);
  const order = await readOrder(org, "SO-1");
  await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: lineOf(order, 1).id, quantity: "20" },
    { kind: "set_quantity", line_id: lineOf(order, 3).id, quantity: "20" },
  ]);
  expect((await undo(org, importId)).outcome).toBe("undone");
  const after = await readOrder(org, "SO-1");
  expect(after.lines.map(({ quantity, removed }) => [quantity, removed])).toEqual([
    ["10", false],
    ["5", false],
    ["0", true],
  ]);
  const [flag] = await superuser<{ moved: unknown[]; is_undo: boolean }[]>`
    select moved, is_undo from public.request_flags where org_id = ${org.id}`;
  expect(flag?.is_undo).toBe(true);
  expect(flag?.moved).toHaveLength(2);
  expect(flag?.moved).toEqual(
    expect.arrayContaining([
      { field: "quantity_ordered", before: "12", after: "10" },
      { field: "removed", before: "false", after: "true" },
    ]),
  );
  const mails = await superuser`
    select from public.notifications where org_id = ${org.id} and template = 'request_moved'`;
  // Two changes moved; whoever asked and whoever decides hear of it once each.
  expect(mails).toHaveLength(2);
});

test("of two undoings at once one does it, and nobody is deadlocked by a decision", async () => {
  const org = await createOrganization();
  const { importId } = await imported(
    org,
    Array.from({ length: 30 }, (_, at) => row(`SO-${at + 1}`, "1", "10")),
  );
  const orders = await readOrders(org);
  const requests = await Promise.all(
    Object.values(orders).map((order) =>
      submitted(org.requester, order, [{ kind: "set_quantity", line_id: lineOf(order).id, quantity: "12" }]),
    ),
  );
  const [first, second, ...decided] = await Promise.all([
    undo(org, importId),
    undo(org, importId),
    ...requests.map((request) => decide(org.approver, request, "approve")),
  ]);
  const outcomes = [first, second].map(({ outcome, reason }) => outcome ?? reason);
  const applied = decided.filter(({ outcome }) => outcome === "applied").length;
  // Whoever had to wait for long was told so instead.
  const possible = applied > 0 ? ["refused"] : ["undone", "already_undone"];
  expect(outcomes.every((outcome) => [...possible, "import_is_busy"].includes(String(outcome)))).toBe(true);
  expect(outcomes.filter((outcome) => outcome === (applied > 0 ? "refused" : "undone")).length).toBeGreaterThan(0);
  expect(outcomes.filter((outcome) => outcome === "undone").length).toBeLessThan(2);
  expect(decided.every(({ outcome }) => ["applied", "stale", "refused"].includes(String(outcome)))).toBe(true);
});
