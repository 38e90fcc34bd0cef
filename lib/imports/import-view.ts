import type { Database } from "@/lib/supabase/database.types";
import type { SourceFormat } from "./source-format";

export type ImportStatus = Database["public"]["Enums"]["import_status"];
export type Stage = Database["public"]["Enums"]["order_stage"];

/** `new + changed + unchanged` lines and `errors` are the rows that were sent; with those left out, `file_rows`. */
export type ImportCounts = {
  rows: number;
  staged_rows: number;
  file_rows: number;
  new_lines: number;
  changed_lines: number;
  unchanged_lines: number;
  errors: number;
  orders: number;
  new_orders: number;
  changed_orders: number;
  unchanged_orders: number;
  error_orders: number;
  missing_orders: number;
  closing_orders: number;
  problems: number;
  warnings: number;
  conflicts: number;
  unexported: number;
  backwards: number;
  /** Numbers and SKUs that fit no format, where the organization lets them in. */
  misfits?: number;
};

/** What a person has to say yes to before the commit. */
export type Confirmation =
  | {
      code: "older_file";
      reason: "same_file" | "same_as_earlier" | "made_earlier" | "goes_back";
      import: number;
      committed_at: string;
      earlier_import?: number;
      made_at?: string;
      last_made_at?: string;
      fields?: number;
      reverted?: number;
    }
  | { code: "fewer_rows"; rows: number; import: number; earlier_rows: number }
  | { code: "stage_backwards"; orders: number };

export const CONFIRMATION_CODES = [
  "older_file",
  "fewer_rows",
  "stage_backwards",
] as const satisfies Confirmation["code"][];

/** Something about one row: an error that stops the import, or a warning a person should have seen. */
export type RowNote = {
  level: "error" | "warning";
  code: string;
  row?: number;
  /** The column by the file's own header; null or absent when the note isn't about one cell. */
  column?: string | null;
  field?: string | null;
  value?: string | null;
  order_number?: string;
  sku?: string | null;
  other_row?: number;
  other_value?: string;
  max?: number;
  length?: number;
  /** The formats the value fits none of, with examples. */
  looks_like?: string;
  staged?: number;
  expected?: number;
  before?: string | null;
  /** The value that stays although the file says something else. */
  kept?: string | null;
  /** The request this is about: the open one, or the one whose change wasn't exported yet. */
  reference?: string;
  /** Stages an order or line would go back from and to. */
  from?: string;
  to?: string;
};

/** What the rows of a file can be looked through for. */
export type RowFilter =
  | "all"
  | "errors"
  | "open_request"
  | "unexported_change"
  | "stage_backwards"
  | "format_misfit"
  | "new"
  | "changed"
  | "unchanged";

/** A row of the file with what came of it, as `import_results` holds it. */
export type ImportedRow = {
  row_number: number;
  result: Database["public"]["Enums"]["import_result"];
  order_number: string | null;
  line_key: string | null;
  sku: string | null;
  customer: string | null;
  changes: FieldChange[] | null;
  /** The order's own values, at its first row. */
  order_changes: FieldChange[] | null;
  notes: RowNote[] | null;
};

/** A staged row as it came, with what is wrong with it. */
export type NotedRow = { cells: readonly string[]; notes: readonly RowNote[] };

/** An open order of the source that the file no longer has, and whether the commit closes it. */
export type MissingOrder = Pick<
  Database["public"]["Tables"]["import_missing_orders"]["Row"],
  "order_id" | "order_number" | "customer" | "stage" | "open_requests" | "is_closing"
>;

export type StatusWordUse = { word: string; stage: Stage; rows: number; is_known: boolean };

export type FieldChange = { field: string; before: string | null; after: string | null };

/** What the pages need of it; rows and missing orders are read where they are listed. */
export type ImportPreview = {
  confirmations: Confirmation[];
  status_words: StatusWordUse[];
  problems: RowNote[];
};

export type ImportSummary = {
  id: string;
  number: number;
  status: ImportStatus;
  fileName: string;
  rowCount: number;
  counts: ImportCounts | null;
  createdBy: string;
  createdAt: string;
  closedBy: string | null;
  closedAt: string | null;
};

export type ImportRun = ImportSummary & {
  fileBytes: number;
  fileHash: string | null;
  format: SourceFormat;
  previewedAt: string | null;
  preview: ImportPreview | null;
  undoneBy: string | null;
  undoneAt: string | null;
};
