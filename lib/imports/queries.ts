import "server-only";
import { read, readPage } from "@/lib/supabase/read";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";
import type { ImportProgress } from "./import-outcome";
import type { ImportCounts, ImportPreview, ImportRun, ImportSummary, MissingOrder } from "./import-view";
import { listLearnedReadings } from "./learned-readings";
import { type SourceFormat, sourceFormatSchema } from "./source-format";

const SUMMARY = "id, number, status, file_name, row_count, counts, created_by, created_at, closed_by, closed_at";

type SummaryRow = {
  id: string;
  number: number;
  status: ImportSummary["status"];
  file_name: string;
  row_count: number;
  counts: ImportCounts | null;
  created_by: string;
  created_at: string;
  closed_by: string | null;
  closed_at: string | null;
};

type RunRow = SummaryRow & {
  file_bytes: number;
  file_hash: string | null;
  format: unknown;
  previewed_at: string | null;
  preview: ImportPreview | null;
  undone_by: string | null;
  undone_at: string | null;
};

export const IMPORTS_PER_PAGE = 20;

/** The imports, newest first; `page` counts from 1. */
export async function listImports(
  db: Db,
  orgId: string,
  page: number,
): Promise<{ imports: ImportSummary[]; total: number }> {
  const from = (page - 1) * IMPORTS_PER_PAGE;
  const { rows, total } = await readPage(
    db
      .from("imports")
      .select(SUMMARY, { count: "exact" })
      .eq("org_id", orgId)
      .order("number", { ascending: false })
      .range(from, from + IMPORTS_PER_PAGE - 1)
      .overrideTypes<SummaryRow[], { merge: false }>(),
  );
  const names = await namesOf(db, orgId, rows);
  return { imports: rows.map((row) => toSummary(row, names)), total };
}

export async function getImport(db: Db, orgId: string, id: string): Promise<ImportRun | null> {
  const [row] = await read(
    db
      .from("imports")
      .select(`${SUMMARY}, file_bytes, file_hash, format, previewed_at, preview, undone_by, undone_at`)
      .eq("org_id", orgId)
      .eq("id", id)
      .overrideTypes<RunRow[], { merge: false }>(),
  );
  if (!row) return null;
  const names = await namesOf(db, orgId, [row]);
  return {
    ...toSummary(row, names),
    fileBytes: row.file_bytes,
    fileHash: row.file_hash,
    format: sourceFormatSchema.parse(row.format),
    previewedAt: row.previewed_at,
    preview: row.preview,
    undoneBy: row.undone_by ? (names.get(row.undone_by) ?? null) : null,
    undoneAt: row.undone_at,
  };
}

/** How many rows of an unfinished upload have arrived. */
export async function countStagedRows(db: Db, orgId: string, importId: string): Promise<number> {
  const { total } = await readPage(
    db
      .from("import_rows")
      .select("row_number", { count: "exact" })
      .eq("org_id", orgId)
      .eq("import_id", importId)
      .limit(1),
  );
  return total;
}

/** The last committed import of the very same bytes; null when there is none, or the browser couldn't hash. */
export async function getEarlierImportOfFile(
  db: Db,
  orgId: string,
  { id, fileHash }: Pick<ImportRun, "id" | "fileHash">,
): Promise<{ id: string; number: number; closedAt: string | null } | null> {
  if (fileHash === null) return null;
  const [row] = await read(
    db
      .from("imports")
      .select("id, number, closed_at")
      .eq("org_id", orgId)
      .eq("file_hash", fileHash)
      .eq("status", "committed")
      .neq("id", id)
      .order("number", { ascending: false })
      .limit(1),
  );
  return row ? { id: row.id, number: row.number, closedAt: row.closed_at } : null;
}

/** How files were read before, the most recently used source first. */
export async function listSourceFormats(db: Db, orgId: string): Promise<SourceFormat[]> {
  const readings = await listLearnedReadings(db, orgId);
  return readings.map(({ format }) => format);
}

/** Open orders of the source that the file no longer has, the first `limit` by number. */
export async function listMissingOrders(
  db: Db,
  orgId: string,
  importId: string,
  limit: number,
): Promise<MissingOrder[]> {
  return read(
    db
      .from("import_missing_orders")
      .select("order_id, order_number, customer, stage, open_requests, is_closing")
      .eq("org_id", orgId)
      .eq("import_id", importId)
      .order("order_number")
      .limit(limit),
  );
}

/** How far a comparison, a commit or an undo of it is, whoever started it. */
export async function getImportProgress(db: Db, importId: string): Promise<ImportProgress> {
  return rpc<"import_progress", ImportProgress>(db, "import_progress", { p_import_id: importId });
}

/** The names of everybody who began or ended one of these imports. */
async function namesOf(
  db: Db,
  orgId: string,
  rows: (SummaryRow & { undone_by?: string | null })[],
): Promise<Map<string, string>> {
  const ids = new Set(rows.flatMap((row) => [row.created_by, row.closed_by, row.undone_by].filter((id) => id != null)));
  if (ids.size === 0) return new Map();
  const people = await read(
    db
      .from("members")
      .select("id, name")
      .eq("org_id", orgId)
      .in("id", [...ids]),
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

function toSummary(row: SummaryRow, names: Map<string, string>): ImportSummary {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    fileName: row.file_name,
    rowCount: row.row_count,
    counts: row.counts,
    createdBy: names.get(row.created_by) ?? "",
    createdAt: row.created_at,
    closedBy: row.closed_by ? (names.get(row.closed_by) ?? null) : null,
    closedAt: row.closed_at,
  };
}
