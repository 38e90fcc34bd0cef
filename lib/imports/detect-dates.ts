import { dateOfSerial, isPaddedDate, showsPadding, splitDate, splitSerial } from "./calendar-dates";
import type { ValueFormats } from "./source-format";

/** A cell that decided, for the person to check. */
export type Evidence = { row: number; value: string };

/**
 * `isAmbiguous`: no cell decides between day first and month first, so a person has to. `epoch`: dates are numbers of days, and
 * counted from 1900 they would all be years ago while counted from 1904 they would not.
 */
export type DateFindings = Pick<ValueFormats, "date" | "date_separator" | "date_padded"> & {
  isAmbiguous: boolean;
  dayFirst: Evidence | null;
  monthFirst: Evidence | null;
  serial: Evidence | null;
  /** Only the dots say that the day comes first. */
  isAssumed: boolean;
  /** No cell is a date at all. */
  isEmpty: boolean;
  isEpochAmbiguous: boolean;
};

const YEAR = 365;

/** Collects what the date columns of a file say about their order, cell by cell. */
export class DateDetector {
  #yearFirst = 0;
  #yearLast = 0;
  #dayFirst: Evidence | null = null;
  #monthFirst: Evidence | null = null;
  #dotted: Evidence | null = null;
  #separators = new Map<ValueFormats["date_separator"], number>();
  #padded = 0;
  #unpadded = 0;
  #serial: Evidence | null = null;
  #latestSerial = 0;
  readonly #today: string;

  constructor(today: string = new Date().toISOString().slice(0, 10)) {
    this.#today = today;
  }

  add(cell: string, row: number): void {
    const text = cell.trim();
    const parts = splitDate(text);
    if (!parts) {
      const serial = splitSerial(text);
      if (serial) this.#serial ??= { row, value: text };
      this.#latestSerial = Math.max(this.#latestSerial, serial?.days ?? 0);
      return;
    }
    this.#separators.set(parts.separator, (this.#separators.get(parts.separator) ?? 0) + 1);
    if (isPaddedDate(parts)) this.#padded += 1;
    else if (showsPadding(parts)) this.#unpadded += 1;
    if (parts.isYearFirst) {
      this.#yearFirst += 1;
      return;
    }
    this.#yearLast += 1;
    const [first, second] = [Number(parts.first), Number(parts.second)];
    if (first > 12 && second <= 12) this.#dayFirst ??= { row, value: text };
    if (second > 12 && first <= 12) this.#monthFirst ??= { row, value: text };
    if (parts.separator === ".") this.#dotted ??= { row, value: text };
  }

  /** Dots are written day first everywhere, so they decide when no day above 12 does. Contradicting cells ask a person. */
  result(): DateFindings {
    const dayFirst = this.#dayFirst ?? (this.#monthFirst ? null : this.#dotted);
    const monthFirst = this.#monthFirst;
    const isUndecided = (dayFirst === null) === (monthFirst === null);
    const isSerial = this.#serial !== null && this.#yearLast + this.#yearFirst === 0;
    const yearLastOrder = dayFirst && !monthFirst ? "dmy" : "mdy";
    return {
      date: isSerial ? "serial" : this.#yearLast > 0 ? yearLastOrder : "iso",
      date_separator: this.#mostUsedSeparator(),
      date_padded: this.#padded >= this.#unpadded,
      isAmbiguous: this.#yearLast > 0 && isUndecided,
      dayFirst,
      monthFirst,
      serial: isSerial ? this.#serial : null,
      isAssumed: this.#dotted !== null && this.#dayFirst === null && monthFirst === null,
      isEmpty: !isSerial && this.#yearLast + this.#yearFirst === 0,
      isEpochAmbiguous: isSerial && this.#isLongAgo(),
    };
  }

  /** Open orders ship about now. Four years and a day earlier, the file was most likely made on a Mac of before 2011. */
  #isLongAgo(): boolean {
    const daysTo = (date: string) => (Date.parse(this.#today) - Date.parse(date)) / 86_400_000;
    const [since1900, since1904] = [dateOfSerial(this.#latestSerial), dateOfSerial(this.#latestSerial, "serial1904")];
    return daysTo(since1900) > 2 * YEAR && Math.abs(daysTo(since1904)) < 2 * YEAR;
  }

  #mostUsedSeparator(): ValueFormats["date_separator"] {
    const [most] = [...this.#separators].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? "-";
  }
}
