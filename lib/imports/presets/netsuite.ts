import type { Preset } from "./preset";

/** A saved search with main lines: the order's own row has no item. "Pending Billing" has left the house. */
export const netsuite: Preset = {
  id: "netsuite",
  name: "NetSuite saved search",
  signatures: [
    {
      all: ["documentnumber", "item", "quantity"],
      some: ["internalid", "name", "shipto", "status", "quantityfulfilledreceived", "quantitycommitted", "shipdate"],
    },
  ],
  fields: {
    order_number: ["documentnumber"],
    customer: ["name", "customer"],
    customer_po: ["ponumber", "pochecknumber"],
    order_status: ["status"],
    requested_ship_date: ["shipdate"],
    ship_to: ["shipto", "shippingaddress"],
    ship_method: ["shipvia", "shippingmethod"],
    site: ["location"],
    currency: ["currency"],
    line_number: ["lineid", "lineuniquekey", "linesequencenumber"],
    sku: ["item"],
    description: ["memo", "description", "itemdescription"],
    uom: ["units", "unit"],
    quantity_ordered: ["quantity"],
    quantity_picked: ["quantitypicked"],
    quantity_packed: ["quantitypacked"],
    quantity_shipped: ["quantityfulfilledreceived"],
    quantity_invoiced: ["quantitybilled"],
    unit_price: ["itemrate", "rate"],
  },
  hasMainLines: true,
  stages: {
    "pending approval": "pending_approval",
    "pending fulfillment": "open",
    "partially fulfilled": "partially_shipped",
    "pending billing/partially fulfilled": "partially_shipped",
    "pending billing": "shipped",
    billed: "shipped",
    closed: "closed",
    cancelled: "cancelled",
    picked: "picked",
    packed: "packed",
    shipped: "shipped",
  },
};
