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
  | "line_started"
  | "line_not_started"
  | "order_started"
  | "order_packed"
  | "order_progress_unknown";

export type LineLocks = {
  set_quantity: LockCode | null;
  close_line: LockCode | null;
  remove_line: LockCode | null;
  substitute_line: LockCode | null;
  set_line_date: LockCode | null;
};

export type OrderLocks = {
  add_line: LockCode | null;
  set_order_date: LockCode | null;
  set_ship_to: LockCode | null;
  set_ship_method: LockCode | null;
  cancel_order: LockCode | null;
};

/** Where an order leaves from, and the last moment on its ship date in that place's own time. */
export type Shipping = { site: string; timeZone: string; cutoffAt: string | null };

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
  shipMethod: string | null;
  /** Null where the site is unknown. */
  shipping: Shipping | null;
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
  shipMethod: string | null;
  site: string | null;
  currency: string;
  lineCount: number;
  /** Null when no line has a price. */
  value: string | null;
  openRequestCount: number;
};

/** True when something about the order can still be requested: any line, a new line, its date, or what is on the box. */
export function isChangeable({ isLocked, locks, lines }: Pick<Order, "isLocked" | "locks" | "lines">): boolean {
  if (isLocked) return false;
  return Object.values(locks).includes(null) || lines.some((line) => Object.values(line.locks).includes(null));
}
