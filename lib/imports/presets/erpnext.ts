import type { Preset } from "./preset";

/** The order's cells are blank in the rows of its further items. "ID (Items)" stays the same line for ever. */
export const erpnext: Preset = {
  id: "erpnext",
  name: "ERPNext sales orders",
  signatures: [
    {
      all: ["id", "itemcodeitems", "quantityitems"],
      some: ["iditems", "customer", "company", "status", "itemnameitems", "uomitems", "rateitems", "deliverydate"],
    },
  ],
  fields: {
    order_number: ["id"],
    customer: ["customername", "customer"],
    customer_po: ["customerspurchaseorder", "purchaseorder"],
    order_status: ["status"],
    requested_ship_date: ["deliverydate"],
    ship_to: ["shippingaddressname", "shippingaddress", "customeraddress"],
    site: ["setsourcewarehouse", "sourcewarehouse"],
    currency: ["currency"],
    line_number: ["iditems"],
    sku: ["itemcodeitems"],
    description: ["itemnameitems", "descriptionitems"],
    uom: ["uomitems"],
    quantity_ordered: ["quantityitems"],
    quantity_picked: ["pickedquantityitems", "pickedquantityinstockuomitems"],
    quantity_shipped: ["deliveredquantityitems"],
    unit_price: ["rateitems"],
    line_requested_ship_date: ["deliverydateitems"],
  },
  continuation: "blank_key",
  stages: {
    draft: "draft",
    "on hold": "on_hold",
    "to deliver and bill": "open",
    "to deliver": "open",
    "to pay": "open",
    // Everything was delivered, only the invoice is missing.
    "to bill": "shipped",
    completed: "shipped",
    closed: "closed",
    cancelled: "cancelled",
  },
};
