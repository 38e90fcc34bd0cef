import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";

type Person = { userId: string };
type Marked = { lines?: (string | null | undefined)[]; key?: string };

/** The floor says how far an order, or some of its lines, is. */
export function mark(
  by: Person,
  order: { id: string },
  stage: string | null,
  { lines, key = randomUUID() }: Marked = {},
): Promise<Answer> {
  return ask(by.userId, "mark_progress", {
    p_order_id: order.id,
    p_line_ids: lines ?? null,
    p_stage: stage,
    p_idempotency_key: key,
  });
}

export function takeBack(
  by: Person,
  order: { id: string },
  { line = null, note = "The wrong pallet" }: { line?: string | null | undefined; note?: string } = {},
): Promise<Answer> {
  return ask(by.userId, "take_back_mark", {
    p_order_id: order.id,
    p_line_id: line,
    p_note: note,
    p_idempotency_key: randomUUID(),
  });
}
