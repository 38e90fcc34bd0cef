import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";
import type { Organization } from "./organization.ts";
import { patiently } from "./patiently.ts";
import { superuser } from "./postgres.ts";

/** A row of a test's file, by field; `note` is a column we do not model. What a row leaves out is a blank cell. */
export type FileRow = Partial<Record<Column, string>>;
type Column = keyof typeof FIELDS | "note";

const FIELDS = {
  order: "order_number",
  line: "line_number",
  sku: "sku",
  qty: "quantity_ordered",
  picked: "quantity_picked",
  status: "order_status",
  lineStatus: "line_status",
  date: "requested_ship_date",
  customer: "customer",
  price: "unit_price",
  currency: "currency",
  shipTo: "ship_to",
  method: "ship_method",
  site: "site",
} as const;

export const usualColumns: Column[] = ["order", "line", "sku", "qty", "picked", "status", "date", "customer", "note"];

export type FileOptions = { columns?: Column[]; hash?: string | null; rowCount?: number; madeAt?: string };

/** How such a file is read; the header of a column is its name in capitals. */
export function formatOf(columns: Column[] = usualColumns): Record<string, unknown> {
  const fields = Object.fromEntries(
    columns.flatMap((column, index) => (column === "note" ? [] : [[FIELDS[column], index]])),
  );
  const formats = { date: "iso", date_separator: "-", date_padded: true, decimal: ".", group: "" };
  return {
    headers: columns.map((column) => column.toUpperCase()),
    fields,
    formats,
    encoding: "utf-8",
    delimiter: ",",
    line_ending: "\n",
  };
}

/** Rows as the browser stages them; the first row of a file is the second one, after the headers. */
export function stagedRows(rows: FileRow[], columns: Column[] = usualColumns) {
  return rows.map((row, index) => ({
    row: index + 2,
    fields: Object.fromEntries(
      columns.flatMap((column) => (column === "note" ? [] : [[FIELDS[column], row[column] ?? null]])),
    ),
    cells: columns.map((column) => row[column] ?? ""),
  }));
}

export function begin(org: Organization, rows: FileRow[], options: FileOptions = {}): Promise<Answer> {
  return ask(org.admin.userId, "begin_import", {
    p_org: org.id,
    p_file_name: "orders.csv",
    p_file_bytes: 1_000,
    p_file_hash: options.hash ?? null,
    p_format: formatOf(options.columns),
    p_row_count: options.rowCount ?? rows.length,
    p_idempotency_key: randomUUID(),
    p_file_modified_at: options.madeAt ?? null,
  });
}

/** Begins an import and stages its rows; the id of the import. */
export async function stage(org: Organization, rows: FileRow[], options: FileOptions = {}): Promise<string> {
  const begun = await begin(org, rows, options);
  if (begun.outcome !== "staging") throw new Error(`Not begun: ${JSON.stringify(begun)}`);
  const importId = String(begun.import_id);
  const staged = await ask(org.admin.userId, "stage_import_rows", {
    p_import_id: importId,
    p_rows: stagedRows(rows, options.columns),
  });
  if (staged.outcome !== "staged") throw new Error(`Not staged: ${JSON.stringify(staged)}`);
  return importId;
}

export type Preview = Answer & {
  counts: Record<string, number>;
  confirmations: { code: string; [fact: string]: unknown }[];
  status_words: { word: string; stage: string; rows: number }[];
};

/** What is said of the import's rows under this code, in the order of the file. */
export async function notesOf(importId: string, code: string): Promise<Record<string, unknown>[]> {
  const rows = await superuser<{ note: Record<string, unknown> }[]>`
    select n.note from public.import_results r cross join lateral jsonb_array_elements(r.notes) n (note)
    where r.import_id = ${importId} and n.note ->> 'code' = ${code} order by r.row_number`;
  return rows.map(({ note }) => note);
}

export function preview(org: Organization, importId: string): Promise<Preview> {
  return ask(org.admin.userId, "preview_import", { p_import_id: importId }) as Promise<Preview>;
}

export function commit(org: Organization, importId: string, key: string = randomUUID()): Promise<Answer> {
  const args = { p_import_id: importId, p_idempotency_key: key };
  return patiently(() => ask(org.admin.userId, "commit_import", args));
}

/** Commits what a person said yes to. */
export function commitConfirmed(org: Organization, importId: string, confirmed: string[]): Promise<Answer> {
  const args = { p_import_id: importId, p_idempotency_key: randomUUID(), p_choices: { confirmed } };
  return patiently(() => ask(org.admin.userId, "commit_import", args));
}

export function undo(org: Organization, importId: string, key: string = randomUUID()): Promise<Answer> {
  return patiently(() => ask(org.admin.userId, "undo_import", { p_import_id: importId, p_idempotency_key: key }));
}

/**
 * A whole import from its first row to its commit, which must go through: whatever the preview asks is said yes to. The
 * preview's answer.
 */
export async function importFile(org: Organization, rows: FileRow[], options: FileOptions = {}): Promise<Preview> {
  return (await imported(org, rows, options)).seen;
}

/** The same, with the import's id. */
export async function imported(
  org: Organization,
  rows: FileRow[],
  options: FileOptions = {},
): Promise<{ importId: string; seen: Preview }> {
  const importId = await stage(org, rows, options);
  const seen = await preview(org, importId);
  const done = await commitConfirmed(
    org,
    importId,
    seen.confirmations.map(({ code }) => code),
  );
  if (done.outcome !== "committed") throw new Error(`Not committed: ${JSON.stringify(done)}`);
  return { importId, seen };
}

export type OrderRow = {
  id: string;
  number: string;
  version: number;
  stage: string;
  statusWord: string | null;
  shipDate: string | null;
  shipTo: string | null;
  lines: LineRow[];
};
export type LineRow = {
  id: string;
  key: string;
  sku: string;
  quantity: string;
  shipDate: string | null;
  stage: string | null;
  cells: string[] | null;
  removed: boolean;
};

/** The organization's orders with their lines, re-read with full sight. */
export async function readOrders(org: Organization): Promise<Record<string, OrderRow>> {
  const rows = await superuser<OrderRow[]>`
    select o.id, o.order_number as number, o.version, o.stage, o.status_word as "statusWord", o.requested_ship_date::text as "shipDate", o.ship_to as "shipTo",
      (select jsonb_agg(jsonb_build_object('id', l.id, 'key', l.line_key, 'sku', l.sku, 'quantity', trim_scale(l.quantity_ordered)::text,
        'shipDate', l.requested_ship_date, 'stage', l.status_stage, 'cells', l.source_columns, 'removed', l.removed_at is not null) order by l.position)
       from public.order_lines l where l.org_id = o.org_id and l.order_id = o.id) as lines
    from public.orders o where o.org_id = ${org.id} order by o.order_number`;
  return Object.fromEntries(rows.map((row) => [row.number, row]));
}

/** The order of this number, and a line of it by position; tests of one order need nothing else. */
export async function readOrder(org: Organization, number: string): Promise<OrderRow> {
  const order = (await readOrders(org))[number];
  if (!order) throw new Error(`There is no order ${number}.`);
  return order;
}

export function lineOf(order: OrderRow, position = 1): LineRow {
  const line = order.lines[position - 1];
  if (!line) throw new Error(`${order.number} has no line ${position}.`);
  return line;
}

export async function auditCount(org: Organization, action: string): Promise<number> {
  const [row] = await superuser<{ count: number }[]>`
    select count(*)::integer as count from public.audit_entries where org_id = ${org.id} and action = ${action}`;
  return row?.count ?? 0;
}
