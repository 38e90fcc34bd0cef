type System = {
  id: string;
  name: string;
  /** Its usual status words in the order in which an order passes them. What they mean is suggested from the word. */
  words: readonly string[];
};

export const OTHER_SYSTEM = "other";

/** The systems people export open orders from; whoever has another one types its name. */
export const systems: readonly System[] = [
  {
    id: "business-central",
    name: "Business Central",
    words: ["Open", "Released", "Completely Picked", "Completely Shipped"],
  },
  {
    id: "cin7",
    name: "Cin7",
    words: ["Ordered", "Backordered", "Picking", "Picked", "Packed", "Shipping", "Void"],
  },
  {
    id: "dynamics-365",
    name: "Dynamics 365 Finance & SCM",
    words: ["Open order", "Delivered", "Invoiced", "Canceled"],
  },
  {
    id: "erpnext",
    name: "ERPNext",
    words: ["Draft", "On Hold", "To Deliver and Bill", "To Deliver", "To Bill", "Completed", "Closed", "Cancelled"],
  },
  {
    id: "fishbowl",
    name: "Fishbowl",
    words: [
      "Estimate",
      "Issued",
      "In Progress",
      "Fulfilled",
      "Closed Short",
      "Void",
      "Cancelled",
      "Expired",
      "Historical",
    ],
  },
  {
    id: "netsuite",
    name: "NetSuite",
    words: [
      "Pending Approval",
      "Pending Fulfillment",
      "Partially Fulfilled",
      "Pending Billing/Partially Fulfilled",
      "Pending Billing",
      "Billed",
      "Closed",
      "Cancelled",
    ],
  },
  {
    id: "odoo",
    name: "Odoo",
    words: ["Quotation", "Sales Order", "pending", "started", "partial", "full", "Cancelled"],
  },
  { id: "quickbooks-desktop", name: "QuickBooks Desktop", words: ["Open", "Closed"] },
  { id: "sap", name: "SAP", words: ["Not started", "Partially picked", "Completely picked", "Completely shipped"] },
  {
    id: "shopify",
    name: "Shopify",
    words: ["unfulfilled", "on hold", "in progress", "partial", "fulfilled"],
  },
  {
    id: "zoho",
    name: "Zoho Inventory",
    words: [
      "Draft",
      "Pending Approval",
      "Confirmed",
      "On Hold",
      "Packed",
      "Partially Shipped",
      "Shipped",
      "Fulfilled",
      "Void",
    ],
  },
];

export function systemOf(id: string | undefined): System | null {
  return systems.find((system) => system.id === id) ?? null;
}
