import { deriveQuantity } from "./derived-quantity";
import { FIELD_NAMES, type FieldName, fieldDefinition } from "./fields";
import { parseCell } from "./formats";
import type { SourceFormat } from "./source-format";

/** As `correct_import_rows` takes it: the new text of cells by column, and the fields read from them. */
export type RowCorrection = {
  row: number;
  cells: Record<string, string>;
  fields: Partial<Record<FieldName, string | null>>;
};

/** The rows' numbers and their own cells. */
export type StagedCells = { row_number: number; cells: readonly string[] };

/**
 * One cell put right, read like the file is read. `followers` are further lines of the same order: where the file leaves the
 * order's cells blank there, they carry the corrected value too.
 */
export function correctionsOf(
  format: Pick<SourceFormat, "fields" | "formats" | "derived">,
  corrected: readonly StagedCells[],
  column: number,
  text: string,
  followers: readonly StagedCells[] = [],
): RowCorrection[] {
  const fields = fieldsOfColumn(format.fields, column);
  const values: RowCorrection["fields"] = {};
  for (const field of fields) values[field] = parseCell(field, text, format.formats);
  const carried: RowCorrection["fields"] = Object.fromEntries(
    Object.entries(values).filter(([field]) => fieldDefinition(field as FieldName).level === "order"),
  );
  const isCarried = fields.length > 0 && Object.keys(carried).length === fields.length;
  return [
    ...corrected.map(({ row_number, cells }) => ({
      row: row_number,
      cells: { [column]: text },
      fields: { ...values, ...derivedValues(format, cells.with(column, text), column) },
    })),
    ...(isCarried
      ? followers
          .filter(({ cells }) => (cells[column] ?? "").trim() === "")
          .map(({ row_number, cells }) => ({
            row: row_number,
            cells: { [column]: cells[column] ?? "" },
            fields: carried,
          }))
      : []),
  ];
}

/** What a column means; nothing for one that is only passed on. */
export function fieldsOfColumn(columns: SourceFormat["fields"], column: number): FieldName[] {
  return FIELD_NAMES.filter((field) => columns[field] === column);
}

/** The fields that are a difference in which the column has a part, of a row whose cell is corrected already. */
function derivedValues(
  { derived = {}, formats }: Pick<SourceFormat, "derived" | "formats">,
  cells: readonly string[],
  column: number,
): RowCorrection["fields"] {
  const values: RowCorrection["fields"] = {};
  for (const field of FIELD_NAMES) {
    const difference = derived[field];
    if (difference && (difference.whole === column || difference.rest === column))
      values[field] = deriveQuantity(cells, difference, formats);
  }
  return values;
}
