import type { LockCode, OrderLine } from "@/lib/orders/order-view";
import type { ChangeKind, Stage } from "@/lib/settings/lock-table";

/** Null where the kind is possible, else the code of the reason: today, and with the edits nobody has saved yet. */
export type KindAnswer = { kind: ChangeKind; now: LockCode | null; draft: LockCode | null };

export type SimulatedLine = Pick<
  OrderLine,
  "id" | "position" | "sku" | "stage" | "ordered" | "floor" | "picked" | "packed" | "shipped"
> & { kinds: KindAnswer[] };

export type SimulatedOrder = {
  id: string;
  order_number: string;
  customer: string;
  stage: Stage;
  status_word: string | null;
  kinds: KindAnswer[];
  /** The first hundred lines. */
  lines: SimulatedLine[];
  line_count: number;
};

/** What the database's own lock functions answer with a table that isn't saved: `simulate_lock_table`. */
export type LockSimulation = {
  /** How many cells differ from the saved table. */
  cells: number;
  orders: {
    locked: number;
    opened: number;
    examples: { order_number: string; customer: string; stage: Stage; locked: ChangeKind[]; opened: ChangeKind[] }[];
  };
  order: SimulatedOrder | null;
  requesters: number;
  approvers: number;
};

/** An order that a search for one to try found. */
export type OrderChoice = { id: string; orderNumber: string; customer: string; stage: Stage };

export type SimulationAnswer = {
  simulation: LockSimulation;
  /** More than one order fits what was typed, or none does. */
  choices: OrderChoice[] | null;
};
