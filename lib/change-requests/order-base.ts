import { formatDate } from "@/lib/dates";
import type { Order } from "@/lib/orders/order-view";
import { formatQuantity } from "@/lib/quantity";

type LineBase = { position: number; sku: string; quantity: string; date: string | null; isRemoved: boolean };

/** What a person saw of an order when they started to type: enough to say later what has moved since. */
export type OrderBase = {
  version: number;
  date: string | null;
  shipTo: string | null;
  shipMethod: string | null;
  lines: Record<string, LineBase>;
};

export function baseOf(order: Order): OrderBase {
  const lines = order.lines.map(({ id, position, sku, ordered, requestedShipDate, isRemoved }) => {
    const line: LineBase = { position, sku, quantity: ordered, date: requestedShipDate, isRemoved };
    return [id, line] as const;
  });
  const { version, requestedShipDate: date, shipTo, shipMethod } = order;
  return { version, date, shipTo, shipMethod, lines: Object.fromEntries(lines) };
}

/** One thing that moved, by its row in the form (`Place`), and what happened to it. */
export type Move = { row: string; subject: string; sentence: string };

/** What is different between the order as it was seen and as it is now. */
export function movesSince(base: OrderBase, order: Order): Move[] {
  const now = baseOf(order);
  const moves: Move[] = [];
  if (base.date !== now.date)
    moves.push({ row: "order", subject: "whole order", sentence: dateMove(base.date, now.date, "no date") });
  if ((base.shipTo ?? null) !== now.shipTo)
    moves.push({ row: "ship_to", subject: "whole order", sentence: textMove("address", base.shipTo, now.shipTo) });
  if ((base.shipMethod ?? null) !== now.shipMethod)
    moves.push({
      row: "ship_method",
      subject: "whole order",
      sentence: textMove("ship method", base.shipMethod, now.shipMethod),
    });
  for (const [lineId, is] of Object.entries(now.lines)) {
    const was = base.lines[lineId];
    const subject = `line ${is.position} · ${is.sku}`;
    if (!was) moves.push({ row: lineId, subject, sentence: `is new: ${formatQuantity(is.quantity)}` });
    else for (const sentence of lineMoves(was, is)) moves.push({ row: lineId, subject, sentence });
  }
  return moves;
}

function lineMoves(was: LineBase, is: LineBase): string[] {
  if (is.isRemoved) return was.isRemoved ? [] : ["was removed"];
  const moves = [];
  if (was.sku !== is.sku) moves.push(`${was.sku} became ${is.sku}`);
  if (was.quantity !== is.quantity)
    moves.push(`quantity ${formatQuantity(was.quantity)} → ${formatQuantity(is.quantity)}`);
  if (was.date !== is.date) moves.push(dateMove(was.date, is.date, "with the order"));
  return moves;
}

function textMove(field: string, was: string | null | undefined, is: string | null): string {
  const text = (lines: string | null | undefined) => lines?.split(/\s*[\r\n]+\s*/).join(", ") || "none";
  return `${field} ${text(was)} → ${text(is)}`;
}

function dateMove(was: string | null, is: string | null, none: string): string {
  const text = (date: string | null) => (date ? formatDate(date) : none);
  return `ship date ${text(was)} → ${text(is)}`;
}
