import type { OrderStage } from "@/lib/orders/stage-groups";

/**
 * Why a kind of change isn't possible, as the database's views answer it. The pages never judge this themselves.
 * A code this build doesn't know counts as a lock, too.
 */
export type LockCode =
  | "order_locked"
  | "stage_locked"
  | "line_locked"
  | "line_removed"
  | "line_progress_unknown"
  | "line_started";

export type LineLocks = {
  set_quantity: LockCode | null;
  remove_line: LockCode | null;
  substitute_line: LockCode | null;
  set_line_date: LockCode | null;
};

export type OrderLocks = { add_line: LockCode | null; set_order_date: LockCode | null };

/** One line; quantities and prices are decimal strings, null where the source system doesn't say. */
export type OrderLine = {
  id: string;
  position: number;
  sku: string;
  description: string | null;
  uom: string | null;
  ordered: string;
  picked: string | null;
  packed: string | null;
  shipped: string | null;
  invoiced: string | null;
  unitPrice: string | null;
  /** Null: ships with the order. */
  requestedShipDate: string | null;
  statusWord: string | null;
  isRemoved: boolean;
  stage: OrderStage;
  /** The least quantity the line may have. */
  floor: string;
  locks: LineLocks;
};

export type Order = {
  id: string;
  orderNumber: string;
  customer: string;
  customerPo: string | null;
  statusWord: string | null;
  stage: OrderStage;
  requestedShipDate: string | null;
  shipTo: string | null;
  currency: string;
  version: number;
  updatedAt: string;
  /** The name of the imported file's kind; null for an order that no import brought. */
  source: string | null;
  /** Nothing on it can change any more. */
  isLocked: boolean;
  locks: OrderLocks;
  lines: OrderLine[];
};

/** An order in the list. */
export type OrderRow = {
  id: string;
  orderNumber: string;
  customer: string;
  customerPo: string | null;
  statusWord: string | null;
  stage: OrderStage;
  isLocked: boolean;
  requestedShipDate: string | null;
  currency: string;
  lineCount: number;
  /** Null when no line has a price. */
  value: string | null;
  openRequestCount: number;
};

/** True when something about the order can still be requested: any line, a new line, or its date. */
export function isChangeable({ isLocked, locks, lines }: Pick<Order, "isLocked" | "locks" | "lines">): boolean {
  if (isLocked) return false;
  return (
    locks.add_line === null ||
    locks.set_order_date === null ||
    lines.some((line) => Object.values(line.locks).includes(null))
  );
}
