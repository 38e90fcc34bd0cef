import { type ChangeDraft, draftOf } from "@/lib/change-requests/change-draft";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";
import { dateProblem } from "@/lib/change-requests/draft-reading";
import { lockSentence } from "@/lib/orders/lock-sentences";
import { orderKindSentence } from "@/lib/orders/order-lock-sentences";
import type { LineLocks, Order, OrderLine, OrderLocks } from "@/lib/orders/order-view";
import { compareQuantities, formatQuantity } from "@/lib/quantity";

/** What the form starts with, and what cannot be in it, each with the reason. */
export type StartedDraft = { draft: ChangeDraft; left: LeftOut[] };
export type LeftOut = { subject: string; sentence: string };

type Reversal = ChangeView | { why: string };

/**
 * The draft that puts back what was written by `changes`, on the order as it is now. What moved on meanwhile stays as it is:
 * an undo takes back its own change and nobody else's. `addedLines`: what its added lines became, in their order.
 */
export function reverseChanges(
  changes: readonly ChangeView[],
  order: Order,
  addedLines: readonly string[],
  today: string,
): StartedDraft {
  const reversed: ChangeView[] = [];
  const left: LeftOut[] = [];
  const added = [...addedLines];
  for (const change of changes.filter(({ outcome }) => outcome !== "rejected")) {
    const lineId = change.kind === "add_line" ? added.shift() : change.line_id;
    const line = order.lines.find(({ id }) => id === lineId);
    const reversal = reverse(change, order, line, today);
    if ("why" in reversal)
      left.push({ subject: describeChange(change, order.currency).subject, sentence: reversal.why });
    else reversed.push(reversal);
  }
  return { draft: draftOf(reversed), left };
}

/** Why an applied request cannot be undone at all; null when it can. */
export function whyIrreversible(changes: readonly ChangeView[]): string | null {
  return changes.some(({ kind }) => kind === "cancel_order")
    ? "A cancelled order stays cancelled. Enter a new order in your order system."
    : null;
}

function reverse(change: ChangeView, order: Order, line: OrderLine | undefined, today: string): Reversal {
  switch (change.kind) {
    case "set_order_date":
    case "set_ship_to":
    case "set_ship_method":
      return reverseOfOrder(change, change.kind, order, today);
    case "remove_line":
      return readd(change, order, line, today);
    case "cancel_order":
      return { why: "A cancelled order stays cancelled." };
    default:
      if (!line || line.isRemoved) return { why: "The line is no longer on the order." };
      return reverseOfLine(change, line, today);
  }
}

const orderFields = {
  set_order_date: { field: "requested_ship_date", now: "requestedShipDate", noun: "ship date" },
  set_ship_to: { field: "ship_to", now: "shipTo", noun: "address" },
  set_ship_method: { field: "ship_method", now: "shipMethod", noun: "ship method" },
} as const;

function reverseOfOrder(change: ChangeView, kind: keyof typeof orderFields, order: Order, today: string): Reversal {
  const { field, now, noun } = orderFields[kind];
  const before = change.before[field]?.trim() || null;
  if (order[now] !== (change.after[field] ?? null)) return { why: `The ${noun} was changed again since.` };
  const why = orderLock(kind, order) ?? (kind === "set_order_date" && before ? dateProblem(before, today) : null);
  return why ? { why } : again(change, kind, { [field]: before });
}

function readd(change: ChangeView, order: Order, line: OrderLine | undefined, today: string): Reversal {
  const { sku, quantity, description, uom, unit_price, requested_ship_date } = change.before;
  if (line && !line.isRemoved) return { why: "The line is on the order again." };
  const why = orderLock("add_line", order);
  if (why) return { why };
  // A day that has passed is left out: the line then ships with the order.
  const date = requested_ship_date && !dateProblem(requested_ship_date, today) ? requested_ship_date : null;
  return again(change, "add_line", { sku, quantity, description, uom, unit_price, requested_ship_date: date });
}

function reverseOfLine(change: ChangeView, line: OrderLine, today: string): Reversal {
  const { before, after } = change;
  const moved = movedOn(change, line);
  if (moved) return { why: moved };
  if (change.kind === "add_line") return onLine(change, line, "remove_line", {});
  if (change.kind === "set_line_date") {
    const date = before.requested_ship_date ?? null;
    const why = date && dateProblem(date, today);
    return why ? { why } : onLine(change, line, "set_line_date", { requested_ship_date: date });
  }
  if (change.kind !== "substitute_line") return onLine(change, line, "set_quantity", { quantity: before.quantity });
  const quantity = after.quantity ? { quantity: before.quantity } : {};
  return onLine(change, line, "substitute_line", { sku: before.sku, description: before.description, ...quantity });
}

/** What somebody has done to the same thing since: an undo would take theirs back too. */
function movedOn({ kind, before, after }: ChangeView, line: OrderLine): string | null {
  const sku = after.sku ?? before.sku;
  // A date stays the line's own, whatever is sent in its place.
  if (kind !== "set_line_date" && sku && line.sku !== sku) return `The line is ${line.sku} now.`;
  if (kind === "set_line_date")
    return line.requestedShipDate === after.requested_ship_date ? null : "Its ship date was changed again since.";
  if (!after.quantity || compareQuantities(line.ordered, after.quantity) === 0) return null;
  return `The quantity was ${formatQuantity(after.quantity)} and is ${formatQuantity(line.ordered)} now.`;
}

function onLine(change: ChangeView, line: OrderLine, kind: keyof LineLocks, after: ChangeView["after"]): Reversal {
  const lock = line.locks[kind];
  if (lock) return { why: lockSentence(lock, line) };
  if (after.quantity && compareQuantities(after.quantity, line.floor) < 0)
    return { why: `${formatQuantity(line.floor)} of it are on the floor already, so it cannot go below that.` };
  return { ...again(change, kind, after), line_id: line.id };
}

function orderLock(kind: keyof OrderLocks, order: Order): string | null {
  const code = order.locks[kind];
  return code && orderKindSentence(kind, code, order);
}

function again(change: ChangeView, kind: ChangeView["kind"], after: ChangeView["after"]): ChangeView {
  return { kind, line_id: change.line_id, before: change.before, after };
}
