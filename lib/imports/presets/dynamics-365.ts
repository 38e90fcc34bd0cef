import type { Preset } from "./preset";

/** Finance and Supply Chain Management, the lines entity: everything is the line's; an empty date is 1900-01-01. */
export const dynamics365: Preset = {
  id: "dynamics-365",
  name: "Dynamics 365 sales order lines",
  signatures: [
    {
      all: ["salesordernumber", "itemnumber", "orderedsalesquantity"],
      some: [
        "linenumber",
        "linedescription",
        "salesunitsymbol",
        "salesprice",
        "requestedshippingdate",
        "confirmedshippingdate",
        "salesorderlinestatus",
      ],
    },
  ],
  fields: {
    order_number: ["salesordernumber"],
    customer: ["orderingcustomeraccountname", "salesordername", "orderingcustomeraccountnumber"],
    customer_po: ["customersorderreference", "customerrequisitionnumber"],
    order_status: ["salesorderstatus"],
    ship_to: ["formatteddelveryaddress", "deliveryaddressname", "deliveryaddressdescription"],
    ship_method: ["deliverymodecode"],
    site: ["shippingwarehouseid", "shippingsiteid"],
    currency: ["currencycode"],
    line_number: ["linenumber", "inventorylotid"],
    sku: ["itemnumber"],
    description: ["linedescription"],
    uom: ["salesunitsymbol"],
    quantity_ordered: ["orderedsalesquantity"],
    quantity_shipped: ["deliveredsalesquantity"],
    quantity_invoiced: ["invoicedsalesquantity"],
    unit_price: ["salesprice"],
    line_requested_ship_date: ["requestedshippingdate"],
    line_status: ["salesorderlinestatus"],
  },
  stages: {
    none: "draft",
    "open order": "open",
    backorder: "open",
    delivered: "shipped",
    invoiced: "shipped",
    canceled: "cancelled",
    cancelled: "cancelled",
  },
};
