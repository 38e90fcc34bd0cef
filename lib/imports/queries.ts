import "server-only";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import type {
  ImportCounts,
  ImportPreview,
  ImportRun,
  ImportSummary,
  NoteKind,
  RowNote,
  RowWithNotes,
} from "./import-view";
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
      .select(`${SUMMARY}, file_bytes, file_hash, format, previewed_at, preview`)
      .eq("org_id", orgId)
      .eq("id", id)
      .overrideTypes<RunRow[], { merge: false }>(),
  );
  if (!row) return null;
  return {
    ...toSummary(row, await namesOf(db, orgId, [row])),
    fileBytes: row.file_bytes,
    fileHash: row.file_hash,
    format: sourceFormatSchema.parse(row.format),
    previewedAt: row.previewed_at,
    preview: row.preview,
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

export const NOTES_PER_PAGE = 50;

/** Rows with a kind of note, in file order; one entry per row. */
export async function listRowNotes(
  db: Db,
  orgId: string,
  importId: string,
  { kind, page }: { kind: NoteKind; page: number },
): Promise<{ rows: RowWithNotes[]; total: number }> {
  const from = (page - 1) * NOTES_PER_PAGE;
  const sought = kind === "errors" ? { level: "error" } : { code: kind };
  const { rows, total } = await readPage(
    db
      .from("import_results")
      .select("row_number, notes", { count: "exact" })
      .eq("org_id", orgId)
      .eq("import_id", importId)
      .contains("notes", JSON.stringify([sought]))
      .order("row_number")
      .range(from, from + NOTES_PER_PAGE - 1)
      .overrideTypes<{ row_number: number; notes: RowNote[] }[], { merge: false }>(),
  );
  const isSought = ({ level, code }: RowNote) => (kind === "errors" ? level === "error" : code === kind);
  return {
    rows: rows.map(({ row_number, notes }) => ({ row: row_number, notes: notes.filter(isSought) })),
    total,
  };
}

/** The names of everybody who began or ended one of these imports. */
async function namesOf(db: Db, orgId: string, rows: SummaryRow[]): Promise<Map<string, string>> {
  const ids = new Set(
    rows.flatMap(({ created_by, closed_by }) => (closed_by ? [created_by, closed_by] : [created_by])),
  );
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
