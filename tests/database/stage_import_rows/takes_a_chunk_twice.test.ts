import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { begin, commit, formatOf, preview, stage, stagedRows } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const rows = [
  { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open" },
  { order: "SO-1", line: "2", sku: "NUT", qty: "5", status: "Open" },
];

test("a chunk sent twice changes nothing, other content is refused", async () => {
  const org = await createOrganization();
  const importId = await stage(org, rows);
  const send = (p_rows: unknown) => ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows });
  expect(await send(stagedRows(rows))).toMatchObject({ outcome: "staged", rows: 2, new_rows: 0 });
  const changed = rows.map((row) => ({ ...row, qty: "7" }));
  expect(await send(stagedRows(changed))).toMatchObject({ code: "PT409", reason: "row_differs", detail: '{"row": 2}' });
  const [stored] =
    await superuser`select count(*)::integer as count from public.import_rows where import_id = ${importId} and quantity_ordered in (10, 5)`;
  expect(stored?.count).toBe(2);
});

test("rows of another shape are refused", async () => {
  const org = await createOrganization();
  const importId = await stage(org, rows);
  const [row] = stagedRows([{ ...rows[0], line: "3" }]);
  const send = (p_rows: unknown) => ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows });
  for (const bad of [
    [],
    {},
    [1],
    [{ ...row, row: 0 }],
    [{ ...row, row: "2" }],
    [{ ...row, row: 1.5 }],
    [{ ...row, cells: ["a"] }],
    [{ ...row, fields: { sku: {} } }],
    [{ ...row, cells: row?.cells.map(() => 1) }],
  ]) {
    expect(await send(bad), JSON.stringify(bad)).toMatchObject({ code: "PT422" });
  }
  expect(await send(Array.from({ length: 5_001 }, (_, index) => ({ ...row, row: index + 10 })))).toMatchObject({
    code: "PT422",
    reason: "invalid_rows",
  });
});

test("a closed import takes no rows", async () => {
  const org = await createOrganization();
  const importId = await stage(org, rows);
  await preview(org, importId);
  await commit(org, importId);
  expect(
    await ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows: stagedRows(rows) }),
  ).toMatchObject({ code: "PT409", reason: "import_is_closed" });
});

test("beginning checks the file's bounds and how it is to be read", async () => {
  const org = await createOrganization();
  const valid = {
    p_org: org.id,
    p_file_name: "a.csv",
    p_file_bytes: 10,
    p_file_hash: null,
    p_format: formatOf(),
    p_row_count: 1,
  };
  const format = formatOf() as { headers: string[]; fields: Record<string, number> };
  for (const [wrong, reason] of [
    [{ p_file_bytes: 50 * 1024 * 1024 + 1 }, "file_too_large"],
    [{ p_row_count: 1_000_001 }, "too_many_rows"],
    [{ p_file_name: " " }, "required"],
    [{ p_file_hash: "abc" }, "invalid_file_hash"],
    [{ p_format: { ...format, extra: 1 } }, "invalid_format"],
    [{ p_format: { ...format, headers: Array.from({ length: 513 }, String) } }, "invalid_headers"],
    [{ p_format: { ...format, fields: { ...format.fields, sku: 99 } } }, "invalid_mapping"],
    [{ p_format: { ...format, fields: { ...format.fields, colour: 1 } } }, "invalid_mapping"],
    [{ p_format: { ...format, fields: { sku: 2, order_number: 0 } } }, "column_required"],
  ] as const) {
    const answer = await ask(org.admin.userId, "begin_import", { ...valid, ...wrong, p_idempotency_key: randomUUID() });
    expect(answer, reason).toMatchObject({ code: "PT422", reason });
  }
});

test("a file that was committed before is recognized", async () => {
  const org = await createOrganization();
  const hash = "ab".repeat(32);
  const importId = await stage(org, rows, { hash });
  expect((await begin(org, rows, { hash })).previous).toBeUndefined();
  await preview(org, importId);
  await commit(org, importId);
  expect((await begin(org, rows, { hash })).previous).toMatchObject({ number: 1 });
});

test("a discarded import leaves no rows and does not come back", async () => {
  const org = await createOrganization();
  const importId = await stage(org, rows);
  for (let round = 0; round < 2; round += 1) {
    expect(await ask(org.admin.userId, "discard_import", { p_import_id: importId })).toMatchObject({
      outcome: "discarded",
      number: 1,
    });
  }
  expect(await superuser`select from public.import_rows where import_id = ${importId}`).toHaveLength(0);
  expect(
    await superuser`select from public.audit_entries where org_id = ${org.id} and action = 'import.discarded'`,
  ).toHaveLength(1);
  expect((await preview(org, importId)).outcome).toBe("discarded");
  expect((await commit(org, importId)).outcome).toBe("discarded");
});
