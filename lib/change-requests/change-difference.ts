import type { ChangeView } from "@/lib/change-requests/change-view";
import { daysBetween } from "@/lib/dates";
import { lineAmount } from "@/lib/money";
import { addQuantities, subtractQuantities } from "@/lib/quantity";

/** What a change moves, as exact numbers; null where the kind doesn't touch it or the order doesn't say (no price). */
export type ChangeDifference = {
  /** Decimal string with its sign. */
  quantity: string | null;
  /** The unit the quantity counts, null when the order names none. */
  uom: string | null;
  /** Decimal string in the order's currency. */
  amount: string | null;
  days: number | null;
};

/**
 * A removed line counts as all of it gone, and so does a cancelled order: its quantities are only in the total, because they
 * may be of several units. A substitute keeps the line's price, as the database writes it.
 */
export function changeDifference({ kind, before, after }: ChangeView): ChangeDifference {
  if (kind === "cancel_order") {
    const amount = before.amount == null ? null : subtractQuantities("0", before.amount);
    return { quantity: null, uom: null, amount, days: null };
  }
  const uom = (kind === "add_line" ? after.uom : before.uom) ?? null;
  const price = kind === "add_line" ? after.unit_price : before.unit_price;
  const quantity = quantityDifference({ kind, before, after });
  const amount = quantity !== null && price != null ? lineAmount(quantity, price) : null;
  return { quantity, uom, amount, days: daysMoved({ kind, before, after }) };
}

export type TotalDifference = {
  /** One per unit, in the order they first appear. */
  quantities: { uom: string | null; quantity: string }[];
  amount: string | null;
  /** True when a quantity moves on a line without a price: the amount is then not the whole of it. */
  isAmountPartial: boolean;
};

/** The sum over a request: quantities of different units are never added up. */
export function totalDifference(changes: readonly ChangeView[]): TotalDifference {
  const quantities = new Map<string | null, string>();
  let amount: string | null = null;
  let isAmountPartial = false;
  const add = (uom: string | null, quantity: string) =>
    quantities.set(uom, addQuantities(quantities.get(uom) ?? "0", quantity));
  for (const change of changes) {
    const difference = changeDifference(change);
    const { units = [], unpriced } = change.kind === "cancel_order" ? change.before : {};
    for (const { uom, quantity } of units) add(uom, subtractQuantities("0", quantity));
    if (unpriced) isAmountPartial = true;
    if (difference.quantity !== null) {
      add(difference.uom, difference.quantity);
      if (difference.amount === null) isAmountPartial = true;
    }
    if (difference.amount !== null) amount = addQuantities(amount ?? "0", difference.amount);
  }
  return { quantities: [...quantities].map(([uom, quantity]) => ({ uom, quantity })), amount, isAmountPartial };
}

function quantityDifference({ kind, before, after }: ChangeView): string | null {
  const was = kind === "add_line" ? "0" : before.quantity;
  const becomes = kind === "remove_line" ? "0" : after.quantity;
  return was == null || becomes == null ? null : subtractQuantities(becomes, was);
}

function daysMoved({ kind, before, after }: ChangeView): number | null {
  if (kind !== "set_line_date" && kind !== "set_order_date") return null;
  const [from, to] = [before.requested_ship_date, after.requested_ship_date];
  return from && to ? daysBetween(from, to) : null;
}

/** "3 days later", "2 days earlier to 1 day later", "unchanged": how far the ship dates of a request move in all. */
export function daysMovedWords(changes: readonly ChangeView[]): string {
  const dated = changes.filter(({ kind }) => kind === "set_line_date" || kind === "set_order_date");
  if (dated.length === 0) return "Unchanged";
  const days = dated.flatMap((change) => daysMoved(change) ?? []);
  if (days.length === 0) return "A date is set or taken away";
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return least === most ? daysWords(least) : `${daysWords(least)} to ${daysWords(most)}`;
}

/** "3 days later"; negative is earlier. */
export function daysWords(days: number): string {
  const count = Math.abs(days);
  return days === 0 ? "same day" : `${count} ${count === 1 ? "day" : "days"} ${days < 0 ? "earlier" : "later"}`;
}
