import type { ChangeFacts } from "@/lib/change-requests/change-view";
import { lineAmount } from "@/lib/money";
import type { Order } from "@/lib/orders/order-view";
import { addQuantities } from "@/lib/quantity";

/** What an order comes to, as a request to cancel it keeps it (`private.order_totals` in the database). */
export function totalsOf({ lines, stage, statusWord }: Order): ChangeFacts {
  const live = lines.filter(({ isRemoved }) => !isRemoved);
  const units = new Map<string | null, string>();
  let amount: string | null = null;
  for (const { uom, ordered, unitPrice } of live) {
    units.set(uom, addQuantities(units.get(uom) ?? "0", ordered));
    if (unitPrice !== null) amount = addQuantities(amount ?? "0", lineAmount(ordered, unitPrice));
  }
  return {
    stage,
    status_word: statusWord,
    line_count: live.length,
    amount,
    unpriced: live.filter(({ unitPrice }) => unitPrice === null).length,
    units: [...units].map(([uom, quantity]) => ({ uom, quantity })),
  };
}
