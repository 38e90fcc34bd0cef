import "server-only";
import { containing } from "@/lib/search-pattern";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import type { ImportedRow, NotedRow, RowFilter, RowNote } from "./import-view";

export const ROWS_PER_PAGE = 50;

const COLUMNS = "row_number, result, order_number, line_key, sku, customer, changes, order_changes, notes";

/** Rows of the file with what the comparison found for them, in file order; `page` counts from 1. */
export async function listImportRows(
  db: Db,
  orgId: string,
  importId: string,
  { filter, search, page }: { filter: RowFilter; search: string; page: number },
): Promise<{ rows: ImportedRow[]; total: number }> {
  const from = (page - 1) * ROWS_PER_PAGE;
  let query = db
    .from("import_row_list")
    .select(COLUMNS, { count: "exact" })
    .eq("org_id", orgId)
    .eq("import_id", importId);
  if (filter === "new" || filter === "changed" || filter === "unchanged") query = query.eq("result", filter);
  else if (filter === "errors") query = query.eq("result", "error");
  else if (filter !== "all") query = query.contains("notes", JSON.stringify([{ code: filter }]));
  if (search) query = query.ilike("search_text", containing(search));
  return readPage(
    query
      .order("row_number")
      .range(from, from + ROWS_PER_PAGE - 1)
      .overrideTypes<ImportedRow[], { merge: false }>(),
  );
}

/** The API answers with at most this many rows. */
const ROWS_PER_READ = 1_000;

/** Every staged row of an open import, in file order, a page at a time. */
export async function* readStagedCells(
  db: Db,
  orgId: string,
  importId: string,
): AsyncGenerator<{ row_number: number; cells: string[] }[], void, undefined> {
  let last: number | undefined = 0;
  while (last !== undefined) {
    const rows: { row_number: number; cells: string[] }[] = await read(
      db
        .from("import_rows")
        .select("row_number, cells")
        .eq("org_id", orgId)
        .eq("import_id", importId)
        .gt("row_number", last)
        .order("row_number")
        .limit(ROWS_PER_READ)
        .overrideTypes<{ row_number: number; cells: string[] }[], { merge: false }>(),
    );
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.row_number;
  }
}

/** The same with the notes of rows that have errors. */
export async function* readNotedRows(
  db: Db,
  orgId: string,
  importId: string,
): AsyncGenerator<NotedRow[], void, undefined> {
  for await (const rows of readStagedCells(db, orgId, importId)) {
    const noted = await read(
      db
        .from("import_results")
        .select("row_number, notes")
        .eq("org_id", orgId)
        .eq("import_id", importId)
        .eq("result", "error")
        .gte("row_number", rows[0]?.row_number ?? 0)
        .lte("row_number", rows.at(-1)?.row_number ?? 0)
        .limit(ROWS_PER_READ)
        .overrideTypes<{ row_number: number; notes: RowNote[] | null }[], { merge: false }>(),
    );
    const notes = new Map(noted.map((row) => [row.row_number, row.notes ?? []]));
    yield rows.map(({ row_number, cells }) => ({ cells, notes: notes.get(row_number) ?? [] }));
  }
}
