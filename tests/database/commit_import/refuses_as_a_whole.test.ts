import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { commit, importFile, preview, readOrder, readOrders, stage, stagedRows } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";

const good = { order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open" };

test("one bad row and nothing is written", async () => {
  const org = await createOrganization();
  await importFile(org, [good]);
  const before = await readOrders(org);
  const importId = await stage(org, [
    { ...good, qty: "11" },
    { ...good, order: "SO-2", qty: "ten" },
  ]);
  await preview(org, importId);
  const answer = await commit(org, importId);
  expect(answer).toMatchObject({ outcome: "refused", counts: { errors: 1, changed_lines: 1 } });
  expect(answer.problems).toEqual([
    expect.objectContaining({ code: "not_a_number", row: 3, column: "QTY", value: "ten" }),
  ]);
  expect(await readOrders(org)).toEqual(before);
});

test("rows that never arrived are noticed", async () => {
  const org = await createOrganization();
  const importId = await stage(org, [good], { rowCount: 2 });
  const seen = await preview(org, importId);
  expect(seen.problems).toEqual([expect.objectContaining({ code: "rows_missing", staged: 1, expected: 2 })]);
  expect((await commit(org, importId)).outcome).toBe("refused");
  expect(await readOrders(org)).toEqual({});
});

test("a commit needs a preview of all its rows", async () => {
  const org = await createOrganization();
  const importId = await stage(org, [good], { rowCount: 2 });
  expect(await commit(org, importId)).toMatchObject({ code: "PT409", reason: "not_previewed" });
  await preview(org, importId);
  const [, second] = stagedRows([good, { ...good, line: "2" }]);
  await ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows: [second] });
  expect(await commit(org, importId)).toMatchObject({ code: "PT409", reason: "not_previewed" });
});

test("the same key answers again, another key says it is done", async () => {
  const org = await createOrganization();
  const importId = await stage(org, [good]);
  await preview(org, importId);
  const key = randomUUID();
  expect(await commit(org, importId, key)).toMatchObject({ outcome: "committed", replayed: false });
  const after = await footprint(org.id);
  expect(await commit(org, importId, key)).toMatchObject({ outcome: "committed", replayed: true });
  expect(await footprint(org.id)).toEqual(after);
  expect(await commit(org, importId)).toMatchObject({
    outcome: "already_committed",
    number: 1,
    closed_by: org.admin.name,
  });
  expect(await readOrder(org, "SO-1")).toMatchObject({ version: 1 });
});

test("an import of another organization is not there", async () => {
  const [org, other] = await Promise.all([createOrganization(), createOrganization()]);
  const importId = await stage(org, [good]);
  for (const [command, args] of Object.entries({
    stage_import_rows: { p_rows: stagedRows([good]) },
    preview_import: {},
    commit_import: { p_idempotency_key: randomUUID() },
    discard_import: {},
  })) {
    expect(await ask(other.admin.userId, command, { p_import_id: importId, ...args }), command).toMatchObject({
      code: "PT404",
      reason: "not_found",
    });
    expect(await ask(org.approver.userId, command, { p_import_id: importId, ...args }), command).toMatchObject({
      code: "PT403",
    });
  }
});
