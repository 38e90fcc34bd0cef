import type { StatusShare } from "./order-book.ts";

/** Three hundred orders in every stage; the last word is one that nobody has mapped yet. */
export const northwindStatuses: StatusShare[] = [
  { word: "Quote", stage: "draft", orders: 8 },
  { word: "Pending Approval", stage: "pending_approval", orders: 12 },
  { word: "Open", stage: "open", orders: 92 },
  { word: "On Hold", stage: "on_hold", orders: 12 },
  { word: "Released", stage: "released", orders: 58 },
  { word: "Picking", stage: "picking", orders: 26 },
  { word: "Picked", stage: "picked", orders: 14 },
  { word: "Packed", stage: "packed", orders: 12 },
  { word: "Partially Shipped", stage: "partially_shipped", orders: 18 },
  { word: "Shipped", stage: "shipped", orders: 30 },
  { word: "Closed", stage: "closed", orders: 8 },
  { word: "Cancelled", stage: "cancelled", orders: 6 },
  { word: "Credit Review", stage: null, orders: 4 },
];

export const contosoStatuses: StatusShare[] = [
  { word: "Open", stage: "open", orders: 12 },
  { word: "Picked", stage: "picked", orders: 4 },
  { word: "Shipped", stage: "shipped", orders: 8 },
];
