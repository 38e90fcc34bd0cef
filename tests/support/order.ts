import { randomUUID } from "node:crypto";
import { superuser } from "./postgres.ts";

export type LineFacts = {
  sku?: string;
  description?: string | null;
  quantity?: string;
  picked?: string | null;
  packed?: string | null;
  shipped?: string | null;
  invoiced?: string | null;
  unitPrice?: string | null;
  shipDate?: string | null;
  statusWord?: string | null;
};

export type OrderFacts = {
  number?: string;
  customer?: string;
  customerPo?: string | null;
  /** A mapped word such as `Open`, or any other for an order nobody can place. */
  statusWord?: string;
  shipDate?: string | null;
  shipTo?: string | null;
  shipMethod?: string | null;
  lines?: LineFacts[];
};

export type Line = { id: string; lineKey: string; sku: string; quantity: string };
export type Order = { id: string; number: string; version: number; stage: string; lines: [Line, ...Line[]] };

/** An order as an import would have left it, with two lines unless told otherwise. */
export async function createOrder(orgId: string, facts: OrderFacts = {}): Promise<Order> {
  const number = facts.number ?? `SO-${randomUUID().slice(0, 8)}`;
  const wanted = facts.lines ?? [{}, { sku: "GADGET-2", quantity: "5" }];
  return superuser.begin(async (sql) => {
    const [order] = await sql<{ id: string; version: number; stage: string }[]>`
      insert into public.orders (org_id, order_number, customer, customer_po, status_word, stage, requested_ship_date,
        ship_to, ship_method)
      values (${orgId}, ${number}, ${facts.customer ?? "Acme Stores"}, ${facts.customerPo ?? null}, ${facts.statusWord ?? "Open"},
        private.stage_of_word(${orgId}, ${facts.statusWord ?? "Open"}), ${facts.shipDate === undefined ? "2099-06-30" : facts.shipDate},
        ${facts.shipTo ?? null}, ${facts.shipMethod ?? null})
      returning id, version, stage`;
    if (!order) throw new Error("The order was not inserted.");
    const lines: Line[] = [];
    for (const [index, line] of wanted.entries()) {
      const word = line.statusWord ?? null;
      const [row] = await sql<Line[]>`
        insert into public.order_lines (org_id, order_id, line_key, position, sku, description, uom, quantity_ordered, quantity_picked,
          quantity_packed, quantity_shipped, quantity_invoiced, unit_price, requested_ship_date, status_word, status_stage)
        values (${orgId}, ${order.id}, ${String(index + 1)}, ${index + 1}, ${line.sku ?? `WIDGET-${index + 1}`}, ${line.description ?? "A widget"}, 'EA',
          ${line.quantity ?? "10"}, ${line.picked ?? null}, ${line.packed ?? null}, ${line.shipped ?? null}, ${line.invoiced ?? null},
          ${line.unitPrice === undefined ? "42.00" : line.unitPrice}, ${line.shipDate ?? null}, ${word},
          case when ${word}::text is null then null else private.stage_of_word(${orgId}, ${word}) end)
        returning id, line_key as "lineKey", sku, quantity_ordered::text as quantity`;
      if (row) lines.push(row);
    }
    await sql`select private.refresh_line_skus(${orgId}, array[${order.id}]::uuid[])`;
    return { ...order, number, lines: lines as [Line, ...Line[]] };
  });
}
