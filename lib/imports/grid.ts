import type { Dialect } from "./dialect";
import { type RecordBatch, readRecords } from "./records";

/**
 * Records of cells from wherever they come, cut anew on every pass. `isGuarded`: a text that a spreadsheet could run carries an
 * apostrophe, as exports write it; a workbook's cells don't need one.
 */
export type Grid = {
  records: () => Generator<RecordBatch, void, undefined>;
  isGuarded: boolean;
  /** Rows a person would not see, by their number; left out only when somebody says so. */
  hiddenRows: ReadonlySet<number>;
};

const NONE: ReadonlySet<number> = new Set();

export function textGrid(text: string, dialect: Dialect): Grid {
  return { records: () => readRecords(text, dialect), isGuarded: true, hiddenRows: NONE };
}

const BATCH = 2_000;

/** A sheet, or pasted cells: all of it in memory already. */
export function cellGrid(cells: readonly string[][], hiddenRows: ReadonlySet<number> = NONE): Grid {
  return {
    *records() {
      for (let at = 0; at < cells.length; at += BATCH) {
        // Readers change the arrays they are given.
        const records = cells.slice(at, at + BATCH).map((record) => record.slice());
        yield { first: at + 1, records, done: Math.min(1, (at + BATCH) / cells.length) };
      }
    },
    isGuarded: false,
    hiddenRows,
  };
}

/** The first records, to look at how the file is laid out. */
export function firstRecords(grid: Grid, count: number): string[][] {
  const records: string[][] = [];
  for (const batch of grid.records()) {
    records.push(...batch.records.slice(0, count - records.length));
    if (records.length >= count) break;
  }
  return records;
}
