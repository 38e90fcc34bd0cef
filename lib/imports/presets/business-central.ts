import type { Preset } from "./preset";

/** Sales lines. Outstanding is what was ordered less what was shipped, by Business Central's own definition. */
export const businessCentral: Preset = {
  id: "business-central",
  name: "Business Central sales lines",
  signatures: [
    {
      all: ["documentnumber", "linenumber", "number", "quantity"],
      some: [
        "documenttype",
        "type",
        "variantcode",
        "locationcode",
        "unitofmeasurecode",
        "quantitytoship",
        "outstandingquantity",
        "shipmentdate",
      ],
    },
  ],
  fields: {
    order_number: ["documentnumber"],
    customer: ["selltocustomername", "selltocustomernumber"],
    customer_po: ["externaldocumentnumber", "yourreference"],
    order_status: ["status"],
    ship_to: ["shiptoname", "shiptoaddress"],
    ship_method: ["shipmentmethodcode", "shippingagentcode"],
    site: ["locationcode"],
    currency: ["currencycode"],
    line_number: ["linenumber"],
    sku: ["number"],
    description: ["description"],
    uom: ["unitofmeasurecode"],
    quantity_ordered: ["quantity"],
    quantity_shipped: ["quantityshipped"],
    quantity_invoiced: ["quantityinvoiced"],
    unit_price: ["unitprice", "unitpriceexclvat"],
    line_requested_ship_date: ["shipmentdate"],
  },
  // Lines of text have no number and no quantity.
  hasMainLines: true,
  derived: { quantity_shipped: { whole: ["quantity"], rest: ["outstandingquantity"] } },
  stages: {
    open: "open",
    released: "open",
    "pending approval": "pending_approval",
    "pending prepayment": "on_hold",
    "completely picked": "picked",
    "completely shipped": "shipped",
  },
};
