import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type CurrentValues, renderRow } from "@/lib/exports/render-rows";
import type { SourceFormat } from "@/lib/imports/source-format";
import { ask } from "../../support/ask.ts";
import { type FileOptions, type FileRow, formatOf, importFile, lineOf, readOrder } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";

const columns: FileOptions["columns"] = ["order", "line", "sku", "qty", "picked", "status", "shipTo", "note"];
/** As many sources write it: the order's values on its first row alone. */
const file: FileRow[] = [
  { order: "SO-1", line: "1", sku: "BOLT", qty: "10", picked: "0", status: "Open", shipTo: "12 Old Rd", note: "a" },
  { order: "SO-1", line: "2", sku: "NUT", qty: "5", picked: "0", status: "Open", note: "b" },
  { order: "SO-2", line: "1", sku: "BOLT", qty: "3", picked: "0", status: "Open", shipTo: "9 Elm St", note: "c" },
];

async function approve(org: Organization, changes: (order: Awaited<ReturnType<typeof readOrder>>) => Change[]) {
  const order = await readOrder(org, "SO-1");
  const request = await submitted(org.requester, order, changes(order));
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");
}

/** The rows of the file as it goes back. */
async function exported(org: Organization, scope: string, as = columns): Promise<string[][]> {
  const answer = await ask(org.admin.userId, "begin_export", {
    p_org: org.id,
    p_scope: scope,
    p_idempotency_key: randomUUID(),
  });
  expect(answer.outcome).toBe("created");
  const lines = await superuser<
    { cells: string[]; siblingCells: string[]; values: CurrentValues; isRemoved: boolean }[]
  >`select cells, sibling_cells as "siblingCells", "values", is_removed as "isRemoved"
    from public.export_lines where export_id = ${String(answer.export_id)} order by position`;
  return lines.map((line) => renderRow(formatOf(as) as unknown as SourceFormat, line));
}

test("a new address goes onto every row of its order, and nothing else moves", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  await approve(org, () => [{ kind: "set_ship_to", ship_to: "4 New St" }]);
  expect(await exported(org, "updates")).toEqual([
    ["SO-1", "1", "BOLT", "10", "0", "Open", "4 New St", "a"],
    ["SO-1", "2", "NUT", "5", "0", "Open", "4 New St", "b"],
  ]);
  // Told or not, a whole list never gives the old one back; what a row left blank stays blank elsewhere.
  expect((await exported(org, "open")).map((row) => row[6])).toEqual(["4 New St", "4 New St", "9 Elm St"]);
});

test("a quantity leaves the blank address of its row alone", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  await approve(org, (order) => [{ kind: "set_quantity", line_id: lineOf(order, 2).id, quantity: "6" }]);
  expect(await exported(org, "updates")).toEqual([["SO-1", "2", "NUT", "6", "0", "Open", "", "b"]]);
});

test("a cancelled order says so in its status, in the open list too until it was told", async () => {
  const org = await createOrganization();
  await importFile(org, file, { columns });
  await approve(org, () => [{ kind: "cancel_order" }]);
  expect((await exported(org, "open")).map((row) => [row[0], row[5]])).toEqual([
    ["SO-1", "Cancelled"],
    ["SO-1", "Cancelled"],
    ["SO-2", "Open"],
  ]);
  expect(await exported(org, "updates")).toEqual([
    ["SO-1", "1", "BOLT", "10", "0", "Cancelled", "12 Old Rd", "a"],
    ["SO-1", "2", "NUT", "5", "0", "Cancelled", "", "b"],
  ]);
  expect((await exported(org, "open")).map((row) => row[0])).toEqual(["SO-2"]);
});

test("to a source without a status a cancelled order is one that ships nothing", async () => {
  const org = await createOrganization();
  const bare: FileOptions["columns"] = ["order", "line", "sku", "qty"];
  await importFile(org, file, { columns: bare });
  await superuser`update public.orders set stage = 'open' where org_id = ${org.id}`;
  await approve(org, () => [{ kind: "cancel_order" }]);
  expect(await exported(org, "updates", bare)).toEqual([
    ["SO-1", "1", "BOLT", "0"],
    ["SO-1", "2", "NUT", "0"],
  ]);
});

test("a source that has its status line by line is told line by line", async () => {
  const org = await createOrganization();
  const byLine: FileOptions["columns"] = ["order", "line", "sku", "qty", "lineStatus"];
  await importFile(
    org,
    [
      { ...file[0], lineStatus: "Open" },
      { ...file[1], lineStatus: "Released" },
    ],
    { columns: byLine },
  );
  await approve(org, () => [{ kind: "cancel_order" }]);
  expect((await exported(org, "updates", byLine)).map((row) => row[4])).toEqual(["Cancelled", "Cancelled"]);
});

test("the rest that was closed is a quantity", async () => {
  const org = await createOrganization();
  await importFile(org, [{ ...file[0], picked: "6", status: "Picking" }], { columns });
  await approve(org, (order) => [{ kind: "close_line", line_id: lineOf(order).id }]);
  expect(await exported(org, "updates")).toEqual([["SO-1", "1", "BOLT", "6", "6", "Picking", "12 Old Rd", "a"]]);
});
