import { FIELD_NAMES, type FieldColumns, type FieldName } from "./fields";
import type { StagedRow } from "./normalize-rows";

/**
 * A row as it travels to the database. A field is left out where it is simply its cell without the spaces around it: most
 * are, and a hundred thousand rows are sent in a third of the bytes. A derived one has no cell.
 */
export type WireRow = {
  row: number;
  cells: string[];
  fields?: Partial<Record<FieldName, string | null>>;
};

export function wireRow({ row, fields, cells }: StagedRow, columns: FieldColumns): WireRow {
  const sent: NonNullable<WireRow["fields"]> = {};
  let hasFields = false;
  for (const field of FIELD_NAMES) {
    const column = columns[field];
    const value = fields[field] ?? null;
    if (value === (column === undefined ? null : withoutSpaces(cells[column] ?? ""))) continue;
    sent[field] = value;
    hasFields = true;
  }
  return hasFields ? { row, cells, fields: sent } : { row, cells };
}

/** As the database reads a cell: it knows only the plain space. */
function withoutSpaces(cell: string): string | null {
  const text =
    cell.charCodeAt(0) === SPACE || cell.charCodeAt(cell.length - 1) === SPACE ? cell.replace(/^ +| +$/g, "") : cell;
  return text === "" ? null : text;
}

const SPACE = 32;
