import { compareQuantities, subtractQuantities } from "@/lib/quantity";
import { parseDecimal } from "./decimals";
import type { FieldName } from "./fields";
import type { ValueFormats } from "./source-format";

/** A quantity no column holds: the one of column `whole` less the one of column `rest`. */
export type Difference = { whole: number; rest: number };
export type DerivedFields = Partial<Record<FieldName, Difference>>;

/** Null unless both are numbers: a quantity is worked out only where it is certain. */
export function deriveQuantity(
  cells: readonly string[],
  { whole, rest }: Difference,
  formats: ValueFormats,
): string | null {
  const [all, left] = [
    parseDecimal((cells[whole] ?? "").trim(), formats),
    parseDecimal((cells[rest] ?? "").trim(), formats),
  ];
  if (all === null || left === null || compareQuantities(all, left) < 0 || compareQuantities(left, "0") < 0)
    return null;
  return subtractQuantities(all, left);
}
