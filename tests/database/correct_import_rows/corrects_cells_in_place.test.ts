import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { commit, type FileRow, preview, readOrder, stage } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const good: FileRow = { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open", date: "2099-01-05" };
const [QTY, DATE, NOTE] = ["3", "6", "8"] as const;

type Correction = { row: number; cells: Record<string, string>; fields: Record<string, string | null> };
const correct = (org: Organization, importId: string, corrections: Correction[]) =>
  ask(org.admin.userId, "correct_import_rows", { p_import_id: importId, p_corrections: corrections });

test("a corrected cell is compared again, and the file's own record says who did it", async () => {
  const org = await createOrganization();
  const importId = await stage(org, [
    { ...good, qty: "ten", date: "2099-02-30" },
    { ...good, line: "2" },
  ]);
  expect((await preview(org, importId)).counts).toMatchObject({ errors: 1, problems: 2 });

  expect(
    await correct(org, importId, [{ row: 2, cells: { [QTY]: "10" }, fields: { quantity_ordered: "10" } }]),
  ).toMatchObject({ outcome: "corrected", cells: 1 });
  // The other error of the row stays what it was.
  const seen = await preview(org, importId);
  expect(seen.problems).toEqual([expect.objectContaining({ code: "invalid_date", row: 2, value: "2099-02-30" })]);
  await correct(org, importId, [
    { row: 2, cells: { [DATE]: "2099-02-28" }, fields: { requested_ship_date: "2099-02-28" } },
  ]);
  // Not committed as long as nobody looked again.
  expect(await commit(org, importId)).toMatchObject({ code: "PT409", reason: "not_previewed" });
  await preview(org, importId);
  expect((await commit(org, importId)).outcome).toBe("committed");
  const order = await readOrder(org, "SO-1");
  expect(order.lines[0]?.cells).toEqual(["SO-1", "1", "BOLT", "10", "", "Open", "2099-02-28", "", ""]);

  const events = await superuser`
    select facts, m.name from public.import_events e join public.members m on m.id = e.by_member
    where e.org_id = ${org.id} and e.kind = 'cell_corrected' order by e.at`;
  expect(events).toEqual([
    { facts: { row: 2, column: "QTY", before: "ten", after: "10" }, name: org.admin.name },
    { facts: { row: 2, column: "DATE", before: "2099-02-30", after: "2099-02-28" }, name: org.admin.name },
  ]);
});

test("a column without a meaning is corrected by its cell alone; the rest of the row stays as it was read", async () => {
  const org = await createOrganization();
  const importId = await stage(org, [{ ...good, note: "old", customer: "Acme" }]);
  await correct(org, importId, [{ row: 2, cells: { [NOTE]: "new" }, fields: {} }]);
  await preview(org, importId);
  await commit(org, importId);
  const [order] = await superuser<{ customer: string; cells: string[] }[]>`
    select o.customer, l.source_columns as cells from public.orders o join public.order_lines l on l.order_id = o.id where o.org_id = ${org.id}`;
  expect(order?.customer).toBe("Acme");
  expect(order?.cells.at(-1)).toBe("new");
});

test("what is not a correction is refused, and a closed import takes none", async () => {
  const org = await createOrganization();
  const importId = await stage(org, [good]);
  for (const wrong of [
    [],
    {},
    [{ row: 2, cells: {}, fields: {} }],
    [{ row: 2, cells: { "99": "x" }, fields: {} }],
    [{ row: 2, cells: { [QTY]: 1 }, fields: { quantity_ordered: "1" } }],
    // A cell of a mapped column without its value, and a value without its cell.
    [{ row: 2, cells: { [QTY]: "1" }, fields: {} }],
    [{ row: 2, cells: { [NOTE]: "1" }, fields: { quantity_ordered: "1" } }],
    [{ row: 99, cells: { [NOTE]: "1" }, fields: {} }],
    [
      { row: 2, cells: { [NOTE]: "1" }, fields: {} },
      { row: 2, cells: { [NOTE]: "2" }, fields: {} },
    ],
  ]) {
    expect(await correct(org, importId, wrong as never), JSON.stringify(wrong)).toMatchObject({ code: "PT422" });
  }
  await preview(org, importId);
  await commit(org, importId);
  expect(await correct(org, importId, [{ row: 2, cells: { [NOTE]: "1" }, fields: {} }])).toMatchObject({
    code: "PT409",
    reason: "import_is_closed",
  });
});
