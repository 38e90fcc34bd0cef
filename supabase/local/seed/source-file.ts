import type { BookOrder } from "./order-book.ts";

const headers = [
  "Order No",
  "Customer",
  "PO Number",
  "Status",
  "Req Ship Date",
  "Ship To",
  "Line",
  "SKU",
  "Description",
  "UOM",
  "Qty Ordered",
  "Qty Picked",
  "Qty Shipped",
  "Unit Price",
  "Ship Via",
  "Warehouse",
  "Sales Rep",
];

/** How the demo's source system writes its file: American dates, commas between thousands, Windows line ends. */
export const sourceFormat = {
  headers,
  fields: {
    order_number: 0,
    customer: 1,
    customer_po: 2,
    order_status: 3,
    requested_ship_date: 4,
    ship_to: 5,
    line_number: 6,
    sku: 7,
    description: 8,
    uom: 9,
    quantity_ordered: 10,
    quantity_picked: 11,
    quantity_shipped: 12,
    unit_price: 13,
    ship_method: 14,
    site: 15,
  },
  formats: { date: "mdy", date_separator: "/", date_padded: true, decimal: ".", group: "," },
  encoding: "utf-8",
  delimiter: ",",
  line_ending: "\r\n",
};

export type StagedRow = {
  row: number;
  order_number: string;
  line_key: string;
  fields: Record<string, string | null>;
  cells: string[];
};

/** The order book as the rows an upload of that file would stage: one per line, order values repeated on each. */
export function stagedRows(orders: BookOrder[]): StagedRow[] {
  const rows: StagedRow[] = [];
  for (const order of orders) {
    for (const line of order.lines) {
      const { sku, description, unit, price } = line.product;
      const fields = {
        order_number: order.number,
        customer: order.customer.name,
        customer_po: order.customerPo,
        order_status: order.status.word,
        requested_ship_date: order.shipDate,
        ship_to: order.customer.address,
        line_number: String(line.number),
        sku,
        description,
        uom: unit,
        quantity_ordered: String(line.ordered),
        quantity_picked: String(line.picked),
        quantity_shipped: String(line.shipped),
        unit_price: canonicalPrice(price),
        ship_method: order.shipMethod,
        site: "MAIN",
      };
      const cells = [
        order.number,
        fields.customer,
        fields.customer_po,
        fields.order_status,
        americanDate(order.shipDate),
        fields.ship_to,
        fields.line_number,
        sku,
        description,
        unit,
        fields.quantity_ordered,
        fields.quantity_picked,
        fields.quantity_shipped,
        price,
        fields.ship_method,
        fields.site,
        order.salesRep,
      ];
      rows.push({ row: rows.length + 2, order_number: order.number, line_key: fields.line_number, fields, cells });
    }
  }
  return rows;
}

function canonicalPrice(price: string): string {
  return price.replaceAll(",", "").replace(/\.?0+$/, "");
}

function americanDate(day: string): string {
  const [year, month, date] = day.split("-");
  return `${month}/${date}/${year}`;
}
