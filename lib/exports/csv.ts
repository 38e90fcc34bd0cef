import { guardCell, isPlainNumber } from "@/lib/imports/formula-guard";
import type { SourceFormat } from "@/lib/imports/source-format";

/** How records are written. In `numberColumns` a plain "-5" stays a number; everywhere else it is guarded like a formula. */
export type CsvStyle = Pick<SourceFormat, "delimiter" | "line_ending" | "quotes_all"> & {
  numberColumns: ReadonlySet<number>;
};

/** One record with its line ending. No cell of it can run in a spreadsheet, and reading it back gives the same cells. */
export function csvRecord(cells: readonly string[], style: CsvStyle): string {
  return cells.map((cell, column) => csvCell(cell, column, style)).join(style.delimiter) + style.line_ending;
}

function csvCell(cell: string, column: number, { delimiter, quotes_all, numberColumns }: CsvStyle): string {
  const safe = numberColumns.has(column) && isPlainNumber(cell) ? cell : guardCell(cell);
  const needsQuotes = quotes_all || safe !== cell || NEEDS_QUOTES.test(safe) || safe.includes(delimiter);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spaces at either end are trimmed by some readers, and an opening "sep=" is an instruction to Excel. */
const NEEDS_QUOTES = /["\r\n]|^\s|\s$|^sep=/i;
