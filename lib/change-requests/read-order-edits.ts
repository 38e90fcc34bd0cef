import { type ChangeDraft, orderRows } from "@/lib/change-requests/change-draft";
import { ask, complain, type DraftReading, dateProblem, type Place } from "@/lib/change-requests/draft-reading";
import { totalsOf } from "@/lib/change-requests/order-totals";
import {
  linesProblem,
  lineTextProblem,
  MAX_SHIP_METHOD,
  MAX_SHIP_TO,
  plainLines,
} from "@/lib/change-requests/typed-text";
import { orderKindSentence } from "@/lib/orders/order-lock-sentences";
import type { Order } from "@/lib/orders/order-view";

export function readOrderDate(reading: DraftReading, { orderDate }: ChangeDraft, order: Order, today: string) {
  if (orderDate === undefined || orderDate === "" || orderDate === order.requestedShipDate) return;
  const place: Place = { row: orderRows.orderDate, field: "date" };
  if (order.locks.set_order_date) return complain(reading, place, "The order's date is locked. Put it back.");
  const wrong = orderDate === null ? null : dateProblem(orderDate, today);
  if (wrong) return complain(reading, place, wrong);
  const before = { requested_ship_date: order.requestedShipDate };
  ask(reading, place, before, { kind: "set_order_date", requested_ship_date: orderDate });
}

export function readCancelling(reading: DraftReading, order: Order) {
  const place: Place = { row: orderRows.isCancelled, field: "line" };
  const lock = order.locks.cancel_order;
  if (lock) return complain(reading, place, orderKindSentence("cancel_order", lock, order));
  ask(reading, place, totalsOf(order), { kind: "cancel_order" }, { stage: "cancelled" });
}

/** What is written on the box. */
export function readShipping(reading: DraftReading, { shipTo, shipMethod }: ChangeDraft, order: Order) {
  const address = plainLines(shipTo ?? "");
  if (shipTo !== undefined && address !== plainLines(order.shipTo ?? "")) {
    const place: Place = { row: orderRows.shipTo, field: "ship_to" };
    const lock = order.locks.set_ship_to;
    const wrong = lock
      ? orderKindSentence("set_ship_to", lock, order)
      : textProblem(shipTo, linesProblem(address, MAX_SHIP_TO));
    if (wrong) complain(reading, place, wrong);
    else
      ask(
        reading,
        place,
        { ship_to: order.shipTo },
        { kind: "set_ship_to", ship_to: shipTo === null ? null : address },
      );
  }
  const method = shipMethod?.trim() ?? "";
  if (shipMethod === undefined || method === (order.shipMethod ?? "")) return;
  const place: Place = { row: orderRows.shipMethod, field: "ship_method" };
  const lock = order.locks.set_ship_method;
  const wrong = lock
    ? orderKindSentence("set_ship_method", lock, order)
    : textProblem(shipMethod, lineTextProblem(method, MAX_SHIP_METHOD));
  if (wrong) return complain(reading, place, wrong);
  ask(
    reading,
    place,
    { ship_method: order.shipMethod },
    {
      kind: "set_ship_method",
      ship_method: shipMethod === null ? null : method,
    },
  );
}

/** What is wrong with a text; nothing where it is to be empty again. */
function textProblem(text: string | null, problem: string | null): string | null {
  return text === null ? null : problem;
}
