import { sourceFormat } from "../../supabase/local/seed/source-file.ts";
import { connections } from "./connections.ts";

type OrderRows = { order_number: string; order_lines: { position: number; source_columns: string[] | null }[] };

const { order_number, order_status, quantity_ordered } = sourceFormat.fields;

/**
 * The demo's source file as it might look a day later: some quantities differ, among them two that open requests want
 * to change as well, and one order is new. The word that has no stage yet is left out.
 */
export async function nextMorningFile(token: string): Promise<string> {
  const select = "order_number,order_lines(position,source_columns)";
  const range = "order_number=gte.SO-48230&order_number=lte.SO-48262&order=order_number";
  const answer = await fetch(`${connections.supabaseUrl}/rest/v1/orders?select=${select}&${range}`, {
    headers: { apikey: connections.publishableKey, authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`The orders of the demo could not be read: ${answer.status} ${await answer.text()}`);
  const orders = (await answer.json()) as OrderRows[];
  const rows = orders.flatMap((order) =>
    order.order_lines
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ position, source_columns: cells }) => {
        if (!cells || cells[order_status] === "Credit Review") return [];
        const isAskedFor = position === 1 && ["SO-48235", "SO-48251"].includes(order.order_number);
        const isChanged = isAskedFor || (position === 2 && order.order_number.endsWith("7"));
        return [isChanged ? cells.with(quantity_ordered, String(Number(cells[quantity_ordered]) + 6)) : cells];
      }),
  );
  const first = rows[0]?.[order_number];
  const added = rows
    .filter((cells) => cells[order_number] === first)
    .map((cells) => cells.with(order_number, "SO-48601"));
  return [sourceFormat.headers, ...rows, ...added].map((cells) => cells.map(quoted).join(",")).join("\r\n");
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
