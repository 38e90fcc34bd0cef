import type { LockCode, Order, OrderLocks } from "@/lib/orders/order-view";

const outOfPlace: Record<keyof OrderLocks, string> = {
  add_line: "No line can be added",
  set_order_date: "The ship date stays",
  set_ship_to: "The address stays",
  set_ship_method: "The ship method stays",
  cancel_order: "It can't be cancelled as a whole",
};

/** Why one kind of change to the order itself isn't possible, said before anyone types: what stays, and why. */
export function orderKindSentence(kind: keyof OrderLocks, code: LockCode, { stage }: Pick<Order, "stage">): string {
  return `${outOfPlace[kind]}: ${becauseOf(code, kind, stage)}.`;
}

function becauseOf(code: LockCode, kind: keyof OrderLocks, stage: Order["stage"]): string {
  switch (code) {
    case "order_packed":
      return "a part of the order is already packed or has left";
    case "order_started":
      return "something on it is already picked. Close the rest of its lines instead";
    case "order_progress_unknown":
      return kind === "cancel_order"
        ? "nobody says of every line how much of it is picked"
        : "a line has a status nobody has given a meaning";
    case "stage_locked":
      return "your organization doesn't allow it at this stage";
    default:
      return stage === "unknown" ? "its status is unknown" : `the order is ${stage.replaceAll("_", " ")}`;
  }
}
