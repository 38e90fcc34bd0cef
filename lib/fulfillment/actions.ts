"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import type { AcknowledgeOutcome } from "@/lib/fulfillment/acknowledge-outcome";
import { acknowledgeChangesSchema, acknowledgeOrderSchema } from "@/lib/fulfillment/schema";
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
