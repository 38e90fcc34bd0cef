import { DateDetector, type DateFindings } from "./detect-dates";
import { NumberDetector, type NumberFindings } from "./detect-numbers";
import { FIELD_NAMES, type FieldColumns, type FieldName, fieldDefinition } from "./fields";
import type { FileRow } from "./parse";
import type { ValueFormats } from "./source-format";

/** A word as the file writes it, with the number of rows that carry it. */
export type StatusWord = { field: FieldName; word: string; rows: number };

/** `formats` is the proposal; `dates` and `numbers` say how sure it is and why. */
export type Examination = {
  formats: ValueFormats;
  dates: DateFindings;
  numbers: NumberFindings;
  statusWords: StatusWord[];
  hasMoreStatusWords: boolean;
};

const MAX_STATUS_WORDS = 200;

/** Looks at every row of the mapped columns: one day above 12 in the last row decides how all dates are read. */
export class Examiner {
  readonly #dates = new DateDetector();
  readonly #numbers = new NumberDetector();
  readonly #words = new Map<FieldName, Map<string, number>>();
  readonly #columns: { field: FieldName; column: number; kind: "date" | "number" | "status" }[] = [];
  #hasMoreStatusWords = false;

  constructor(columns: FieldColumns) {
    for (const field of FIELD_NAMES) {
      const column = columns[field];
      const { type } = fieldDefinition(field);
      if (column === undefined || type === "text") continue;
      const kind = type === "quantity" || type === "money" ? "number" : type;
      this.#columns.push({ field, column, kind });
      if (kind === "status") this.#words.set(field, new Map());
    }
  }

  add({ row, cells }: FileRow): void {
    for (const { field, column, kind } of this.#columns) {
      const cell = cells[column] ?? "";
      if (cell === "") continue;
      if (kind === "date") this.#dates.add(cell, row);
      else if (kind === "number") this.#numbers.add(cell, row);
      else this.#countWord(field, cell.trim());
    }
  }

  result(): Examination {
    const [dates, numbers] = [this.#dates.result(), this.#numbers.result()];
    const { date, date_separator, date_padded } = dates;
    return {
      formats: { date, date_separator, date_padded, decimal: numbers.decimal, group: numbers.group },
      dates,
      numbers,
      statusWords: [...this.#words].flatMap(([field, words]) =>
        [...words].map(([word, rows]) => ({ field, word, rows })),
      ),
      hasMoreStatusWords: this.#hasMoreStatusWords,
    };
  }

  #countWord(field: FieldName, word: string): void {
    const words = this.#words.get(field);
    if (!words || word === "") return;
    const rows = words.get(word);
    if (rows !== undefined || words.size < MAX_STATUS_WORDS) words.set(word, (rows ?? 0) + 1);
    else this.#hasMoreStatusWords = true;
  }
}
