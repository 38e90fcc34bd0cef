import { randomUUID } from "node:crypto";
import type { ExportLine } from "@/lib/exports/render-rows";
import { xlsxDownload } from "@/lib/exports/xlsx-download";
import { readingOf, sourceFormatOf } from "@/lib/imports/column-plan";
import { ImportSession } from "@/lib/imports/import-session";
import { type SourceFormat, sourceFormatSchema } from "@/lib/imports/source-format";
import { ask } from "./ask.ts";
import { csvFile } from "./csv-file.ts";
import { commitConfirmed, type Preview, preview } from "./imports.ts";
import type { Organization } from "./organization.ts";
import { superuser } from "./postgres.ts";

/** Reads a file as the browser does and commits it, whatever the preview asks; the preview's answer. */
export async function upload(
  org: Organization,
  file: Uint8Array<ArrayBuffer> | string,
  earlier: SourceFormat | null,
): Promise<Preview> {
  const { session, opened } = await ImportSession.open(new Blob([file]), earlier, async () => undefined);
  const format = sourceFormatOf(opened, opened.proposal.fields, opened.examination);
  const begun = await ask(org.admin.userId, "begin_import", {
    p_org: org.id,
    p_file_name: format.container === "xlsx" ? "orders.xlsx" : "orders.csv",
    p_file_bytes: opened.bytes,
    p_file_hash: opened.sha256,
    p_format: format,
    p_row_count: opened.rowCount,
    p_idempotency_key: randomUUID(),
  });
  const importId = String(begun.import_id);
  for (const { rows } of session.stage(readingOf(format))) {
    const staged = await ask(org.admin.userId, "stage_import_rows", { p_import_id: importId, p_rows: rows });
    if (staged.outcome !== "staged") throw new Error(`Not staged: ${JSON.stringify(staged)}`);
  }
  const seen = await preview(org, importId);
  const confirmed = seen.confirmations.map(({ code }) => code);
  const done = await commitConfirmed(org, importId, confirmed);
  if (done.outcome !== "committed") throw new Error(`Not committed: ${JSON.stringify({ done, seen })}`);
  return seen;
}

/** What a preview counts in a file that says what is here already. */
export const nothingNew = { changed_lines: 0, new_lines: 0, changed_orders: 0, errors: 0, unexported: 0 };

type Frozen = {
  cells: string[] | null;
  sibling_cells: string[] | null;
  values: ExportLine["values"];
  is_removed: boolean;
};

/** What an export of the organization's only source gives, as the download writes it; null where there is nothing to tell. */
export async function download(
  org: Organization,
  scope: "updates" | "open",
  container: "csv" | "xlsx" = "csv",
): Promise<{ source: SourceFormat; bytes: Uint8Array<ArrayBuffer>; rows: number } | null> {
  const answer = await ask(org.admin.userId, "begin_export", {
    p_org: org.id,
    p_scope: scope,
    p_idempotency_key: randomUUID(),
  });
  if (answer.export_id === undefined) return null;
  const exportId = String(answer.export_id);
  const [row] = await superuser<
    { sources: { format: unknown }[] }[]
  >`select sources from public.exports where id = ${exportId}`;
  const source = sourceFormatSchema.parse(row?.sources[0]?.format);
  const frozen = await superuser<Frozen[]>`
    select cells, sibling_cells, "values", is_removed from public.export_lines where export_id = ${exportId} order by position`;
  const lines = frozen.map((line) => ({
    cells: line.cells,
    siblingCells: line.sibling_cells,
    values: line.values,
    isRemoved: line.is_removed,
  }));
  const bytes = container === "csv" ? await csvFile(source, lines) : await xlsxFile(source, lines);
  return { source, bytes, rows: lines.length };
}

async function xlsxFile(format: SourceFormat, lines: ExportLine[]): Promise<Uint8Array<ArrayBuffer>> {
  async function* onePage() {
    yield lines;
  }
  const source = { sourceId: null, name: "Orders", format, rows: lines.length, letters: "", longestCell: 0 };
  return new Uint8Array(await new Response(xlsxDownload(source, onePage()).body).arrayBuffer());
}
