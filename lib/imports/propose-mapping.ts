import { splitDate, splitSerial } from "./calendar-dates";
import { splitMoney } from "./decimals";
import { isErrorCell } from "./error-cell";
import { FIELD_NAMES, type FieldColumns, type FieldName, fieldDefinition, missingRequiredFields } from "./fields";
import { HEADER_SYNONYMS, normalizeHeader } from "./header-synonyms";
import type { FileRow } from "./parse";
import type { SourceFormat } from "./source-format";

/** `isRemembered`: taken from an earlier import of a file with the same columns instead of from their names. */
export type MappingProposal = { fields: FieldColumns; missing: FieldName[]; isRemembered: boolean };

/** Enough of the cells must look like the field, so that an "Order date" full of words isn't read as a date. */
const ENOUGH = 0.8;

/** Column → field by name, checked against sample rows. Every column and every field is used at most once. */
export function proposeMapping(headers: readonly string[], sample: readonly FileRow[]): MappingProposal {
  const fields: FieldColumns = {};
  const taken = new Set<number>();
  const names = headers.map(normalizeHeader);
  for (const certainty of ["sure", "likely"] as const) {
    for (const field of FIELD_NAMES) {
      if (fields[field] !== undefined) continue;
      const column = findColumn(
        HEADER_SYNONYMS[field][certainty],
        names,
        (at) => !taken.has(at) && fits(field, at, sample),
      );
      if (column === undefined) continue;
      fields[field] = column;
      taken.add(column);
    }
  }
  moveVaryingDateToLines(fields, sample);
  return { fields, missing: missingRequiredFields(fields), isRemembered: false };
}

/** The mapping of an earlier import, found again by column name, so that moved and added columns don't matter. */
export function rememberMapping(headers: readonly string[], earlier: SourceFormat): MappingProposal | null {
  const fields: FieldColumns = {};
  for (const field of FIELD_NAMES) {
    const column = earlier.fields[field];
    if (column === undefined) continue;
    const header = earlier.headers[column];
    const found = header ? headers.indexOf(header) : -1;
    if (found < 0) return null;
    fields[field] = found;
  }
  const missing = missingRequiredFields(fields);
  return missing.length === 0 ? { fields, missing, isRemembered: true } : null;
}

/** Synonyms come best first, so the first synonym that is there wins over the first column that matches anything. */
function findColumn(synonyms: string[], names: string[], isFree: (column: number) => boolean): number | undefined {
  for (const synonym of synonyms) {
    const column = names.findIndex((name, at) => name === synonym && isFree(at));
    if (column >= 0) return column;
  }
  return undefined;
}

function fits(field: FieldName, column: number, sample: readonly FileRow[]): boolean {
  const { type, isRequired } = fieldDefinition(field);
  const cells = sample
    .map(({ cells }) => (cells[column] ?? "").trim())
    .filter((cell) => cell !== "" && !isErrorCell(cell));
  if (cells.length === 0) return !isRequired || sample.length === 0;
  if (type === "date") return share(cells, (cell) => splitDate(cell) !== null || splitSerial(cell) !== null) >= ENOUGH;
  if (type === "quantity" || type === "money") return share(cells, (cell) => splitMoney(cell) !== null) >= ENOUGH;
  return true;
}

function share(cells: string[], matches: (cell: string) => boolean): number {
  return cells.filter(matches).length / cells.length;
}

/** A lone date column belongs to the order when all lines of an order agree on it, and to the line otherwise. */
function moveVaryingDateToLines(fields: FieldColumns, sample: readonly FileRow[]): void {
  const { requested_ship_date: date, order_number: order, line_requested_ship_date: lineDate } = fields;
  if (date === undefined || order === undefined || lineDate !== undefined) return;
  const dates = new Map<string, string>();
  for (const { cells } of sample) {
    const [orderNumber, cell] = [cells[order] ?? "", cells[date] ?? ""];
    if (cell === "") continue;
    if ((dates.get(orderNumber) ?? cell) !== cell) {
      delete fields.requested_ship_date;
      fields.line_requested_ship_date = date;
      return;
    }
    dates.set(orderNumber, cell);
  }
}
