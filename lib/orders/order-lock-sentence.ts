import type { Order } from "@/lib/orders/order-view";
import type { OrderStage } from "@/lib/orders/stage-groups";

export type OrderLockWords = { what: string; why: string; next: string };

const RETURN = "Call the warehouse, or create a return or a new order in your order system.";

const words = {
  picked: {
    what: "This order is picked",
    why: "The goods are off the shelf, so nothing on it can change any more.",
    next: RETURN,
  },
  packed: {
    what: "This order is packed",
    why: "The box is closed, so nothing on it can change any more.",
    next: RETURN,
  },
  shipped: {
    what: "This order has shipped",
    why: "The goods have left, so nothing on it can change any more.",
    next: "Create a return or a new order in your order system.",
  },
  closed: {
    what: "This order is closed",
    why: "It is finished, so nothing on it can change any more.",
    next: "Enter a new order in your order system.",
  },
  cancelled: {
    what: "This order is cancelled",
    why: "It won't be shipped, so there is nothing to change.",
    next: "Enter a new order in your order system.",
  },
} satisfies Partial<Record<OrderStage, OrderLockWords>>;

/** Why nothing on an order can be changed: what it is, why, and what to do instead. Null when something still can. */
export function orderLockSentence(
  { stage, statusWord }: Pick<Order, "stage" | "statusWord">,
  isChangeable: boolean,
): OrderLockWords | null {
  if (isChangeable) return null;
  if (stage in words) return words[stage as keyof typeof words];
  if (stage === "unknown") {
    return {
      what: statusWord
        ? `Locked: nobody has said yet what “${statusWord}” means`
        : "Locked: the status of this order is unknown",
      why: "An order with an unknown status is locked, because it may already be on its way.",
      next: "Ask an admin to map the status word to a stage under Settings. The order opens at once if that stage allows it.",
    };
  }
  return {
    what: "Every line of this order is locked",
    why: "What is left of it is being worked on, or your organization locks changes at this stage.",
    next: "Call the warehouse if it can't wait. An admin can open a stage under Settings.",
  };
}
