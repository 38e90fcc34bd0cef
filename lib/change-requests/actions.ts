"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/action";
import { invalidChange } from "@/lib/change-requests/invalid-change";
import { resubmitSchema, submitSchema } from "@/lib/change-requests/schema";
import type { SubmitOutcome } from "@/lib/change-requests/submit-outcome";
import { AppError } from "@/lib/errors";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { rpc } from "@/lib/supabase/rpc";

/** Sends a new request. The answer is the database's own: submitted, refused, stale, duplicate or overlap. */
export const submitRequest = formAction({ role: "requester", schema: submitSchema }, async (input, { db }) =>
  settle(() =>
    rpc(db, "submit_change_request", {
      p_order_id: input.order_id,
      p_base_version: input.base_version,
      p_changes: input.changes,
      p_reason_code: input.reason_code,
      p_reason: input.reason,
      p_idempotency_key: input.idempotency_key,
      p_reverses: input.reverses,
    }),
  ),
);

/** Sends a request that came back for another round; only whoever asked can. */
export const resubmitRequest = formAction({ role: "requester", schema: resubmitSchema }, async (input, { db }) =>
  settle(() =>
    rpc(db, "resubmit_change_request", {
      p_request_id: input.request_id,
      p_base_version: input.base_version,
      p_changes: input.changes,
      p_reason_code: input.reason_code,
      p_reason: input.reason,
      p_idempotency_key: input.idempotency_key,
    }),
  ),
);

async function settle(send: () => Promise<SubmitOutcome>): Promise<SubmitOutcome> {
  try {
    const outcome = await send();
    // The form shows what moved, so it needs the order as it is now.
    if (outcome.outcome === "stale") refresh();
    if (outcome.outcome === "submitted" || outcome.outcome === "refused") deliverAfterResponse();
    return outcome;
  } catch (error) {
    const invalid = error instanceof AppError && invalidChange(error);
    if (!invalid) throw error;
    return { outcome: "invalid", problems: [invalid] };
  }
}
