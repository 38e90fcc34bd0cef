import type { Preset } from "./preset";

/** "Open Sales Orders by Item": a title, the item in a row above its lines, sums below. What is listed is open. */
export const quickbooksDesktop: Preset = {
  id: "quickbooks-desktop",
  name: "QuickBooks Desktop open sales orders by item",
  signatures: [
    { all: ["number", "quantity", "backordered"], some: ["type", "date", "due", "po", "name", "invoiced", "duedate"] },
  ],
  fields: {
    order_number: ["number"],
    customer: ["name", "sourcename"],
    customer_po: ["po", "ponumber"],
    requested_ship_date: ["due", "duedate", "shipdate"],
    ship_method: ["via"],
    sku: ["item"],
    description: ["itemdescription", "memo"],
    uom: ["um"],
    quantity_ordered: ["quantity"],
    quantity_invoiced: ["invoiced"],
    unit_price: ["salesprice", "price"],
  },
  hasBands: true,
  hasDecimalPoint: true,
  stages: {},
};
