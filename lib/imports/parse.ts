import { columnLabel, columnLetters } from "./column-label";
import { type Delimiter, type Dialect, detectDialect } from "./dialect";
import { unguardCell } from "./formula-guard";
import { firstRecords, type Grid, textGrid } from "./grid";
import { findHeaderRow } from "./header-row";
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_HEADER_CHARACTERS, MAX_ROWS } from "./limits";
import { refusal } from "./problems";
import { countSkipped, type SkippedRows } from "./skipped-rows";
import { utf8Length } from "./utf8";

/** One file row: its number as a spreadsheet shows it and its cells, one per column, otherwise as they are in the file. */
export type FileRow = { row: number; cells: string[] };

/** A row that doesn't have one cell per column; it is never imported half. */
export type RowProblem = { row: number; expected: number; found: number; message: string };

/** `done` is the share of the file that was read, from 0 to 1. */
export type RowBatch = { rows: FileRow[]; problems: RowProblem[]; skipped: SkippedRows; done: number };

/** How rows became a table: see `record-types.ts`, `bands.ts`, `join-files.ts`. */
export type TableKind = "rows" | "bands" | "records" | "joined";

/** Column names and, below them, rows; they are read anew on every pass, so a 50 MB file costs its text and no more. */
export type Table = {
  kind: TableKind;
  headers: string[];
  /** The number of the row with the column names, and what stands above it. */
  headerRow: number;
  preamble: string[];
  read: () => Generator<RowBatch, void, undefined>;
};

/** Detects how the text is written and checks its header row. Throws `FileRefused`. */
export function openTable(text: string, delimiter: Delimiter | null = null): Table & { dialect: Dialect } {
  const dialect = detectDialect(text, delimiter);
  return { ...openGrid(textGrid(text, dialect)), dialect };
}

type GridOptions = {
  /** Column names of files that were read before. */
  earlier?: readonly (readonly string[])[];
  /** The number of the header row, when a person said it. */
  headerRow?: number;
  /** Short rows are titles and sums of a report, and filled up. */
  isReport?: boolean;
};

const LOOKED_AT = 60;

export function openGrid(grid: Grid, { earlier = [], headerRow, isReport = false }: GridOptions = {}): Table {
  const first = firstRecords(grid, Math.max(LOOKED_AT, headerRow ?? 0));
  const at = headerRow === undefined ? findHeaderRow(first, earlier) : headerRow - 1;
  const headers = headerCells(first[at] ?? [], grid);
  checkHeader(headers);
  const preamble = first
    .slice(0, at)
    .map((cells) => cells.filter((cell) => cell.trim() !== "").join(" · "))
    .filter(Boolean);
  const read = () => readGrid({ grid, headers, headerRow: at + 1, isReport });
  return { kind: "rows", headers, headerRow: at + 1, preamble, read };
}

export function headerCells(record: readonly string[], { isGuarded }: Pick<Grid, "isGuarded">): string[] {
  return record.map((cell) => (isGuarded ? unguardCell(cell) : cell).trim());
}

/** The rows of a table, a batch at a time. Throws `FileRefused` where the text is broken. */
export function readRows(table: Pick<Table, "read">): Generator<RowBatch, void, undefined> {
  return table.read();
}

type Rows = { grid: Grid; headers: string[]; headerRow: number; isReport: boolean };

/** The rows below the header; blank ones are left out but counted. Throws `FileRefused` where the text is broken. */
function* readGrid({ grid, headers, headerRow, isReport }: Rows): Generator<RowBatch, void, undefined> {
  for (const { first, records, done } of grid.records()) {
    const batch: RowBatch = { rows: [], problems: [], skipped: {}, done };
    for (const [index, cells] of records.entries()) {
      const row = first + index;
      if (row <= headerRow) {
        countSkipped(batch.skipped, row === headerRow ? "header" : "preamble");
        continue;
      }
      if (row > MAX_ROWS + headerRow) throw refusal("too_many_rows", {});
      readCells(grid, headers, row, cells);
      if (grid.hiddenRows.has(row)) countSkipped(batch.skipped, "hidden");
      else if (isBlank(cells)) countSkipped(batch.skipped, "blank");
      else {
        if (isReport) while (cells.length < headers.length) cells.push("");
        const problem = checkCellCount(headers.length, row, cells);
        if (problem) batch.problems.push(problem);
        else batch.rows.push({ row, cells });
      }
    }
    yield batch;
  }
}

export function checkHeader(headers: string[]): void {
  if (headers.every((header) => header === "")) throw refusal("header_blank", {});
  if (headers.length > MAX_COLUMNS) throw refusal("too_many_columns", { columns: headers.length });
  if (headers.length === 1) throw refusal("single_column", { header: headers[0] ?? "" });
  const columns = new Map<string, number>();
  for (const [column, header] of headers.entries()) {
    if (header.length > MAX_HEADER_CHARACTERS) throw refusal("header_too_long", { column: columnLetters(column) });
    const earlier = columns.get(header);
    if (header !== "" && earlier !== undefined) {
      throw refusal("header_duplicate", { header, first: columnLetters(earlier), second: columnLetters(column) });
    }
    columns.set(header, column);
  }
}

/** In place: these arrays are fresh from the parser and there can be millions of them. */
export function readCells(
  { isGuarded }: Pick<Grid, "isGuarded">,
  headers: string[],
  row: number,
  cells: string[],
): void {
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? "";
    if (cell.length * 3 > MAX_CELL_BYTES && utf8Length(cell) > MAX_CELL_BYTES) {
      throw refusal("cell_too_long", { row, column: columnLabel(headers, column) });
    }
    if (isGuarded) cells[column] = unguardCell(cell);
  }
}

/** Empty cells beyond the last column are separators some systems leave at the end of a row; they are dropped. */
export function checkCellCount(expected: number, row: number, cells: string[]): RowProblem | null {
  while (cells.length > expected && cells.at(-1) === "") cells.pop();
  const found = cells.length;
  if (found === expected) return null;
  const hint =
    found > expected
      ? "A separator inside a cell needs quotation marks around the cell."
      : "A cell or a separator is missing, or a line break cut the row in two.";
  return { row, expected, found, message: `Row ${row} has ${found} cells instead of ${expected}. ${hint}` };
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || cell.trim() === "");
}
