import { firstRecords, type Grid } from "./grid";
import {
  checkCellCount,
  checkHeader,
  headerCells,
  isBlank,
  type RowBatch,
  type RowProblem,
  readCells,
  type Table,
} from "./parse";
import { countSkipped } from "./skipped-rows";

/**
 * Some systems put orders and their items into one file, one kind of row after the other, each with a row of column names of
 * its own; the first cell says which kind a row is. An item's row gets its order's cells in front of its own.
 */
type RecordTypes = { at: number; order: RecordType; item: RecordType };
type RecordType = { word: string; headers: string[] };

const LOOKED_AT = 200;
const VALUE = /^[\s\d.,:/%-]+$/;

/** Null when the file has one kind of row. */
export function findRecordTypes(grid: Grid): RecordTypes | null {
  const records = firstRecords(grid, LOOKED_AT).map((record) => headerCells(record, grid));
  for (let at = 0; at + 3 < Math.min(records.length, 10); at += 1) {
    const [one = [], other = []] = [trimmed(records[at] ?? []), trimmed(records[at + 1] ?? [])];
    if (!isNames(one) || !isNames(other) || one.join() === other.join()) continue;
    const words = new Set(
      records
        .slice(at + 2)
        .filter((row) => !isBlank(row))
        .map((row) => row[0] ?? ""),
    );
    const [order, item] = words;
    if (words.size !== 2 || !order || !item || VALUE.test(order) || VALUE.test(item)) continue;
    // Both header rows begin alike ("Flag"), or each with the word of its rows ("SO", "Item").
    const isNamed = one[0] === other[0] || (one[0] === order && other[0] === item);
    if (isNamed) return { at, order: { word: order, headers: one }, item: { word: item, headers: other } };
  }
  return null;
}

export function openRecordTypes(grid: Grid, { at, order, item }: RecordTypes): Table {
  const orderNames = order.headers.slice(1);
  const headers = joinHeaders(orderNames, item.headers.slice(1), item.word);
  checkHeader(headers);
  const preamble = firstRecords(grid, at).map((cells) => cells.filter(Boolean).join(" · "));
  return {
    kind: "records",
    headers,
    headerRow: at + 1,
    preamble,
    read: () => readRecordTypes(grid, { at, order, item }),
  };
}

/** Names of both parts; a name that both have says on the item's column whose it is. */
export function joinHeaders(orders: readonly string[], items: readonly string[], word: string): string[] {
  const taken = new Set(orders);
  return [...orders, ...items.map((name) => (name !== "" && taken.has(name) ? `${word} ${name}` : name))];
}

function* readRecordTypes(grid: Grid, { at, order, item }: RecordTypes): Generator<RowBatch, void, undefined> {
  let current: string[] | null = null;
  for (const { first, records, done } of grid.records()) {
    const batch: RowBatch = { rows: [], problems: [], skipped: {}, done };
    for (const [index, cells] of records.entries()) {
      const row = first + index;
      if (row <= at + 2) {
        countSkipped(batch.skipped, row <= at ? "preamble" : "header");
        continue;
      }
      if (isBlank(cells)) {
        countSkipped(batch.skipped, "blank");
        continue;
      }
      const word = cells[0]?.trim();
      const type = word === order.word ? order : word === item.word ? item : null;
      const problem = type ? checkRecord(grid, type, row, cells) : unknownType(row, cells, order, item);
      if (problem) batch.problems.push(problem);
      else if (type === order) {
        current = cells.slice(1);
        countSkipped(batch.skipped, "order");
      } else if (current) batch.rows.push({ row, cells: [...current, ...cells.slice(1)] });
      else
        batch.problems.push({ row, expected: 0, found: 0, message: `Row ${row} is an item before the first order.` });
    }
    yield batch;
  }
}

/** Empty cells at the end may be missing: a spreadsheet pads both kinds of rows to the longer one, other programs neither. */
function checkRecord(grid: Grid, { headers }: RecordType, row: number, cells: string[]): RowProblem | null {
  readCells(grid, headers, row, cells);
  while (cells.length < headers.length) cells.push("");
  return checkCellCount(headers.length, row, cells);
}

function unknownType(row: number, cells: string[], order: RecordType, item: RecordType): RowProblem {
  const message = `Row ${row} begins with “${cells[0] ?? ""}”, which is neither “${order.word}” nor “${item.word}”.`;
  return { row, expected: item.headers.length, found: cells.length, message };
}

function trimmed(row: string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
}

function isNames(row: string[]): boolean {
  return row.length > 2 && row.every((cell) => !VALUE.test(cell)) && row.filter(Boolean).length > row.length / 2;
}
