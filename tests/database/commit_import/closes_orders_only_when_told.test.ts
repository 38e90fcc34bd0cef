import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { auditCount, commit, type FileRow, importFile, preview, readOrder, stage } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submit, submitted } from "../../support/requests.ts";

const row = (order: string, status = "Open"): FileRow => ({ order, line: "1", sku: "BOLT", qty: "10", status });

const choose = (org: Organization, importId: string, orderIds: string[] | null, isClosing = true) =>
  ask(org.admin.userId, "choose_missing_orders", {
    p_import_id: importId,
    p_order_ids: orderIds,
    p_is_closing: isClosing,
  });

test("orders the file leaves out are listed and stay, unless somebody closes them", async () => {
  const org = await createOrganization();
  await importFile(org, [row("SO-1"), row("SO-2"), row("SO-3"), row("SO-4", "Shipped")]);
  const importId = await stage(org, [row("SO-1")]);
  await preview(org, importId);
  const missing = await superuser`
    select order_number from public.import_missing_orders where import_id = ${importId} order by order_number`;
  expect(missing.map(({ order_number }) => order_number)).toEqual(["SO-2", "SO-3"]);

  const kept = await readOrder(org, "SO-3");
  expect(await choose(org, importId, null)).toMatchObject({ outcome: "chosen", closing: 2 });
  expect(await choose(org, importId, [kept.id], false)).toMatchObject({ closing: 1 });
  // Looking again keeps what was said.
  expect((await preview(org, importId)).counts).toMatchObject({ missing_orders: 2, closing_orders: 1 });
  expect((await commit(org, importId)).outcome).toBe("committed");

  expect(await readOrder(org, "SO-2")).toMatchObject({ stage: "closed", version: 2, statusWord: "Open" });
  expect(await readOrder(org, "SO-3")).toMatchObject({ stage: "open", version: 1 });
  expect(await readOrder(org, "SO-4")).toMatchObject({ stage: "shipped", version: 1 });
  expect(await auditCount(org, "order.closed")).toBe(1);
  expect(await ask(org.admin.userId, "verify_audit_chain", { p_org: org.id })).toMatchObject({ ok: true });
});

test("a closed order is locked, its word does not open it, a file that has it again does", async () => {
  const org = await createOrganization();
  await importFile(org, [row("SO-1"), row("SO-2")]);
  const importId = await stage(org, [row("SO-1")]);
  await preview(org, importId);
  await choose(org, importId, null);
  await commit(org, importId);

  const closed = await readOrder(org, "SO-2");
  const change = { kind: "set_quantity", line_id: closed.lines[0]?.id, quantity: "12" };
  expect(await submit(org.requester, closed, [change])).toMatchObject({ outcome: "refused" });
  await ask(org.admin.userId, "map_status", { p_org: org.id, p_word: "Open", p_stage: "released" });
  expect(await readOrder(org, "SO-2")).toMatchObject({ stage: "closed" });

  const again = await preview(org, await stage(org, [row("SO-1"), row("SO-2")]));
  // It comes back without a question: nothing that was picked is reopened.
  expect(again.confirmations).toEqual([]);
  await importFile(org, [row("SO-1"), row("SO-2")]);
  expect(await readOrder(org, "SO-2")).toMatchObject({ stage: "released" });
});

test("requests on a closed order are flagged, their people told, and a decision meets the lock", async () => {
  const org = await createOrganization();
  await importFile(org, [row("SO-1"), row("SO-2")]);
  const order = await readOrder(org, "SO-2");
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0]?.id, quantity: "12" },
  ]);
  const importId = await stage(org, [row("SO-1")]);
  await preview(org, importId);
  const [missing] = await superuser`
    select open_requests from public.import_missing_orders where org_id = ${org.id} and import_id = ${importId}`;
  expect(missing).toEqual({ open_requests: 1 });
  await choose(org, importId, null);
  await commit(org, importId);

  const [flag] = await superuser`select moved from public.request_flags where org_id = ${org.id}`;
  expect(flag).toEqual({ moved: [{ field: "stage", before: "open", after: "closed" }] });
  const mails = await superuser<{ to: string; facts: { moved: unknown } }[]>`
    select recipient_email as "to", facts from public.notifications where org_id = ${org.id} and template = 'request_moved'`;
  expect(mails.map(({ to }) => to).sort()).toEqual([org.requester.email, org.approver.email].sort());
  expect((await decide(org.approver, { ...request, version: 2 }, "approve")).outcome).toBe("refused");
});
