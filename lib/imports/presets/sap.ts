import type { Preset } from "./preset";

/** Lists of sales documents with SAP's own labels. One letter says how far a step is; which step, the column says. */
export const sap: Preset = {
  id: "sap",
  name: "SAP sales documents",
  signatures: [
    {
      all: ["salesdocument", "salesdocumentitem", "material"],
      some: [
        "documentdate",
        "customerreference",
        "overalldeliverystatus",
        "requesteddeliverydate",
        "orderquantity",
        "salesunit",
        "netprice",
      ],
    },
  ],
  fields: {
    order_number: ["salesdocument"],
    customer: ["soldtopartyname", "nameofsoldtoparty", "soldtoparty", "customer"],
    customer_po: ["customerreference", "purchaseorderno", "purchaseordernumber"],
    order_status: ["overalldeliverystatus", "overallstatus", "overallpickingstatus"],
    requested_ship_date: ["requesteddeliverydate", "requesteddelivdate"],
    ship_to: ["shiptopartyname", "nameofshiptoparty", "shiptoparty"],
    ship_method: ["shippingcondition", "shippingtype"],
    site: ["plant", "shippingpoint"],
    currency: ["documentcurrency", "currency"],
    line_number: ["salesdocumentitem"],
    sku: ["material"],
    description: ["description", "materialdescription", "itemdescription", "shorttext"],
    uom: ["salesunit", "unitofmeasure"],
    quantity_ordered: ["orderquantity", "cumulativeorderquantity", "cumulativeorderqty", "orderqty"],
    quantity_shipped: ["deliveredquantity", "deliveredqty"],
    unit_price: ["netprice"],
    line_status: ["deliverystatus", "itemdeliverystatus", "rejectionstatus", "pickingstatus"],
  },
  stages: { a: "open", b: "partially_shipped", c: "shipped" },
  stagesOfColumn: {
    overallpickingstatus: { a: "open", b: "picking", c: "picked" },
    pickingstatus: { a: "open", b: "picking", c: "picked" },
    goodsmovementstatus: { a: "open", b: "partially_shipped", c: "shipped" },
    // Not rejected says nothing about the floor.
    rejectionstatus: { b: "on_hold", c: "cancelled" },
  },
};
