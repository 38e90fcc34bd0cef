import "server-only";
import { type SourceFormat, sourceFormatSchema } from "@/lib/imports/source-format";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import type { ExportedRequest, ExportFile, ExportRun, ExportScope, ExportSummary } from "./export-view";
import type { ExportLine } from "./render-rows";

export const EXPORTS_PER_PAGE = 20;
const SHOWN_UPDATES = 100;

type ExportRow = {
  id: string;
  number: number;
  scope: ExportScope;
  sources: SourceRow[];
  row_count: number;
  order_count: number;
  requests: ExportedRequest[];
  created_by: string;
  created_at: string;
  lines_dropped_at: string | null;
};

type SourceRow = {
  source_id: string | null;
  name: string;
  format: SourceFormat;
  rows: number;
  letters?: string;
  longest_cell?: number;
};

const COLUMNS =
  "id, number, scope, sources, row_count, order_count, requests, created_by, created_at, lines_dropped_at";

/** Approved changes no updates export has carried yet: how many, and the oldest of them. */
export async function listWaitingUpdates(
  db: Db,
  orgId: string,
): Promise<{ requests: ExportedRequest[]; total: number }> {
  const { rows: writes, total } = await readPage(
    db
      .from("order_writes")
      .select("request_id, order_id", { count: "exact" })
      .eq("org_id", orgId)
      .is("export_id", null)
      .order("written_at")
      .limit(SHOWN_UPDATES),
  );
  if (writes.length === 0) return { requests: [], total };
  const [requests, orders] = await Promise.all([
    read(
      db
        .from("change_requests")
        .select("id, reference")
        .eq("org_id", orgId)
        .in(
          "id",
          writes.map(({ request_id }) => request_id),
        ),
    ),
    read(
      db
        .from("orders")
        .select("id, order_number")
        .eq("org_id", orgId)
        .in("id", [...new Set(writes.map(({ order_id }) => order_id))]),
    ),
  ]);
  const referenceOf = new Map(requests.map(({ id, reference }) => [id, reference]));
  const numberOf = new Map(orders.map(({ id, order_number }) => [id, order_number]));
  return {
    total,
    requests: writes.map(({ request_id, order_id }) => ({
      request_id,
      reference: referenceOf.get(request_id) ?? "",
      order_number: numberOf.get(order_id) ?? "",
    })),
  };
}

/** The exports, newest first; `page` counts from 1. */
export async function listExports(
  db: Db,
  orgId: string,
  page: number,
): Promise<{ exports: ExportSummary[]; total: number }> {
  const from = (page - 1) * EXPORTS_PER_PAGE;
  const { rows, total } = await readPage(
    db
      .from("exports")
      .select(COLUMNS, { count: "exact" })
      .eq("org_id", orgId)
      .order("number", { ascending: false })
      .range(from, from + EXPORTS_PER_PAGE - 1)
      .overrideTypes<ExportRow[], { merge: false }>(),
  );
  if (rows.length === 0) return { exports: [], total };
  const people = await read(
    db
      .from("members")
      .select("id, name")
      .eq("org_id", orgId)
      .in("id", [...new Set(rows.map(({ created_by }) => created_by))]),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { exports: rows.map((row) => toSummary(row, names.get(row.created_by) ?? "")), total };
}

/** An export with the format of each of its files, for writing them. */
export async function getExport(db: Db, orgId: string, number: number): Promise<ExportRun | null> {
  const [row] = await read(
    db
      .from("exports")
      .select("id, number, scope, sources, requests, lines_dropped_at")
      .eq("org_id", orgId)
      .eq("number", number)
      .overrideTypes<ExportRunRow[], { merge: false }>(),
  );
  return row ? toExportRun(row) : null;
}

/** The export that told an approved request; null while none has, `undefined` where nothing was written. */
export async function getExportOfRequest(
  db: Db,
  orgId: string,
  requestId: string,
): Promise<{ number: number; files: ExportFile[]; isDropped: boolean } | null | undefined> {
  const [write] = await read(
    db.from("order_writes").select("export_id").eq("org_id", orgId).eq("request_id", requestId),
  );
  if (!write?.export_id) return write && null;
  const [row] = await read(
    db
      .from("exports")
      .select("number, sources, lines_dropped_at")
      .eq("org_id", orgId)
      .eq("id", write.export_id)
      .overrideTypes<Pick<ExportRow, "number" | "sources" | "lines_dropped_at">[], { merge: false }>(),
  );
  if (!row) return null;
  const files = row.sources.map(({ name, rows }) => ({ name, rows }));
  return { number: row.number, files, isDropped: row.lines_dropped_at !== null };
}

export type ExportRunRow = Pick<ExportRow, "id" | "number" | "scope" | "sources" | "requests" | "lines_dropped_at">;

export function toExportRun({ id, number, scope, sources, requests, lines_dropped_at }: ExportRunRow): ExportRun {
  return {
    id,
    number,
    scope,
    requests,
    isDropped: lines_dropped_at !== null,
    sources: sources.map(({ source_id, name, format, rows, letters, longest_cell }) => ({
      sourceId: source_id,
      name,
      format: sourceFormatSchema.parse(format),
      rows,
      letters: letters ?? "",
      longestCell: longest_cell ?? 0,
    })),
  };
}

export type ExportLineRow = {
  position: number;
  cells: string[] | null;
  sibling_cells: string[] | null;
  values: ExportLine["values"];
  is_removed: boolean;
};

/** The API answers with at most this many rows. */
export const LINES_PER_READ = 1_000;

/** The frozen lines of one file, in file order, a page at a time. */
export async function* readExportLines(
  db: Db,
  orgId: string,
  exportId: string,
  sourceId: string | null,
): AsyncGenerator<ExportLine[], void, undefined> {
  yield* pagesOfLines((after) => {
    const lines = db
      .from("export_lines")
      .select("position, cells, sibling_cells, values, is_removed")
      .eq("org_id", orgId)
      .eq("export_id", exportId)
      .gt("position", after)
      .order("position")
      .limit(LINES_PER_READ);
    const ofSource = sourceId === null ? lines.is("source_id", null) : lines.eq("source_id", sourceId);
    return read(ofSource.overrideTypes<ExportLineRow[], { merge: false }>());
  });
}

/** Page after page of at most `LINES_PER_READ` lines; the next one is read while this one is written. */
export async function* pagesOfLines(
  readPage: (after: number) => Promise<ExportLineRow[]>,
): AsyncGenerator<ExportLine[], void, undefined> {
  let next: Promise<ExportLineRow[]> | null = readPage(0);
  while (next) {
    const rows: ExportLineRow[] = await next;
    const last = rows.at(-1);
    next = last && rows.length === LINES_PER_READ ? readPage(last.position) : null;
    // Whoever waits for the page hears of its failure; nobody else has to.
    next?.catch(() => undefined);
    if (rows.length === 0) return;
    yield rows.map(({ cells, sibling_cells, values, is_removed }) => ({
      cells,
      siblingCells: sibling_cells,
      values,
      isRemoved: is_removed,
    }));
  }
}

function toSummary(row: ExportRow, createdBy: string): ExportSummary {
  return {
    id: row.id,
    number: row.number,
    scope: row.scope,
    files: row.sources.map(({ name, rows }) => ({ name, rows })),
    rowCount: row.row_count,
    orderCount: row.order_count,
    requests: row.requests,
    createdBy,
    createdAt: row.created_at,
    isDropped: row.lines_dropped_at !== null,
  };
}
