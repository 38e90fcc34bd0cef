"use server";

import { refresh, revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import type { AcknowledgeOutcome } from "@/lib/fulfillment/acknowledge-outcome";
import type { MarkOutcome, TakeBackOutcome } from "@/lib/fulfillment/mark-outcome";
import { acknowledgeChangesSchema, acknowledgeOrderSchema, markSchema, takeBackSchema } from "@/lib/fulfillment/schema";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";

/** Says that the ticked changes were seen. */
export const acknowledgeChanges = formAction(
  { role: "fulfillment", schema: acknowledgeChangesSchema },
  async ({ request_ids }, { db, org }): Promise<AcknowledgeOutcome> => {
    const outcome: AcknowledgeOutcome = await rpc(db, "acknowledge_changes", {
      p_org: org.id,
      p_request_ids: request_ids,
    });
    revalidatePath(routes.floorChanges(org.slug));
    return outcome;
  },
);

/** Says that everything that waits on one order was seen, by the number on its slip. */
export const acknowledgeOrder = formAction(
  { role: "fulfillment", schema: acknowledgeOrderSchema },
  async ({ order_number }, { db, org }): Promise<AcknowledgeOutcome> => {
    const outcome: AcknowledgeOutcome = await rpc(db, "acknowledge_order", {
      p_org: org.id,
      p_order_number: order_number,
    });
    revalidatePath(routes.floorChanges(org.slug));
    return outcome;
  },
);

/** An answer and the key for the next attempt. */
type Answered<Outcome> = { outcome: Outcome; nextKey: string };

/** Says how far an order or some of its lines are. The command says who may: fulfillment and admins. */
export const markProgress = formAction(
  { schema: markSchema },
  async ({ order_id, scope, line_ids, stage, idempotency_key }, { db }): Promise<Answered<MarkOutcome>> => {
    const outcome: MarkOutcome = await rpc(db, "mark_progress", {
      p_order_id: order_id,
      // The generated types have no null for arguments.
      p_line_ids: (scope === "order" ? null : line_ids) as string[],
      p_stage: stage,
      p_idempotency_key: idempotency_key,
    });
    if (outcome.expired.length > 0) deliverAfterResponse();
    refresh();
    return { outcome, nextKey: crypto.randomUUID() };
  },
);

/** Takes a mark back, with the reason; fulfillment and admins. */
export const takeBackMark = formAction(
  { schema: takeBackSchema },
  async ({ order_id, line_id, note, idempotency_key }, { db }): Promise<Answered<TakeBackOutcome>> => {
    const outcome: TakeBackOutcome = await rpc(db, "take_back_mark", {
      p_order_id: order_id,
      p_line_id: (line_id ?? null) as string,
      p_note: note,
      p_idempotency_key: idempotency_key,
    });
    refresh();
    return { outcome, nextKey: crypto.randomUUID() };
  },
);
