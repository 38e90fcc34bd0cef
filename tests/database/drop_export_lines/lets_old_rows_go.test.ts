import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask, askAs } from "../../support/ask.ts";
import { importFile } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const rows = Array.from({ length: 5 }, (_, index) => ({ order: `SO-${index}`, line: "1", sku: "A", qty: "1" }));

async function openExport(org: Organization, age: string): Promise<string> {
  const answer = await ask(org.admin.userId, "begin_export", {
    p_org: org.id,
    p_scope: "open",
    p_idempotency_key: randomUUID(),
  });
  const id = String(answer.export_id);
  await superuser`update public.exports set created_at = now() - ${age}::interval where id = ${id}`;
  return id;
}

const left = async (id: string) => {
  const [row] = await superuser<{ lines: number; dropped: boolean; rows: number }[]>`
    select (select count(*)::integer from public.export_lines l where l.export_id = e.id) as lines,
      e.lines_dropped_at is not null as dropped, e.row_count as rows
    from public.exports e where e.id = ${id}`;
  return row;
};

test("rows of old lists go, a part at a time; what was told and who did it stays", async () => {
  const org = await createOrganization();
  await importFile(org, rows);
  const [old, young] = [await openExport(org, "31 days"), await openExport(org, "29 days")];
  const evidence = await openExport(org, "399 days");
  await superuser`update public.exports set scope = 'updates' where id = ${evidence}`;

  await askAs("service_role", "drop_export_lines", { p_limit: 2 });
  // Marked before the first row goes: nobody downloads half of it.
  expect(await left(old)).toMatchObject({ dropped: true });
  await askAs("service_role", "drop_export_lines", {});
  expect(await left(old)).toEqual({ lines: 0, dropped: true, rows: 5 });
  expect(await left(young)).toEqual({ lines: 5, dropped: false, rows: 5 });
  expect(await left(evidence)).toEqual({ lines: 5, dropped: false, rows: 5 });

  await superuser`update public.exports set created_at = now() - interval '401 days' where id = ${evidence}`;
  await askAs("service_role", "drop_export_lines", {});
  expect(await left(evidence)).toEqual({ lines: 0, dropped: true, rows: 5 });
});
