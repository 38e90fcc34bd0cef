import { ContinuationDetector, type ContinuationFindings } from "./continuation-detector";
import type { DerivedFields } from "./derived-quantity";
import { DateDetector, type DateFindings } from "./detect-dates";
import { NumberDetector, type NumberFindings } from "./detect-numbers";
import { isErrorCell } from "./error-cell";
import { FIELD_NAMES, type FieldColumns, type FieldName, fieldDefinition } from "./fields";
import { LineReader } from "./line-reader";
import type { FileRow, RowBatch } from "./parse";
import { accountOf, addSkipped, countSkipped, type RowAccount, type SkippedRows } from "./skipped-rows";
import type { ValueFormats } from "./source-format";

/** A word as the file writes it, with the number of rows that carry it. */
export type StatusWord = { field: FieldName; word: string; rows: number };

/** `formats` is the proposal; `dates` and `numbers` say how sure it is and why. */
export type Examination = {
  formats: ValueFormats;
  /** Every row of the file: lines, and why the others are none. */
  rows: RowAccount;
  continuation: ContinuationFindings;
  /** Quantities worked out of two columns. */
  derived: DerivedFields;
  /** Cells of mapped columns that hold a spreadsheet's error instead of a value. They have to be corrected there. */
  errorCells: ErrorCell[];
  dates: DateFindings;
  numbers: NumberFindings;
  statusWords: StatusWord[];
  hasMoreStatusWords: boolean;
};

/** A cell that can't be read; `value` is what stands there. */
export type ErrorCell = { row: number; column: number; value: string };

const MAX_STATUS_WORDS = 200;
const MAX_ERROR_CELLS = 20;

/** Looks at every row of the mapped columns: one day above 12 in the last row decides how all dates are read. */
export class Examiner {
  readonly #dates = new DateDetector();
  readonly #numbers = new NumberDetector();
  readonly #words = new Map<FieldName, Map<string, number>>();
  readonly #columns: { field: FieldName; column: number; kind: "date" | "number" | "status" }[] = [];
  readonly #mapped: number[];
  readonly #continuation: ContinuationDetector;
  readonly #lines: LineReader;
  readonly #skipped: SkippedRows = {};
  readonly #errorCells: ErrorCell[] = [];
  #lineCount = 0;
  #hasMoreStatusWords = false;

  constructor(columns: FieldColumns, hasMainLines = false) {
    this.#continuation = new ContinuationDetector(columns);
    this.#lines = new LineReader({ fields: columns, continuation: "full", hasMainLines });
    this.#mapped = FIELD_NAMES.flatMap((field) => columns[field] ?? []);
    for (const field of FIELD_NAMES) {
      const column = columns[field];
      const { type } = fieldDefinition(field);
      if (column === undefined || type === "text") continue;
      const kind = type === "quantity" || type === "money" ? "number" : type;
      this.#columns.push({ field, column, kind });
      if (kind === "status") this.#words.set(field, new Map());
    }
  }

  /** Rows in file order. */
  addBatch({ rows, skipped }: Pick<RowBatch, "rows" | "skipped">): void {
    addSkipped(this.#skipped, skipped);
    for (const row of rows) this.#add(row);
  }

  #add(fileRow: FileRow): void {
    const { row, cells } = fileRow;
    const line = this.#lines.read(fileRow);
    if (typeof line === "string") {
      countSkipped(this.#skipped, line);
      return;
    }
    this.#lineCount += 1;
    this.#continuation.add(fileRow);
    if (this.#errorCells.length < MAX_ERROR_CELLS) this.#findErrors(fileRow);
    for (const { field, column, kind } of this.#columns) {
      const cell = cells[column] ?? "";
      if (cell === "") continue;
      if (kind === "date") this.#dates.add(cell, row);
      else if (kind === "number") this.#numbers.add(cell, row);
      else this.#countWord(field, cell.trim());
    }
  }

  result(): Examination {
    const rows = accountOf(this.#lineCount, this.#skipped);
    const [dates, numbers] = [this.#dates.result(), this.#numbers.result()];
    const { date, date_separator, date_padded } = dates;
    return {
      formats: { date, date_separator, date_padded, decimal: numbers.decimal, group: numbers.group },
      rows,
      continuation: this.#continuation.result(),
      derived: {},
      errorCells: this.#errorCells,
      dates,
      numbers,
      statusWords: [...this.#words].flatMap(([field, words]) =>
        [...words].map(([word, rows]) => ({ field, word, rows })),
      ),
      hasMoreStatusWords: this.#hasMoreStatusWords,
    };
  }

  #findErrors({ row, cells }: FileRow): void {
    for (const column of this.#mapped) {
      const value = cells[column]?.trim() ?? "";
      if (isErrorCell(value)) this.#errorCells.push({ row, column, value });
    }
  }

  #countWord(field: FieldName, word: string): void {
    const words = this.#words.get(field);
    if (!words || word === "") return;
    const rows = words.get(word);
    if (rows !== undefined || words.size < MAX_STATUS_WORDS) words.set(word, (rows ?? 0) + 1);
    else this.#hasMoreStatusWords = true;
  }
}
