import { type Command, insist, newKey } from "./as-person.ts";
import type { Cast, RequestStory } from "./request-story.ts";

/**
 * What the floor did here since the morning's file: an order that is packed, a line that is picked while the rest of its order
 * is not; and a change that was a mistake and is put back.
 */
export async function tellFloor(story: RequestStory, cast: Cast & { floor: Command }): Promise<void> {
  const mark = (orderId: string, lines: string[] | null, stage: string) =>
    cast.floor("mark_progress", {
      p_order_id: orderId,
      p_line_ids: lines,
      p_stage: stage,
      p_idempotency_key: newKey(),
    });
  insist(await mark(story.take(["released"]).id, null, "packed"), "marked");
  const begun = story.take(["released"], 2);
  insist(await mark(begun.id, [begun.lines[0]?.id ?? ""], "picked"), "marked");

  const order = story.take(["open"], 2);
  const line = order.lines[0];
  const quantity = (to: number) => [{ kind: "set_quantity", line_id: line?.id, quantity: String(to) }];
  const { asker, secondAsker, approver } = cast;
  const was = line?.quantity ?? 1;
  const mistake = insist(
    await story.ask(
      asker,
      order,
      quantity(Number(was) + 20),
      "customer_request",
      "Twenty more, they called this morning.",
    ),
    "submitted",
  );
  insist(await story.decide(approver, mistake, order, "approve"), "applied");
  const changed = { ...order, version: order.version + 1 };
  const why = `Undo of ${mistake.reference}: it was another customer who called.`;
  const undo = insist(
    await story.ask(secondAsker, changed, quantity(Number(was)), "order_entry_error", why, String(mistake.request_id)),
    "submitted",
  );
  insist(await story.decide(approver, undo, order, "approve"), "applied");
}
