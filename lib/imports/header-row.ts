import { unguardCell } from "./formula-guard";
import { HEADER_SYNONYMS, normalizeHeader } from "./header-synonyms";

const KNOWN = new Set(Object.values(HEADER_SYNONYMS).flatMap(({ sure, likely }) => [...sure, ...likely]));
const SEARCHED = 40;
/** A first row that is full is only passed over for a row with three more names we know. */
const CLEARLY = 5;
const SLIGHTLY = 0.5;
const VALUE = /^[\s\d.,:/%$€£+-]*$/;

/**
 * The 0-based place of the row with the column names. Reports have a title, a date and a filter above it. `earlier` are the
 * names of files that were read before; a row that equals one of them is it.
 */
export function findHeaderRow(records: readonly string[][], earlier: readonly (readonly string[])[] = []): number {
  const rows = records.slice(0, SEARCHED).map((cells) => cells.map((cell) => unguardCell(cell).trim()));
  const known = rows.findIndex((row) => earlier.some((headers) => isSameRow(row, headers)));
  if (known >= 0) return known;
  const width = Math.max(...rows.map(filled), 1);
  // The first row is it unless one below is clearly better; a row of values never is.
  let [best, bestScore] = [0, scoreOf(rows[0] ?? [], width)];
  const isFull = filled(rows[0] ?? []) === width && bestScore > 0;
  for (const [at, row] of rows.entries()) {
    const score = scoreOf(row, width);
    if (score > bestScore + (best === 0 && isFull ? CLEARLY : SLIGHTLY) && score > 0) [best, bestScore] = [at, score];
  }
  return best;
}

/** Names the row has in common with names of real systems count most; then how full it is, and that it holds no values. */
function scoreOf(row: string[], width: number): number {
  const names = row.filter((cell) => cell !== "");
  if (names.length === 0 || (names.length === 1 && width > 1)) return -100;
  const values = names.filter((name) => VALUE.test(name)).length;
  const recognized = new Set(names.map(normalizeHeader).filter((name) => KNOWN.has(name))).size;
  const repeated = names.length - new Set(names).size;
  return recognized * 2 + names.length / width - (values / names.length) * 6 - repeated * 0.5;
}

function isSameRow(row: readonly string[], headers: readonly string[]): boolean {
  const last = row.findLastIndex((cell) => cell !== "") + 1;
  return last > 1 && last <= headers.length && headers.slice(0, last).every((header, at) => header === row[at]);
}

const filled = (row: string[]): number => row.filter((cell) => cell !== "").length;
