import fc from "fast-check";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { type FileRow, preview, stage } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

/** Few values, so that files meet each other and themselves; some of them can't be taken. */
const row: fc.Arbitrary<FileRow> = fc.record({
  order: fc.constantFrom("SO-1", "SO-2", "SO-3", "", "X".repeat(65)),
  line: fc.constantFrom("1", "2", ""),
  sku: fc.constantFrom("BOLT", "NUT", ""),
  qty: fc.constantFrom("1", "2", "a dozen", "-3", ""),
  status: fc.constantFrom("Open", "Picked", "Whatever"),
  date: fc.constantFrom("2099-01-05", "2099-02-30", ""),
  customer: fc.constantFrom("Acme", "Bolt"),
  note: fc.constantFrom("a", "b"),
});
const file = fc.array(row, { minLength: 1, maxLength: 30 });

async function compare(org: Organization, rows: FileRow[]) {
  const importId = await stage(org, rows);
  return { importId, seen: await preview(org, importId) };
}

test("whatever a file holds, its rows are new, changed, unchanged or errors, and so are its orders", async () => {
  const org = await createOrganization();
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      for (const rows of [first, second]) {
        const { importId, seen } = await compare(org, rows);
        const { counts } = seen;
        const sum = (...names: string[]) => names.reduce((total, name) => total + (counts[name] ?? Number.NaN), 0);
        expect(counts.staged_rows).toBe(rows.length);
        expect(sum("new_lines", "changed_lines", "unchanged_lines", "errors")).toBe(rows.length);
        expect(sum("new_orders", "changed_orders", "unchanged_orders", "error_orders")).toBe(counts.orders);
        const results = await superuser<{ result: string; rows: number }[]>`
          select result, count(*)::integer as rows from public.import_results
          where org_id = ${org.id} and import_id = ${importId} group by result`;
        const found = Object.fromEntries(results.map(({ result, rows: count }) => [result, count]));
        expect([found.new ?? 0, found.changed ?? 0, found.unchanged ?? 0, found.error ?? 0]).toEqual([
          counts.new_lines,
          counts.changed_lines,
          counts.unchanged_lines,
          counts.errors,
        ]);
        const confirmed = seen.confirmations.map(({ code }) => code);
        const done = await ask(org.admin.userId, "commit_import", {
          p_import_id: importId,
          p_idempotency_key: crypto.randomUUID(),
          p_choices: { confirmed },
        });
        if (done.outcome !== "committed") await ask(org.admin.userId, "discard_import", { p_import_id: importId });
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);
