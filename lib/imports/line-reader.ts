import { startsTotal } from "./bands";
import { FIELD_NAMES, type FieldColumns, fieldDefinition } from "./fields";
import type { FileRow } from "./parse";
import type { SkipReason } from "./skipped-rows";

/**
 * How an order's values reach its further lines. `blank_key`: those leave the order's cells blank, the number too. `same_key`:
 * they repeat the number and leave the rest blank. `full`: every line says everything.
 */
export type Continuation = "full" | "blank_key" | "same_key";

export type LinePlan = {
  fields: FieldColumns;
  continuation: Continuation;
  /** Rows without an item are the order's own and no lines. */
  hasMainLines: boolean;
};

/** `cells` with the order's values in place; the row keeps its own for the export. */
export type LineCells = { cells: string[] };

/** Tells lines from other rows and carries an order's values down to its lines. Rows must come in file order. */
export class LineReader {
  readonly #plan: LinePlan;
  readonly #orderColumns: number[];
  #order: string[] | null = null;
  #key = "";

  constructor(plan: LinePlan) {
    this.#plan = plan;
    this.#orderColumns = orderColumns(plan.fields);
  }

  read({ cells }: FileRow): LineCells | SkipReason {
    const reason = skipReason(cells, this.#plan);
    if (reason) return reason;
    if (this.#plan.continuation === "full") return { cells };
    const key = cellAt(cells, this.#plan.fields.order_number);
    const isContinued = this.#order !== null && (key === "" || key === this.#key) && this.#isBlankOrder(cells);
    if (isContinued && this.#order) return { cells: this.#carry(this.#order, cells) };
    this.#order = key === "" ? null : cells;
    this.#key = key;
    return { cells };
  }

  /** A row without a number but with other values of an order is a mistake and stays one. */
  #isBlankOrder(cells: string[]): boolean {
    const own = this.#plan.fields.order_number;
    const others = this.#orderColumns.filter((column) => column !== own);
    if (this.#plan.continuation === "blank_key") return others.every((column) => cellAt(cells, column) === "");
    return true;
  }

  #carry(order: string[], cells: string[]): string[] {
    const filled = cells.slice();
    for (const column of this.#orderColumns) if (cellAt(cells, column) === "") filled[column] = order[column] ?? "";
    return filled;
  }
}

export function orderColumns(fields: FieldColumns): number[] {
  return FIELD_NAMES.flatMap((field) => {
    const column = fields[field];
    return column !== undefined && fieldDefinition(field).level === "order" ? [column] : [];
  });
}

export const cellAt = (cells: readonly string[], column: number | undefined): string =>
  column === undefined ? "" : (cells[column] ?? "").trim();

/** Sums below a list, and rows that only repeat the order. Whatever else has no item is a mistake somebody should see. */
function skipReason(cells: readonly string[], { fields, hasMainLines }: LinePlan): SkipReason | null {
  if (cellAt(cells, fields.sku) !== "") return null;
  const quantity = cellAt(cells, fields.quantity_ordered);
  if (hasMainLines && (quantity === "" || /^0*[.,]?0*$/.test(quantity))) return "main_line";
  const number = cellAt(cells, fields.order_number);
  const first = cells.find((cell) => cell.trim() !== "") ?? "";
  return (number === "" || startsTotal(number)) && startsTotal(first) ? "total" : null;
}
