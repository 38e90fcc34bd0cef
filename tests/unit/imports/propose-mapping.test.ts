import { describe, expect, test } from "vitest";
import { FIELD_NAMES } from "@/lib/imports/fields";
import { PLAIN_FORMATS } from "@/lib/imports/formats";
import { HEADER_SYNONYMS, normalizeHeader } from "@/lib/imports/header-synonyms";
import { proposeMapping, rememberMapping } from "@/lib/imports/propose-mapping";
import type { SourceFormat } from "@/lib/imports/source-format";

/** field → header name, as a person would read the proposal. */
function propose(headerRow: string, ...rows: string[]) {
  const headers = headerRow.split(",");
  const { fields, missing } = proposeMapping(
    headers,
    rows.map((row, index) => ({ row: index + 2, cells: row.split(",") })),
  );
  const named = Object.fromEntries(Object.entries(fields).map(([field, column]) => [field, headers[column]]));
  return { named, missing };
}

describe("maps the header rows of", () => {
  test("a flat sales export in capitals, where the order date is not a ship date", () => {
    const { named, missing } = propose(
      "ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,QTR_ID,PRODUCTLINE,MSRP,PRODUCTCODE,CUSTOMERNAME,PHONE,STATE,DEALSIZE",
    );
    expect(missing).toEqual([]);
    expect(named).toEqual({
      order_number: "ORDERNUMBER",
      customer: "CUSTOMERNAME",
      order_status: "STATUS",
      line_number: "ORDERLINENUMBER",
      sku: "PRODUCTCODE",
      quantity_ordered: "QUANTITYORDERED",
      unit_price: "PRICEEACH",
    });
  });

  test("NetSuite", () => {
    const { named } = propose(
      "Internal ID,Document Number,Name,Ship To,Status,Item,Quantity,Quantity Fulfilled/Received,Quantity Committed,Ship Date",
    );
    expect(named).toEqual({
      order_number: "Document Number",
      customer: "Name",
      ship_to: "Ship To",
      order_status: "Status",
      sku: "Item",
      quantity_ordered: "Quantity",
      quantity_shipped: "Quantity Fulfilled/Received",
      requested_ship_date: "Ship Date",
    });
  });

  test("Zoho", () => {
    const { named } = propose(
      "SalesOrder ID,Order Date,Expected Shipment Date,SalesOrder Number,Status,Custom Status,Customer Name,PurchaseOrder,SKU,Item Desc,QuantityOrdered,QuantityInvoiced,QuantityPacked,QuantityCancelled",
    );
    expect(named).toMatchObject({
      order_number: "SalesOrder Number",
      customer: "Customer Name",
      customer_po: "PurchaseOrder",
      order_status: "Status",
      requested_ship_date: "Expected Shipment Date",
      sku: "SKU",
      description: "Item Desc",
      quantity_ordered: "QuantityOrdered",
      quantity_invoiced: "QuantityInvoiced",
      quantity_packed: "QuantityPacked",
    });
  });

  test("Dynamics 365, where the date varies by line", () => {
    const { named } = propose(
      "SalesOrderNumber,LineNumber,ItemNumber,LineDescription,OrderedSalesQuantity,SalesUnitSymbol,SalesPrice,RequestedShippingDate,SalesOrderLineStatus",
      "SO1,1,A,x,1,ea,2.5,2026-09-01,Open order",
      "SO1,2,B,y,1,ea,2.5,2026-09-08,Open order",
    );
    expect(named).toEqual({
      order_number: "SalesOrderNumber",
      line_number: "LineNumber",
      sku: "ItemNumber",
      description: "LineDescription",
      quantity_ordered: "OrderedSalesQuantity",
      uom: "SalesUnitSymbol",
      unit_price: "SalesPrice",
      line_requested_ship_date: "RequestedShippingDate",
      line_status: "SalesOrderLineStatus",
    });
  });

  test("Business Central", () => {
    const { named } = propose(
      "Document Type,Document No.,Line No.,Type,No.,Variant Code,Description,Location Code,Quantity,Unit of Measure Code,Qty. to Ship,Outstanding Quantity,Shipment Date",
    );
    expect(named).toMatchObject({
      order_number: "Document No.",
      line_number: "Line No.",
      sku: "No.",
      quantity_ordered: "Quantity",
      uom: "Unit of Measure Code",
      requested_ship_date: "Shipment Date",
    });
  });

  test("SAP", () => {
    const { named } = propose(
      "Sales Document,Document Date,Customer Reference,Overall Delivery Status,Requested Delivery Date,Sales Document Item,Material,Order Quantity",
    );
    expect(named).toEqual({
      order_number: "Sales Document",
      customer_po: "Customer Reference",
      order_status: "Overall Delivery Status",
      requested_ship_date: "Requested Delivery Date",
      line_number: "Sales Document Item",
      sku: "Material",
      quantity_ordered: "Order Quantity",
    });
  });

  test("Shopify, ERPNext and Odoo", () => {
    expect(
      propose("Name,Email,Fulfillment Status,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku").named,
    ).toEqual({
      order_number: "Name",
      order_status: "Fulfillment Status",
      quantity_ordered: "Lineitem quantity",
      description: "Lineitem name",
      unit_price: "Lineitem price",
      sku: "Lineitem sku",
    });
    expect(
      propose("ID,Customer,Date,Company,Currency,Status,ID (Items),Item Code (Items),Quantity (Items),UOM (Items)")
        .named,
    ).toMatchObject({
      order_number: "ID",
      customer: "Customer",
      line_number: "ID (Items)",
      sku: "Item Code (Items)",
      quantity_ordered: "Quantity (Items)",
    });
    expect(
      propose(".id,name,partner_id,date_order,order_line/.id,order_line/product_id,order_line/product_uom_qty").missing,
    ).toEqual([]);
  });

  test("somebody's own spreadsheet", () => {
    const { named, missing } = propose("Order #,Part No,QTY,Need by,Req. ship date,PO #,Line #,Unit Price");
    expect(missing).toEqual([]);
    expect(named).toMatchObject({
      order_number: "Order #",
      sku: "Part No",
      customer_po: "PO #",
      line_number: "Line #",
    });
    expect(named.requested_ship_date).toBe("Req. ship date");
  });
});

test("a lone status is the order's; a second one is the line's", () => {
  expect(propose("Order,SKU,Qty,Status").named.order_status).toBe("Status");
  expect(propose("Order,SKU,Qty,Status,Order Status").named).toMatchObject({
    order_status: "Order Status",
    line_status: "Status",
  });
});

describe("checks the content", () => {
  test("a quantity column must hold numbers, a date column dates", () => {
    const { named, missing } = propose("Order,SKU,Quantity,Need by", "1,A,ten,soon", "2,B,five,later");
    expect(named).toEqual({ order_number: "Order", sku: "SKU" });
    expect(missing).toEqual(["quantity_ordered"]);
  });

  test("blank columns can still be optional fields", () => {
    expect(propose("Order,SKU,Quantity,Need by", "1,A,1,").named.requested_ship_date).toBe("Need by");
  });
});

test("an earlier mapping is found again by column name, and dropped when a column is gone", () => {
  const earlier: SourceFormat = {
    headers: ["Bestellung", "Teil", "Menge"],
    fields: { order_number: 0, sku: 1, quantity_ordered: 2 },
    formats: PLAIN_FORMATS,
    encoding: "utf-8",
    delimiter: ";",
    line_ending: "\n",
  };
  const moved = rememberMapping(["Menge", "Neu", "Teil", "Bestellung"], earlier);
  expect(moved).toMatchObject({ fields: { order_number: 3, sku: 2, quantity_ordered: 0 }, isRemembered: true });
  expect(rememberMapping(["Menge", "Teil"], earlier)).toBeNull();
});

test("synonyms are written in normalized form and no sure one belongs to two fields", () => {
  const sure = FIELD_NAMES.flatMap((field) => HEADER_SYNONYMS[field].sure);
  expect(sure.filter((name, at) => sure.indexOf(name) !== at)).toEqual([]);
  expect(sure.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  expect(normalizeHeader("Ｑｔｙ．")).toBe("quantity");
});
