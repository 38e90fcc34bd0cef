import type { Hold } from "@/components/change-requests/change-form/line-controls";

/** Who holds what on the order, by the database's own names: `line:<id>:quantity`, `order:requested_ship_date`. */
export type Holds = Readonly<Record<string, Hold>>;

/** A request to cancel the order holds all of it. */
const WHOLE_ORDER = "order:*";

export type LineHolds = { quantity?: Hold; sku?: Hold; date?: Hold };

export function holdsOfLine(holds: Holds, lineId: string): LineHolds {
  return {
    quantity: holds[`line:${lineId}:quantity`] ?? holds[WHOLE_ORDER],
    sku: holds[`line:${lineId}:sku`] ?? holds[WHOLE_ORDER],
    date: holds[`line:${lineId}:requested_ship_date`] ?? holds[WHOLE_ORDER],
  };
}

/** Each request once, however many fields it holds. */
export function distinctHolds(holds: LineHolds): Hold[] {
  const byReference = new Map<string, Hold>();
  for (const hold of [holds.quantity, holds.sku, holds.date]) if (hold) byReference.set(hold.reference, hold);
  return [...byReference.values()];
}
