import type { Order, OrderLine } from "@/lib/orders/order-view";

export const today = "2026-09-10";
export const first = "00000000-0000-4000-8000-000000000001";
export const second = "00000000-0000-4000-8000-000000000002";

export const free = {
  set_quantity: null,
  close_line: "line_not_started",
  remove_line: null,
  substitute_line: null,
  set_line_date: null,
} as const;
export const orderLocked = {
  add_line: "order_locked",
  set_order_date: "order_locked",
  set_ship_to: "order_locked",
  set_ship_method: "order_locked",
  cancel_order: "order_locked",
} as const;
export const orderFree = {
  add_line: null,
  set_order_date: null,
  set_ship_to: null,
  set_ship_method: null,
  cancel_order: null,
};

export function line(part: Partial<OrderLine> = {}): OrderLine {
  return {
    id: first,
    position: 1,
    sku: "WIDGET-9",
    description: "Widget",
    uom: "pcs",
    ordered: "10",
    picked: "0",
    packed: null,
    shipped: null,
    invoiced: null,
    unitPrice: "42",
    requestedShipDate: null,
    statusWord: null,
    isRemoved: false,
    stage: "open",
    floor: "0",
    locks: free,
    ...part,
  };
}

export function order(part: Partial<Order> = {}): Order {
  return {
    id: "00000000-0000-4000-8000-00000000000a",
    orderNumber: "SO-1",
    customer: "Hanover",
    customerPo: null,
    statusWord: "OPEN",
    stage: "open",
    requestedShipDate: "2026-09-14",
    shipTo: "12 Old Rd\nDayton, OH",
    shipMethod: "Ground",
    shipping: null,
    currency: "USD",
    version: 3,
    updatedAt: "2026-09-01T00:00:00Z",
    source: null,
    isLocked: false,
    locks: orderFree,
    lines: [line(), line({ id: second, position: 2, sku: "PUMP-12V", requestedShipDate: "2026-09-20" })],
    ...part,
  };
}
