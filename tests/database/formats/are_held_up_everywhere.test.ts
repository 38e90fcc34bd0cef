import { beforeAll, expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { preview, stage } from "../../support/imports.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submit } from "../../support/requests.ts";

const skuFormats = [
  { pattern: "A+-#+", example: "WIDGET-1" },
  { pattern: "##", example: "47" },
];

let org: Organization;
let order: Order;
beforeAll(async () => {
  org = await createOrganization();
  order = await createOrder(org.id, { lines: [{ sku: "odd one" }, { sku: "GADGET-2" }] });
  await save({ sku: skuFormats });
});

function save(part: Record<string, unknown>, known: number | null = 10) {
  const formats = { order_number: [], sku: [], import_misfits: "refuse", ...part };
  return ask(org.admin.userId, "save_formats", { p_org: org.id, p_formats: formats, p_known_misfits: known });
}

test.each([
  ["add_line", { kind: "add_line", sku: "WIDGET9", quantity: "1" }],
  ["substitute_line", { kind: "substitute_line", sku: "widget 9" }],
])("a request that would bring a SKU of another shape is refused: %s", async (_, change) => {
  const line = "line_id" in change || change.kind === "add_line" ? {} : { line_id: order.lines[1]?.id };
  const before = await footprint(org.id);
  const answer = await submit(org.requester, order, [{ ...change, ...line }]);
  expect(answer).toMatchObject({
    code: "PT422",
    reason: "format_misfit",
    hint: "SKUs look like A+-#+ (such as WIDGET-1) or ## (such as 47).",
  });
  expect(JSON.parse(answer.detail ?? "")).toEqual({ change_index: 0, field: "sku", value: change.sku });
  expect(await footprint(org.id)).toEqual(before);
});

test("one of the right shape goes through, and what is on the order already is left alone", async () => {
  const odd = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const answer = await submit(org.requester, order, [odd, { kind: "add_line", sku: "widget-47", quantity: "1" }]);
  expect(answer).toMatchObject({ outcome: "submitted" });
});

const rows = [
  { order: "SO-1", line: "1", sku: "WIDGET-1", qty: "1", status: "Open" },
  { order: "SO-1", line: "2", sku: "WIDGET", qty: "1", status: "Open" },
  { order: "W 17", line: "1", sku: "47", qty: "1", status: "Open" },
];

test("an import lists every row with the value and what it should look like, and is refused or warned as the organization says", async () => {
  const org2 = org;
  await save({ order_number: [{ pattern: "SO-#+", example: "SO-1" }], sku: skuFormats });
  const importId = await stage(org2, rows);
  const refused = await preview(org2, importId);
  expect(refused.counts).toMatchObject({ errors: 2, problems: 2, new_lines: 1, warnings: 0, misfits: 0 });
  const [first, second] = (refused.problems ?? []).sort((a, b) => Number(a.row) - Number(b.row));
  expect(first).toMatchObject({
    level: "error",
    code: "format_misfit",
    row: 3,
    field: "sku",
    column: "SKU",
    value: "WIDGET",
    looks_like: "A+-#+ (such as WIDGET-1) or ## (such as 47)",
  });
  expect(second).toMatchObject({ row: 4, field: "order_number", value: "W 17", looks_like: "SO-#+ (such as SO-1)" });
  expect(
    await ask(org.admin.userId, "commit_import", { p_import_id: importId, p_idempotency_key: importId }),
  ).toMatchObject({
    outcome: "refused",
  });

  await save({ order_number: [{ pattern: "SO-#+", example: "SO-1" }], sku: skuFormats, import_misfits: "warn" });
  const warned = await preview(org2, importId);
  expect(warned.counts).toMatchObject({ errors: 0, problems: 0, new_lines: 3, warnings: 2, misfits: 2 });
  const stored = await superuser<{ problems: { level: string; code: string }[] }[]>`
    select notes as problems from public.import_results where import_id = ${importId} and notes is not null order by row_number`;
  expect(stored.map(({ problems }) => problems.map(({ level, code }) => `${level} ${code}`))).toEqual([
    ["warning format_misfit"],
    ["warning format_misfit"],
  ]);
});
