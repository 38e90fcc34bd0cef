import { normalizeHeader } from "./header-synonyms";
import type { FileRow, RowBatch, RowProblem, Table } from "./parse";
import { refusal } from "./problems";
import { joinHeaders } from "./record-types";
import { addSkipped, countSkipped, type SkippedRows } from "./skipped-rows";

/** Two files of which one has an order per row and the other its items; `orders` and `items` are columns, by name. */
export type JoinKey = { orders: string; items: string };

/** `isSwapped`: the orders are in the second file. `share` of the items find their order. */
export type JoinCandidate = { key: JoinKey; isSwapped: boolean; share: number };

const MOST_CANDIDATES = 6;
const EXAMPLES = 3;

/** The ways the files fit together, best first: the key is different in every row of the orders. Throws `FileRefused`. */
export function findJoins(first: Table, second: Table): JoinCandidate[] {
  const [one, other] = [valuesOf(first), valuesOf(second)];
  const candidates: JoinCandidate[] = [];
  for (const isSwapped of [false, true]) {
    const [orders, items] = isSwapped ? [other, one] : [one, other];
    for (const [orderName, orderColumn] of orders) {
      if (!orderColumn.isUnique) continue;
      for (const [itemName, itemColumn] of items) {
        const found = itemColumn.values.filter((value) => orderColumn.known.has(value)).length;
        const share = found / Math.max(itemColumn.values.length, 1);
        if (share >= 0.5) candidates.push({ key: { orders: orderName, items: itemName }, isSwapped, share });
      }
    }
  }
  const sameName = ({ key }: JoinCandidate) => (normalizeHeader(key.orders) === normalizeHeader(key.items) ? 1 : 0);
  // Items repeat their order's key; a file whose keys never repeat on either side is better read with the orders first.
  candidates.sort(
    (a, b) => sameName(b) - sameName(a) || b.share - a.share || Number(a.isSwapped) - Number(b.isSwapped),
  );
  if (candidates.length === 0) throw refusal("files_do_not_join", {});
  return candidates.slice(0, MOST_CANDIDATES);
}

type KeyColumn = { values: string[]; known: Set<string>; isUnique: boolean };

/** Columns that could hold a key: filled nearly everywhere. A few thousand rows tell. */
function valuesOf({ headers, read }: Table): Map<string, KeyColumn> {
  const rows: FileRow[] = [];
  for (const batch of read()) {
    rows.push(...batch.rows);
    if (rows.length > 200_000) break;
  }
  const columns = new Map<string, KeyColumn>();
  for (const [column, name] of headers.entries()) {
    if (name === "") continue;
    const values = rows.map(({ cells }) => keyOf(cells, column)).filter((value) => value !== "");
    const known = new Set(values);
    if (values.length >= rows.length * 0.9 && known.size > rows.length / 1_000)
      columns.set(name, { values, known, isUnique: known.size === values.length });
  }
  return columns;
}

/** Spaces and case don't make a different order. */
const keyOf = (cells: readonly string[], column: number): string => (cells[column] ?? "").trim().toLowerCase();

/** What the join leaves over, once it was read: items whose order is missing, and orders without an item. */
export type JoinRest = { items: number; itemExamples: string[]; orders: number; orderExamples: string[] };

export type JoinedTable = Table & { rest: () => JoinRest };

/** One table: an order's cells in front of each of its items'. Rows are numbered as in the file of the items. */
export function joinTables(orders: Table, items: Table, key: JoinKey): JoinedTable {
  const [orderColumn, itemColumn] = [orders.headers.indexOf(key.orders), items.headers.indexOf(key.items)];
  const itemNames = items.headers.filter((_, column) => column !== itemColumn);
  let byKey: OrderRows | null = null;
  let rest: JoinRest = { items: 0, itemExamples: [], orders: 0, orderExamples: [] };
  function* read(): Generator<RowBatch, void, undefined> {
    byKey ??= readOrders(orders, orderColumn);
    const used = new Set<string>();
    const unmatched: string[] = [];
    let unmatchedCount = 0;
    let isFirst = true;
    for (const batch of items.read()) {
      const rows: FileRow[] = [];
      for (const { row, cells } of batch.rows) {
        const value = keyOf(cells, itemColumn);
        const order = byKey.rows.get(value);
        if (!order) {
          unmatchedCount += 1;
          if (unmatched.length < EXAMPLES) unmatched.push((cells[itemColumn] ?? "").trim() || `row ${row}`);
          countSkipped(batch.skipped, "unmatched");
          continue;
        }
        used.add(value);
        rows.push({ row, cells: [...order, ...cells.filter((_, column) => column !== itemColumn)] });
      }
      if (isFirst) {
        batch.problems.unshift(...byKey.problems);
        addSkipped(batch.skipped, byKey.skipped);
        isFirst = false;
      }
      yield { ...batch, rows };
    }
    const lonely = [...byKey.rows].filter(([value]) => !used.has(value));
    const orderExamples = lonely.slice(0, EXAMPLES).map(([, cells]) => cells[orderColumn] ?? "");
    rest = { items: unmatchedCount, itemExamples: unmatched, orders: lonely.length, orderExamples };
  }
  const headers = joinHeaders(orders.headers, itemNames, "Item");
  return { ...items, kind: "joined", headers, read, rest: () => rest };
}

type OrderRows = { rows: Map<string, string[]>; problems: RowProblem[]; skipped: SkippedRows };

function readOrders(table: Table, column: number): OrderRows {
  const orders: OrderRows = { rows: new Map(), problems: [], skipped: {} };
  const firstRow = new Map<string, number>();
  for (const batch of table.read()) {
    orders.problems.push(...batch.problems);
    addSkipped(orders.skipped, batch.skipped);
    for (const { row, cells } of batch.rows) {
      const value = keyOf(cells, column);
      const earlier = firstRow.get(value);
      if (earlier !== undefined) {
        const message = `In the file of the orders, rows ${earlier} and ${row} both are “${cells[column] ?? ""}”.`;
        orders.problems.push({ row, expected: 0, found: 0, message });
        continue;
      }
      firstRow.set(value, row);
      orders.rows.set(value, cells);
      countSkipped(orders.skipped, "order");
    }
  }
  return orders;
}
