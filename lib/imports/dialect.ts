import Papa from "papaparse";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export const LINE_ENDINGS = ["\r\n", "\n", "\r"] as const;

export type Delimiter = (typeof DELIMITERS)[number];
export type LineEnding = (typeof LINE_ENDINGS)[number];

/**
 * How the text is cut into cells. `hasMixedLineEndings`: rows end in `\n` and some in `\r\n`, so a `\r` at the end of a row is not data.
 * `start` is the first character after a `sep=;` line, which Excel writes and does not count as a row.
 */
export type Dialect = { delimiter: Delimiter; lineEnding: LineEnding; hasMixedLineEndings: boolean; start: number };

const SEPARATOR_LINE = /^sep=([,;\t|])(?:\r\n|\n|\r)/i;
const SAMPLE_CHARACTERS = 128 * 1024;
const SAMPLE_RECORDS = 50;

/** `wanted` is the delimiter a person said. */
export function detectDialect(text: string, wanted: Delimiter | null = null): Dialect {
  const separatorLine = SEPARATOR_LINE.exec(text);
  const start = separatorLine?.[0].length ?? 0;
  const named = DELIMITERS.find((one) => one === separatorLine?.[1]);
  const delimiter =
    wanted ?? named ?? detectDelimiter(text.slice(start, start + SAMPLE_CHARACTERS), text.length - start);
  return { delimiter, start, ...detectLineEnding(text, start, delimiter) };
}

/**
 * The delimiter with which most sample rows have as many cells as each other, below a row that looks like column names; more
 * columns win a tie. Reports have a few rows above their columns, so the first row alone decides nothing.
 */
function detectDelimiter(sample: string, length: number): Delimiter {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: SAMPLE_RECORDS });
    const isCutOff = sample.length < length && data.length > 1 && data.length < SAMPLE_RECORDS;
    const records = (isCutOff ? data.slice(0, -1) : data).filter((record) => record.some((cell) => cell.trim() !== ""));
    const columns = usualLength(records);
    if (columns < 2) continue;
    const agreeing = records.filter((record) => record.length === columns).length / records.length;
    const header = records.find((record) => record.length === columns) ?? [];
    const isNamed = !header.some((cell) => /^[\s\d.,:/-]+$/.test(cell));
    const score = agreeing + (isNamed ? 0.5 : 0) + Math.min(columns, 1_000) / 10_000;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** The number of cells most rows have, two at least; the larger one of two that are equally frequent. */
function usualLength(records: string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, one], [b, other]) => other - one || b - a);
  return usual?.[0] ?? 0;
}

/** True where every cell of the first rows stands in quotation marks, as some systems write all of them. */
export function quotesEverything(text: string, { delimiter, lineEnding, start }: Dialect): boolean {
  const first = text.slice(start, start + 2_000).split(lineEnding)[0] ?? "";
  const cells = first.split(delimiter);
  return (
    cells.length > 1 && cells.every((cell) => cell.length > 1 && cell.startsWith('"') && cell.trimEnd().endsWith('"'))
  );
}

function detectLineEnding(text: string, start: number, delimiter: Delimiter): Omit<Dialect, "delimiter" | "start"> {
  const only = (lineEnding: LineEnding) => ({ lineEnding, hasMixedLineEndings: false });
  if (!text.includes("\r", start)) return only("\n");
  if (!text.includes("\n", start)) return only("\r");
  if (!/\r(?!\n)|(?<!\r)\n/.test(text)) return only("\r\n");
  const ends = countLineEndings(text, start, delimiter);
  if (ends.crlf > 0 && ends.lf > 0) return { lineEnding: "\n", hasMixedLineEndings: true };
  return only(ends.crlf > 0 ? "\r\n" : ends.lf > 0 ? "\n" : "\r");
}

/** Counts the line endings outside of quoted cells; only a quotation mark at the start of a cell opens a quoted one. */
function countLineEndings(text: string, start: number, delimiter: Delimiter): { crlf: number; lf: number; cr: number } {
  const counts = { crlf: 0, lf: 0, cr: 0 };
  const separator = delimiter.charCodeAt(0);
  let isCellStart = true;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isCellStart && code === 34) at = closingQuote(text, at + 1);
    isCellStart = code === separator || code === 10 || code === 13;
    if (code === 10) counts.lf += 1;
    if (code !== 13) continue;
    if (text.charCodeAt(at + 1) !== 10) counts.cr += 1;
    else {
      counts.crlf += 1;
      at += 1;
    }
  }
  return counts;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === 34) at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}
