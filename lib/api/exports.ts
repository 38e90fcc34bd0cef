import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { downloadHeaders } from "@/lib/exports/download";
import { exportFile } from "@/lib/exports/export-file";
import type { ExportFormat, ExportScope } from "@/lib/exports/export-view";
import { LINES_PER_READ, pagesOfLines, toExportRun } from "@/lib/exports/queries";
import { EXPORT_SCOPES, exportFormatFrom, exportNumberFrom } from "@/lib/exports/schema";
import { routes } from "@/lib/routes";
import { exportsAs, type ListedExport } from "@/lib/unattended/commands";
import { type ApiCaller, idempotencyKey, queryOf } from "./key-route";
import { ApiProblem } from "./problem";

const PAGE = 20;

/**
 * `POST /api/v1/exports?scope=updates`: makes an export. The watermark moves here and nowhere else, so the key that makes a
 * retry the same export is required. With `format` the answer is the file itself.
 */
export async function postExport(request: Request, caller: ApiCaller): Promise<Response> {
  const query = queryOf(request, ["scope", "request", "format", "source"]);
  const scope = scopeOf(query.scope ?? "updates");
  const format = query.format === undefined ? null : formatOf(query.format);
  const key = idempotencyKey(request);
  if (key === null) {
    throw new ApiProblem(
      400,
      "idempotency_key_required",
      "Send an Idempotency-Key, such as the date of the job: a repeated call then gives the same export instead of the next one.",
    );
  }
  const outcome = await exportsAs(caller.credential).begin(scope, query.request ?? null, key);
  if (outcome.outcome === "empty") return format ? empty() : json({ outcome: "empty", scope }, 200);
  if (outcome.outcome === "not_applied") {
    throw new ApiProblem(409, "not_applied", `${outcome.reference} has not been written to its order.`, {
      facts: { status_of_request: outcome.status },
    });
  }
  const made = await oneExport(caller, outcome.number);
  if (format) return file(caller, made, format, query.source, outcome.outcome === "created" ? 201 : 200);
  return json({ outcome: outcome.outcome, ...described(caller, made) }, outcome.outcome === "created" ? 201 : 200);
}

/**
 * `GET /api/v1/exports`: the list. With `format` the file of the newest export of a scope, again and again: reading never
 * makes one.
 */
export async function getExports(request: Request, caller: ApiCaller): Promise<Response> {
  const query = queryOf(request, ["scope", "format", "source", "before"]);
  const scope = query.scope === undefined ? null : scopeOf(query.scope);
  if (query.format !== undefined) {
    const format = formatOf(query.format);
    const [newest] = await exportsAs(caller.credential).list(scope ?? "updates", null, 1);
    if (!newest) throw new ApiProblem(404, "no_export", "There is none yet. Make one with POST /api/v1/exports.");
    return file(caller, newest, format, query.source, 200);
  }
  const before = query.before === undefined ? null : numberOf(query.before);
  const rows = await exportsAs(caller.credential).list(scope, before, PAGE + 1);
  const next = rows.length > PAGE ? (rows.at(PAGE)?.number ?? null) : null;
  return json({ exports: rows.slice(0, PAGE).map((row) => described(caller, row)), next_before: next }, 200);
}

/** `GET /api/v1/exports/{number}`. */
export async function getExport(caller: ApiCaller, number: string): Promise<Response> {
  return json(described(caller, await oneExport(caller, numberOf(number))), 200);
}

/** `GET /api/v1/exports/{number}/file?format=csv`: the same bytes every time. */
export async function getExportFile(request: Request, caller: ApiCaller, number: string): Promise<Response> {
  const { format = "csv", source } = queryOf(request, ["format", "source"]);
  return file(caller, await oneExport(caller, numberOf(number)), formatOf(format), source, 200);
}

async function oneExport({ credential }: ApiCaller, number: number): Promise<ListedExport> {
  const [row] = await exportsAs(credential).list(null, number, 1);
  if (row?.number !== number) throw new AppError("not_found");
  return row;
}

function file(
  caller: ApiCaller,
  row: ListedExport,
  format: ExportFormat,
  position: string | undefined,
  status: number,
): Response {
  const run = toExportRun(row);
  if (run.isDropped) {
    throw new ApiProblem(410, "rows_dropped", "The rows of this export are no longer kept. Make a new one.");
  }
  if (run.sources.length === 0) return empty();
  if (run.sources.length > 1 && position === undefined) {
    throw new ApiProblem(409, "several_files", "This export has one file for each source. Ask for them one by one.", {
      facts: described(caller, row),
    });
  }
  const { lines } = exportsAs(caller.credential);
  const { fileName, contentType, body } = exportFile(run, format, position ?? null, ({ sourceId }) =>
    pagesOfLines((after) => lines(run.id, sourceId, after, LINES_PER_READ)),
  );
  return new Response(body, {
    status,
    headers: { ...downloadHeaders(fileName, contentType), "x-export-number": String(run.number) },
  });
}

function described({ slug }: ApiCaller, row: ListedExport) {
  const { APP_URL } = env();
  const self = `${APP_URL}/api/v1/exports/${row.number}`;
  return {
    number: row.number,
    scope: row.scope,
    rows: row.row_count,
    orders: row.order_count,
    requests: row.requests.map(({ reference }) => reference),
    created_at: row.created_at,
    files: row.sources.map(({ name, rows }, at) => {
      const source = row.sources.length > 1 ? `&source=${at + 1}` : "";
      return { name, rows, csv: `${self}/file?format=csv${source}`, xlsx: `${self}/file?format=xlsx${source}` };
    }),
    are_rows_kept: row.lines_dropped_at === null,
    links: { self, page: `${APP_URL}${routes.export(slug)}` },
  };
}

function scopeOf(text: string): ExportScope {
  const scope = EXPORT_SCOPES.find((one) => one === text);
  if (!scope) throw new ApiProblem(400, "unknown_scope", "Use scope=updates, open or request.");
  return scope;
}

function formatOf(text: string): ExportFormat {
  const format = exportFormatFrom(text);
  if (!format) throw new ApiProblem(400, "unknown_format", "Use format=csv or xlsx.");
  return format;
}

function numberOf(text: string): number {
  const number = exportNumberFrom(text);
  if (number === null) throw new AppError("not_found");
  return number;
}

function empty(): Response {
  return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
}
