import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import {
  type FileOptions,
  type FileRow,
  imported,
  importFile,
  lineOf,
  notesOf,
  preview,
  readOrder,
  stage,
} from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";

const columns: FileOptions["columns"] = ["order", "line", "sku", "qty", "picked", "status", "shipTo"];
const file: FileRow[] = [
  { order: "SO-1", line: "1", sku: "BOLT", qty: "10", picked: "0", status: "Open", shipTo: "12 Old Rd, Dayton" },
  { order: "SO-1", line: "2", sku: "NUT", qty: "5", picked: "0", status: "Open", shipTo: "12 Old Rd, Dayton" },
];

async function approve(org: Organization, changes: (order: Awaited<ReturnType<typeof readOrder>>) => Change[]) {
  const order = await readOrder(org, "SO-1");
  const request = await submitted(org.requester, order, changes(order));
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");
}

const exportUpdates = (org: Organization) =>
  ask(org.admin.userId, "begin_export", { p_org: org.id, p_scope: "updates", p_idempotency_key: randomUUID() });

test("an address survives an older file until it was exported", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  await approve(org, () => [{ kind: "set_ship_to", ship_to: "4 New St\nDayton" }]);
  const approved = await readOrder(org, "SO-1");

  const { importId, seen } = await imported(org, file, { columns });
  expect(seen.counts).toMatchObject({ unexported: 1, changed_orders: 0, changed_lines: 0 });
  expect(await notesOf(importId, "unexported_change")).toContainEqual(
    expect.objectContaining({
      field: "ship_to",
      value: "12 Old Rd, Dayton",
      kept: "4 New St\nDayton",
      reference: "CR-000001",
    }),
  );
  expect(await readOrder(org, "SO-1")).toEqual(approved);

  await exportUpdates(org);
  await importFile(org, file, { columns });
  expect(await readOrder(org, "SO-1")).toMatchObject({ version: 3, shipTo: "12 Old Rd, Dayton" });
});

test("an order cancelled here is not opened again by a file that cannot know it", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  await approve(org, () => [{ kind: "cancel_order" }]);
  const cancelled = await readOrder(org, "SO-1");
  expect(cancelled).toMatchObject({ stage: "cancelled", statusWord: "Cancelled", version: 2 });

  const unchanged = await imported(org, file, { columns });
  expect(unchanged.seen.counts).toMatchObject({ unexported: 1, changed_orders: 0, changed_lines: 0 });
  expect(await notesOf(unchanged.importId, "unexported_change")).toContainEqual(
    expect.objectContaining({ field: "order_status", value: "Open", kept: "Cancelled", reference: "CR-000001" }),
  );
  expect(await readOrder(org, "SO-1")).toEqual(cancelled);

  // Neither does one in which each line has another word, nor one without a status.
  const moving = file.map((row, index) => ({ ...row, status: index ? "Released" : "Picking", qty: "7" }));
  await importFile(org, moving, { columns });
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "cancelled", statusWord: "Cancelled" });
  expect(lineOf(await readOrder(org, "SO-1")).quantity).toBe("7");
  await importFile(org, file, { columns: ["order", "line", "sku", "qty", "shipTo"] });
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "cancelled", statusWord: "Cancelled" });
  const mapped = await ask(org.admin.userId, "map_status", { p_org: org.id, p_word: "Open", p_stage: "released" });
  expect(mapped.outcome).toBe("mapped");
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "cancelled" });
});

test("once a cancellation was exported the source decides again", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  await approve(org, () => [{ kind: "cancel_order" }]);
  expect((await exportUpdates(org)).outcome).toBe("created");
  const taken = file.map((row) => ({ ...row, status: "Cancelled" }));
  const seen = await importFile(org, taken, { columns });
  expect(seen.counts).toMatchObject({ unexported: 0, changed_orders: 0 });
  await importFile(org, file, { columns });
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "open", statusWord: "Open" });
});

test("the rest that was closed stays closed until it was exported", async () => {
  const org = await createOrganization();
  const begun = file.map((row) => ({ ...row, status: "Picking", picked: "4" }));
  await importFile(org, begun, { columns });
  await approve(org, (order) => [{ kind: "close_line", line_id: lineOf(order).id }]);
  const seen = await importFile(org, begun, { columns });
  expect(seen.counts).toMatchObject({ unexported: 1, changed_lines: 0 });
  expect((await readOrder(org, "SO-1")).lines.map(({ quantity }) => quantity)).toEqual(["4", "5"]);
});

test("whatever a file changes on an order that somebody wants to cancel is named with that request", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  const request = await submitted(org.requester, await readOrder(org, "SO-1"), [{ kind: "cancel_order" }]);
  const importId = await stage(org, [{ ...file[0], qty: "8" }, { ...file[1] }], { columns });
  await preview(org, importId);
  expect(await notesOf(importId, "open_request")).toEqual([
    expect.objectContaining({ row: 2, field: "quantity_ordered", value: "8", reference: request.reference }),
  ]);
  const [held] =
    await superuser`select count(*)::int as count from public.open_targets where request_id = ${request.id}`;
  expect(held).toEqual({ count: 1 });
});
