import { type Difference, deriveQuantity } from "@/lib/imports/derived-quantity";
import { FIELD_NAMES, FIELDS, type FieldName, fieldDefinition } from "@/lib/imports/fields";
import { formatCell, parseCell } from "@/lib/imports/formats";
import type { SourceFormat } from "@/lib/imports/source-format";
import { compareQuantities, isQuantity, normalizeQuantity, subtractQuantities } from "@/lib/quantity";

/** What an order line is now: canonical text or null. A field that is left out keeps the cell as it is. */
export type CurrentValues = Partial<Record<FieldName, string | null>>;

/**
 * A line as the database gives it. `cells` are the ones it was imported with, null for a line added here; `siblingCells`
 * are those of another line of its order, for the columns that belong to the order and are blank here. `values` has what
 * approved changes moved, and everything for a line added here.
 */
export type ExportLine = {
  cells: readonly string[] | null;
  siblingCells: readonly string[] | null;
  values: CurrentValues;
  isRemoved: boolean;
};

/** The line in the source's own columns. A cell whose meaning hasn't changed stays as it came, to the last byte. */
export function renderRow(source: SourceFormat, line: ExportLine): string[] {
  const cells = source.headers.map((_, column) => line.cells?.[column] ?? "");
  for (const field of FIELD_NAMES) {
    const column = source.fields[field];
    if (column === undefined) continue;
    const sibling = line.siblingCells?.[column] ?? "";
    const own = cells[column] ?? "";
    const cell = own.trim() === "" && fieldDefinition(field).level === "order" ? sibling || own : own;
    const value = currentValue(source, line, field);
    cells[column] =
      value === undefined || isSame(field, cell, value, source) ? cell : render(field, value, cell || sibling, source);
  }
  for (const difference of Object.values(source.derived ?? {})) renderRest(source, line, cells, difference);
  return cells;
}

/** Where a column says what is left of another, a new whole leaves as much more or less; what was taken from it stays taken. */
function renderRest(source: SourceFormat, line: ExportLine, cells: string[], { whole, rest }: Difference): void {
  const [before, after] = [line.cells?.[whole] ?? "", cells[whole] ?? ""];
  if (before === after) return;
  const taken = line.cells ? deriveQuantity(line.cells, { whole, rest }, source.formats) : "0";
  const total = parseCell("quantity_ordered", after, source.formats);
  if (taken === null || total === null || !isQuantity(total) || compareQuantities(total, taken) < 0) return;
  const left = subtractQuantities(total, taken);
  cells[rest] = formatCell("quantity_ordered", left, source.formats, cells[rest] || after);
}

/** The columns in which a plain negative number may stay one: numbers we know, and whatever we only pass through. */
export function numberColumns(source: SourceFormat): Set<number> {
  const columns = new Set(source.headers.keys());
  for (const field of FIELD_NAMES) {
    const { type } = fieldDefinition(field);
    const column = source.fields[field];
    if (column !== undefined && type !== "quantity" && type !== "money") columns.delete(column);
  }
  return columns;
}

/**
 * A removed line is told to the source as quantity 0. A file with a single date column, whichever it was taken for, carries
 * the date that counts for the line: its own, else the order's. Otherwise an approved date would not leave the house.
 */
function currentValue(source: SourceFormat, line: ExportLine, field: FieldName): string | null | undefined {
  const { values } = line;
  if (field === "quantity_ordered" && line.isRemoved) return "0";
  const isDate = field === "requested_ship_date" || field === "line_requested_ship_date";
  const isLoneDate = isDate && !("requested_ship_date" in source.fields && "line_requested_ship_date" in source.fields);
  if (!isLoneDate) return values[field];
  return values.line_requested_ship_date ?? values.requested_ship_date ?? values[field];
}

function isSame(field: FieldName, cell: string, value: string | null, source: SourceFormat): boolean {
  const before = parseCell(field, cell, source.formats);
  return before === canonical(field, value);
}

function render(field: FieldName, value: string | null, like: string, source: SourceFormat): string {
  return formatCell(field, canonical(field, value), source.formats, like);
}

/** The database writes `numeric` with all its decimals ("12.000000"). */
function canonical(field: FieldName, value: string | null): string | null {
  const { type } = FIELDS[field];
  const isNumber = type === "quantity" || type === "money";
  return isNumber && value !== null && isQuantity(value) ? normalizeQuantity(value) : value;
}
