import { guardCell, isPlainNumber } from "@/lib/imports/formula-guard";
import type { SourceFormat } from "@/lib/imports/source-format";

/** How records are written. In `numberColumns` a plain "-5" stays a number; everywhere else it is guarded like a formula. */
export type CsvStyle = Pick<SourceFormat, "delimiter" | "line_ending"> & { numberColumns: ReadonlySet<number> };

/** One record with its line ending. No cell of it can run in a spreadsheet, and reading it back gives the same cells. */
export function csvRecord(cells: readonly string[], { delimiter, line_ending, numberColumns }: CsvStyle): string {
  const written = cells.map((cell, column) => csvCell(cell, delimiter, numberColumns.has(column)));
  return written.join(delimiter) + line_ending;
}

function csvCell(cell: string, delimiter: string, isNumberColumn: boolean): string {
  const safe = isNumberColumn && isPlainNumber(cell) ? cell : guardCell(cell);
  const needsQuotes = safe !== cell || NEEDS_QUOTES.test(safe) || safe.includes(delimiter);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spaces at either end are trimmed by some readers, and an opening "sep=" is an instruction to Excel. */
const NEEDS_QUOTES = /["\r\n]|^\s|\s$|^sep=/i;
