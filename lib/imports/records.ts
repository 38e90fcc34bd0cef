import Papa from "papaparse";
import type { Dialect } from "./dialect";
import { MAX_RECORD_CHARACTERS } from "./limits";
import { lineAt } from "./line-numbers";
import { type FileRefused, refusal } from "./problems";

/**
 * Records in file order; `first` is the 1-based number of the first one, as a spreadsheet shows it. `done` is the share of
 * the file that was read, from 0 to 1.
 */
export type RecordBatch = { first: number; records: string[][]; done: number };

const WINDOW = 256 * 1024;

type Parsed = {
  data: string[][];
  errors: { code: "MissingQuotes" | "InvalidQuotes"; row: number; index: number }[];
  meta: { cursor: number };
};

/**
 * Cuts the text into records, a window at a time, so that the caller can report progress, stop, or let others run between
 * two batches, and nothing but the text stays in memory. Papa's own chunking only pushes; its parser class lets us pull.
 */
export function* readRecords(text: string, dialect: Dialect): Generator<RecordBatch, void, undefined> {
  const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: dialect.lineEnding });
  let position = dialect.start;
  let first = 1;
  let size = WINDOW;
  while (position < text.length) {
    const end = Math.min(position + size, text.length);
    const isLast = end === text.length;
    const parsed: Parsed = parser.parse(text.substring(position, end), position, !isLast);
    const records = parsed.data;
    // An error in a record that the window cuts off may be the cut itself; it is judged when the whole record is read.
    const error = parsed.errors.find((one) => isLast || one.row < records.length);
    if (error) throw quoteRefusal(text, position, error);
    if (records.length === 0 && size >= MAX_RECORD_CHARACTERS) throw endlessRecord(text, position, parser);
    if (records.length === 0) {
      size = Math.min(size * 2, MAX_RECORD_CHARACTERS);
      continue;
    }
    // What follows the last line ending of a file is no row.
    if (parsed.meta.cursor >= text.length && records.at(-1)?.join("") === "" && records.at(-1)?.length === 1)
      records.pop();
    if (dialect.hasMixedLineEndings) records.forEach(dropCarriageReturn);
    yield { first, records, done: parsed.meta.cursor / text.length };
    first += records.length;
    position = parsed.meta.cursor;
    size = WINDOW;
  }
}

/** Nearly always an unclosed quotation mark that swallows the rest of the file; then say so, and where it opened. */
function endlessRecord(text: string, position: number, parser: Papa.Parser): FileRefused {
  const window = text.substring(position, position + MAX_RECORD_CHARACTERS);
  const parsed: Parsed = parser.parse(window, position, false);
  const error = parsed.errors[0];
  return error ? quoteRefusal(text, position, error) : refusal("record_too_long", { line: lineAt(text, position) });
}

function quoteRefusal(text: string, position: number, error: Parsed["errors"][number]): FileRefused {
  const line = lineAt(text, position + error.index);
  return refusal(error.code === "MissingQuotes" ? "quote_unclosed" : "quote_malformed", { line });
}

function dropCarriageReturn(record: string[]): void {
  const last = record.at(-1);
  if (last?.endsWith("\r")) record[record.length - 1] = last.slice(0, -1);
}
