import { draftOf } from "@/lib/change-requests/change-draft";
import type { ChangeFacts, ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { Problem } from "@/lib/change-requests/problem";
import type { StartedDraft } from "@/lib/change-requests/reverse-changes";
import type { Order, OrderLine } from "@/lib/orders/order-view";

/** An earlier request on the order as it is now: what is asked for again, what moved under it, and what is out of the question. */
export type RebasedDraft = StartedDraft & { moved: Problem[] };

/** The same changes once more. What moved is marked by its place in `changes`; what is gone is left out of the draft. */
export function rebaseChanges(changes: readonly ChangeView[], order: Order): RebasedDraft {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const moved: Problem[] = [];
  const left: StartedDraft["left"] = [];
  const kept: ChangeView[] = [];
  for (const [index, change] of changes.entries()) {
    const line = change.line_id ? lines.get(change.line_id) : undefined;
    if (change.line_id && (!line || line.isRemoved)) {
      moved.push({ code: "line_removed", change_index: index });
      left.push({ subject: describeChange(change, order.currency).subject, sentence: "is no longer on the order" });
      continue;
    }
    const now = line ? factsOfLine(line) : factsOfOrder(order);
    for (const field of fieldsOf(change)) {
      const [base, is, requested] = [change.before[field] ?? null, now[field] ?? null, change.after[field]];
      if (base !== is)
        moved.push({
          code: "field_moved",
          change_index: index,
          field,
          base: base as string | null,
          now: is as string | null,
          requested: requested as string | undefined,
        });
    }
    kept.push(change);
  }
  return { draft: draftOf(kept), left, moved };
}

type Field = Extract<keyof ChangeFacts, "quantity" | "sku" | "requested_ship_date" | "ship_to" | "ship_method">;

/** What the requester looked at: the fields whose change under a request makes it another one. As in `moved_fields`. */
function fieldsOf({ kind }: ChangeView): Field[] {
  switch (kind) {
    case "set_quantity":
    case "close_line":
    case "substitute_line":
      return ["quantity", "sku"];
    case "set_line_date":
      return ["requested_ship_date", "sku"];
    case "remove_line":
      return ["sku", "quantity", "requested_ship_date"];
    case "set_order_date":
      return ["requested_ship_date"];
    case "set_ship_to":
      return ["ship_to"];
    case "set_ship_method":
      return ["ship_method"];
    default:
      return [];
  }
}

function factsOfLine({ sku, ordered, requestedShipDate }: OrderLine): ChangeFacts {
  return { sku, quantity: ordered, requested_ship_date: requestedShipDate };
}

function factsOfOrder({ requestedShipDate, shipTo, shipMethod }: Order): ChangeFacts {
  return { requested_ship_date: requestedShipDate, ship_to: shipTo, ship_method: shipMethod };
}
