import { type DerivedFields, deriveQuantity } from "./derived-quantity";
import { FIELD_NAMES, type FieldColumns, type FieldName } from "./fields";
import { parseCell } from "./formats";
import { MAX_CHUNK_BYTES, MAX_CHUNK_ROWS } from "./limits";
import { type LinePlan, LineReader } from "./line-reader";
import type { FileRow, Table } from "./parse";
import { refusal } from "./problems";
import type { ValueFormats } from "./source-format";
import { utf8Length } from "./utf8";
import { wireRow } from "./wire-row";

/** A row as it was read. `fields` has exactly the mapped and derived ones: canonical text, or null for a blank cell. */
export type StagedRow = {
  row: number;
  order_number: string;
  line_key: string | null;
  fields: Partial<Record<FieldName, string | null>>;
  cells: string[];
};

/**
 * At most 5,000 rows. `body` is a JSON array of them as they travel, at most 1,000,000 bytes. `done` is the share of the file
 * that was read, 0 to 1.
 */
export type StagedChunk = { rows: StagedRow[]; body: string; done: number };

/** How a person decided to read the file. Without the rest every row is a line and says everything itself. */
export type Reading = { fields: FieldColumns; formats: ValueFormats; derived?: DerivedFields } & Partial<
  Pick<LinePlan, "continuation" | "hasMainLines">
>;

/** `read` are the row's cells with its order's values carried down; the row keeps its own `cells` for the export. */
export function normalizeRow({ row, cells }: FileRow, reading: Reading, read: readonly string[] = cells): StagedRow {
  const { fields: columns, formats, derived } = reading;
  const fields: StagedRow["fields"] = {};
  for (const field of FIELD_NAMES) {
    const column = columns[field];
    if (column !== undefined) fields[field] = parseCell(field, read[column] ?? "", formats);
    const difference = derived?.[field];
    if (difference) fields[field] = deriveQuantity(read, difference, formats);
  }
  return { row, order_number: fields.order_number ?? "", line_key: fields.line_number ?? null, fields, cells };
}

/** Reads the file again, row by row, into chunks; the next one is only made when it is asked for. Throws `FileRefused`. */
export function* stageRows(table: Table, reading: Reading): Generator<StagedChunk, void, undefined> {
  let rows: StagedRow[] = [];
  let wire: string[] = [];
  let bytes = BRACKETS_BYTES;
  const { continuation = "full", hasMainLines = false } = reading;
  const lines = new LineReader({ fields: reading.fields, continuation, hasMainLines });
  for (const batch of table.read()) {
    const ragged = batch.problems[0];
    if (ragged) throw refusal("rows_ragged", { rows: batch.problems.length, row: ragged.row });
    for (const fileRow of batch.rows) {
      const line = lines.read(fileRow);
      if (typeof line === "string") continue;
      const staged = normalizeRow(fileRow, reading, line.cells);
      const json = JSON.stringify(wireRow(staged, reading.fields));
      const size = utf8Length(json) + COMMA_BYTES;
      if (size + BRACKETS_BYTES > MAX_CHUNK_BYTES) throw refusal("row_too_large", { row: staged.row, bytes: size });
      if (bytes + size > MAX_CHUNK_BYTES || rows.length === MAX_CHUNK_ROWS) {
        yield { rows, body: `[${wire.join(",")}]`, done: batch.done };
        rows = [];
        wire = [];
        bytes = BRACKETS_BYTES;
      }
      rows.push(staged);
      wire.push(json);
      bytes += size;
    }
  }
  if (rows.length > 0) yield { rows, body: `[${wire.join(",")}]`, done: 1 };
}

const BRACKETS_BYTES = 2;
const COMMA_BYTES = 1;
