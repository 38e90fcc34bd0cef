import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ExportLine } from "@/lib/exports/render-rows";
import { ImportSession } from "@/lib/imports/import-session";
import { type SourceFormat, sourceFormatSchema } from "@/lib/imports/source-format";
import { ask } from "../../support/ask.ts";
import { csvFile } from "../../support/csv-file.ts";
import { commit, lineOf, type Preview, preview, readOrder, readOrders } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

const text = [
  "Order No;Customer;Status;Ship By;Line;SKU;Qty Ordered;Unit Price;Remark",
  "0012;Müller;Open;14.09.2031;1;BOLT-8;1.250,50;9,90;=1+1",
  "0012;Müller;Open;14.09.2031;2;NUT-8;4;0,05;",
  "0013;O'Hara;Open;15.09.2031;1;BOLT-8;7;9,90;plain",
].join("\r\n");

/** Reads a file as the browser does and commits it. */
async function upload(org: Organization, file: Blob, earlier: SourceFormat | null): Promise<Preview> {
  const { session, opened } = await ImportSession.open(file, earlier, async () => undefined);
  const { fields } = opened.proposal;
  const format: SourceFormat = {
    headers: opened.headers,
    fields,
    formats: opened.examination.formats,
    encoding: opened.encoding,
    delimiter: opened.delimiter,
    line_ending: opened.lineEnding,
  };
  const begun = await ask(org.admin.userId, "begin_import", {
    p_org: org.id,
    p_file_name: "orders.csv",
    p_file_bytes: opened.bytes,
    p_file_hash: opened.sha256,
    p_format: format,
    p_row_count: opened.rowCount,
    p_idempotency_key: randomUUID(),
  });
  const importId = String(begun.import_id);
  for (const { rows } of session.stage({ fields, formats: format.formats })) {
    expect(await ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows: rows })).toMatchObject({
      outcome: "staged",
    });
  }
  const seen = await preview(org, importId);
  expect(await commit(org, importId)).toMatchObject({ outcome: "committed" });
  return seen;
}

type Frozen = {
  cells: string[] | null;
  sibling_cells: string[] | null;
  values: ExportLine["values"];
  is_removed: boolean;
};

async function download(org: Organization, scope: string): Promise<{ source: SourceFormat; text: string; file: Blob }> {
  const answer = await ask(org.admin.userId, "begin_export", {
    p_org: org.id,
    p_scope: scope,
    p_idempotency_key: randomUUID(),
  });
  const exportId = String(answer.export_id);
  const [row] = await superuser<
    { sources: { format: unknown }[] }[]
  >`select sources from public.exports where id = ${exportId}`;
  const source = sourceFormatSchema.parse(row?.sources[0]?.format);
  const lines = await superuser<Frozen[]>`
    select cells, sibling_cells, "values", is_removed from public.export_lines where export_id = ${exportId} order by position`;
  const bytes = await csvFile(
    source,
    lines.map((line) => ({
      cells: line.cells,
      siblingCells: line.sibling_cells,
      values: line.values,
      isRemoved: line.is_removed,
    })),
  );
  return { source, text: new TextDecoder().decode(bytes), file: new Blob([bytes]) };
}

test("what is exported comes back as it was, and importing it again changes nothing", async () => {
  const org = await createOrganization();
  await upload(org, new Blob([text]), null);
  expect(lineOf(await readOrder(org, "0012")).quantity).toBe("1250.5");

  const order = await readOrder(org, "0012");
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: lineOf(order).id, quantity: "1300" },
    { kind: "set_line_date", line_id: lineOf(order, 2).id, requested_ship_date: "2031-10-01" },
  ]);
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");

  const updates = await download(org, "updates");
  expect(updates.text.trimEnd().split("\r\n")).toEqual([
    "Order No;Customer;Status;Ship By;Line;SKU;Qty Ordered;Unit Price;Remark",
    `0012;Müller;Open;14.09.2031;1;BOLT-8;1.300,00;9,90;"'=1+1"`,
    "0012;Müller;Open;01.10.2031;2;NUT-8;4;0,05;",
  ]);

  const before = await readOrders(org);
  for (const scope of ["updates", "open"]) {
    const { file, source } = scope === "updates" ? updates : await download(org, "open");
    const { counts } = await upload(org, file, source);
    expect(counts, scope).toMatchObject({
      changed_lines: 0,
      new_lines: 0,
      changed_orders: 0,
      errors: 0,
      unexported: 0,
    });
  }
  const after = await readOrders(org);
  for (const [number, { version, shipDate, lines }] of Object.entries(before)) {
    expect(after[number], number).toMatchObject({
      version,
      shipDate,
      lines: lines.map(({ id, quantity, shipDate }) => ({ id, quantity, shipDate })),
    });
  }
});
