import type { FileRow, RowBatch, Table } from "./parse";

/** The column an error file adds: what is wrong with each row. Coming back it is no column of the source. */
export const ERROR_COLUMN = "_error";

/** A corrected error file is the source's file again: what we added is left out before anything looks at the columns. */
export function withoutErrorColumn(table: Table): Table {
  const last = table.headers.length - 1;
  if (last < 1 || table.headers[last]?.trim() !== ERROR_COLUMN) return table;
  const cut = (row: FileRow): FileRow => ({ ...row, cells: row.cells.slice(0, last) });
  return {
    ...table,
    headers: table.headers.slice(0, last),
    *read(): Generator<RowBatch, void, undefined> {
      for (const batch of table.read()) yield { ...batch, rows: batch.rows.map(cut) };
    },
  };
}
