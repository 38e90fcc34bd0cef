import { assignField } from "./column-plan";
import { type FieldName, missingRequiredFields } from "./fields";
import { MAX_CHUNK_BYTES, MAX_CHUNK_ROWS } from "./limits";
import { LineReader } from "./line-reader";
import { normalizeRow } from "./normalize-rows";
import type { SourceFormat } from "./source-format";
import { utf8Length } from "./utf8";
import { type WireRow, wireRow } from "./wire-row";

/** What a person says about a file whose rows are already here; what is left out stays as it was. */
export type ReadingChange = {
  date?: SourceFormat["formats"]["date"];
  decimal?: SourceFormat["formats"]["decimal"];
  /** One column, counted from 0, and what it means: a field, or nothing. */
  column?: { at: number; field: FieldName | null };
};

/** The format with the change, or the required fields it would leave without a column. */
export function changedFormat(
  format: SourceFormat,
  { date, decimal, column }: ReadingChange,
): SourceFormat | FieldName[] {
  const fields = column ? assignField(format.fields, column.at, column.field).columns : format.fields;
  const missing = missingRequiredFields(fields);
  if (missing.length > 0) return missing;
  const { formats, derived, ...rest } = format;
  const stillDerived = Object.entries(derived ?? {}).filter(([field]) => !(field in fields));
  const rival = decimal === "." ? "," : ".";
  return {
    ...rest,
    ...(stillDerived.length > 0 && { derived: Object.fromEntries(stillDerived) }),
    fields,
    formats: {
      ...formats,
      ...(date && { date }),
      ...(decimal && { decimal, group: formats.group === decimal ? rival : formats.group }),
    },
  };
}

type StagedCells = { row_number: number; cells: string[] };

/** Reads rows that were staged once more, in file order; what was a line stays one. Chunks as they travel to the database. */
export class StagedRowReader {
  readonly #format: SourceFormat;
  readonly #lines: LineReader;

  constructor(format: SourceFormat) {
    this.#format = format;
    this.#lines = new LineReader({
      fields: format.fields,
      continuation: format.continuation ?? "full",
      hasMainLines: false,
    });
  }

  *read(rows: readonly StagedCells[]): Generator<WireRow[], void, undefined> {
    let chunk: WireRow[] = [];
    let bytes = 0;
    for (const { row_number: row, cells } of rows) {
      const line = this.#lines.read({ row, cells });
      const staged = normalizeRow({ row, cells }, this.#format, typeof line === "string" ? cells : line.cells);
      const wire = wireRow(staged, this.#format.fields);
      const size = utf8Length(JSON.stringify(wire)) + COMMA_BYTES;
      if (chunk.length > 0 && (bytes + size > MAX_CHUNK_BYTES - BRACKETS_BYTES || chunk.length === MAX_CHUNK_ROWS)) {
        yield chunk;
        chunk = [];
        bytes = 0;
      }
      chunk.push(wire);
      bytes += size;
    }
    if (chunk.length > 0) yield chunk;
  }
}

const COMMA_BYTES = 1;
const BRACKETS_BYTES = 2;
