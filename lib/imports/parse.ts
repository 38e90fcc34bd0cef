import { columnLabel, columnLetters } from "./column-label";
import { type Dialect, detectDialect } from "./dialect";
import { unguardCell } from "./formula-guard";
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_HEADER_CHARACTERS, MAX_ROWS } from "./limits";
import { refusal } from "./problems";
import { readRecords } from "./records";
import { utf8Length } from "./utf8";

/** A text whose header row was accepted. Rows are cut anew on every pass, so a 50 MB file costs its text and no more. */
export type Table = { text: string; dialect: Dialect; headers: string[] };

/** One file row: its number as a spreadsheet shows it and its cells, one per column, otherwise as they are in the file. */
export type FileRow = { row: number; cells: string[] };

/** A row that doesn't have one cell per column; it is never imported half. */
export type RowProblem = { row: number; expected: number; found: number; message: string };

/** `done` is the share of the text that was read, from 0 to 1. */
export type RowBatch = { rows: FileRow[]; problems: RowProblem[]; done: number };

/** Detects how the text is written and checks its header row. Throws `FileRefused`. */
export function openTable(text: string): Table {
  const dialect = detectDialect(text);
  const first = readRecords(text, dialect).next();
  const header = (first.done ? [] : (first.value.records[0] ?? [])).map((cell) => unguardCell(cell).trim());
  checkHeader(header);
  return { text, dialect, headers: header };
}

/** The rows below the header; blank ones are left out but counted. Throws `FileRefused` where the text is broken. */
export function* readRows(table: Table): Generator<RowBatch, void, undefined> {
  for (const { first, records, position } of readRecords(table.text, table.dialect)) {
    const batch: RowBatch = { rows: [], problems: [], done: position / table.text.length };
    for (const [index, cells] of records.entries()) {
      const row = first + index;
      if (row === 1) continue;
      if (row > MAX_ROWS + 1) throw refusal("too_many_rows", {});
      readCells(table, row, cells);
      if (isBlank(cells)) continue;
      const problem = checkCellCount(table.headers.length, row, cells);
      if (problem) batch.problems.push(problem);
      else batch.rows.push({ row, cells });
    }
    yield batch;
  }
}

function checkHeader(headers: string[]): void {
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
function readCells(table: Table, row: number, cells: string[]): void {
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? "";
    if (cell.length * 3 > MAX_CELL_BYTES && utf8Length(cell) > MAX_CELL_BYTES) {
      throw refusal("cell_too_long", { row, column: columnLabel(table.headers, column) });
    }
    cells[column] = unguardCell(cell);
  }
}

/** Empty cells beyond the last column are separators some systems leave at the end of a row; they are dropped. */
function checkCellCount(expected: number, row: number, cells: string[]): RowProblem | null {
  while (cells.length > expected && cells.at(-1) === "") cells.pop();
  const found = cells.length;
  if (found === expected) return null;
  const hint =
    found > expected
      ? "A separator inside a cell needs quotation marks around the cell."
      : "A cell or a separator is missing, or a line break cut the row in two.";
  return { row, expected, found, message: `Row ${row} has ${found} cells instead of ${expected}. ${hint}` };
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell === "" || cell.trim() === "");
}
