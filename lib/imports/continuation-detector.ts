import type { Evidence } from "./detect-dates";
import type { FieldColumns } from "./fields";
import { type Continuation, cellAt, orderColumns } from "./line-reader";
import type { FileRow } from "./parse";

/**
 * `evidence`: the first row that continues an order; `order` is the number it belongs to. `isAmbiguous`: rows have no number, and
 * nothing else of an order that could tell whether they continue the one above or have lost theirs.
 */
export type ContinuationFindings = {
  continuation: Continuation;
  evidence: (Evidence & { order: string }) | null;
  isAmbiguous: boolean;
};

/** Finds out whether rows without an order's values continue the order above them. One row that says otherwise decides. */
export class ContinuationDetector {
  readonly #number: number | undefined;
  readonly #others: number[];
  #key = "";
  #hadValues = false;
  #blankAfterValues = false;
  #blank: ContinuationFindings["evidence"] = null;
  #same: ContinuationFindings["evidence"] = null;
  #repeated = 0;
  #broken = 0;

  constructor(fields: FieldColumns) {
    this.#number = fields.order_number;
    this.#others = orderColumns(fields).filter((column) => column !== fields.order_number);
  }

  add({ row, cells }: FileRow): void {
    const key = cellAt(cells, this.#number);
    const hasValues = this.#others.some((column) => cellAt(cells, column) !== "");
    if (key === "") {
      if (hasValues || this.#key === "") this.#broken += 1;
      else {
        this.#blank ??= { row, value: "", order: this.#key };
        this.#blankAfterValues ||= this.#hadValues;
      }
      return;
    }
    if (key === this.#key) {
      if (!hasValues && this.#hadValues) this.#same ??= { row, value: key, order: key };
      else this.#repeated += 1;
      return;
    }
    this.#key = key;
    this.#hadValues = hasValues;
  }

  result(): ContinuationFindings {
    const isContinued = this.#broken === 0 && this.#repeated === 0;
    const isAmbiguous = this.#others.length === 0 || !this.#blankAfterValues;
    if (isContinued && this.#blank) return { continuation: "blank_key", evidence: this.#blank, isAmbiguous };
    if (isContinued && this.#same) return { continuation: "same_key", evidence: this.#same, isAmbiguous: false };
    return { continuation: "full", evidence: null, isAmbiguous: false };
  }
}
