import type { Preset } from "./preset";

/** Order and customer stand in an order's first row only; the next ones repeat its name and e-mail. There is no line id. */
export const shopify: Preset = {
  id: "shopify",
  name: "Shopify orders",
  signatures: [
    {
      all: ["name", "lineitemquantity"],
      some: [
        "email",
        "financialstatus",
        "fulfillmentstatus",
        "createdat",
        "lineitemname",
        "lineitemprice",
        "lineitemsku",
      ],
    },
  ],
  fields: {
    order_number: ["name"],
    customer: ["billingcompany", "shippingcompany", "billingname", "shippingname", "email"],
    customer_po: ["ponumber"],
    order_status: ["fulfillmentstatus"],
    ship_to: ["shippingaddress1", "shippingstreet", "shippingname"],
    ship_method: ["shippingmethod"],
    site: ["location"],
    currency: ["currency"],
    sku: ["lineitemsku"],
    description: ["lineitemname"],
    quantity_ordered: ["lineitemquantity"],
    unit_price: ["lineitemprice"],
    line_status: ["lineitemfulfillmentstatus"],
  },
  continuation: "same_key",
  stages: {
    unfulfilled: "open",
    pending: "open",
    "on hold": "on_hold",
    on_hold: "on_hold",
    scheduled: "open",
    "in progress": "released",
    in_progress: "released",
    partial: "partially_shipped",
    fulfilled: "shipped",
    restocked: "cancelled",
  },
};
