"use server";
import { formAction } from "@/lib/action";
import { type DecideOutcome, hasMoved, type WithdrawOutcome } from "@/lib/change-requests/decision-outcome";
import { decisionSchema, withdrawalSchema } from "@/lib/change-requests/decision-schema";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { rpc } from "@/lib/supabase/rpc";

/** An answer and the key for the next attempt: a key belongs to one content, and the next one will have another. */
export type Answered<Outcome> = { outcome: Outcome; nextKey: string };

/**
 * Decides a request on what was on screen. Nothing is revalidated: the queue keeps its list while its items are answered
 * one by one, and pages that show the request refresh themselves.
 */
export const decideRequest = formAction(
  { role: "approver", schema: decisionSchema },
  async (input, { db }): Promise<Answered<DecideOutcome>> => {
    const outcome: DecideOutcome = await rpc(db, "decide_change_request", {
      p_request_id: input.request_id,
      p_decision: input.decision,
      p_note: input.note,
      p_expected_version: input.expected_version,
      p_payload_hash: input.payload_hash,
      p_idempotency_key: input.idempotency_key,
    });
    if (!hasMoved(outcome)) deliverAfterResponse();
    return { outcome, nextKey: crypto.randomUUID() };
  },
);

/** Takes a pending or returned request back; its requester only. */
export const withdrawRequest = formAction(
  { role: "requester", schema: withdrawalSchema },
  async (input, { db }): Promise<Answered<WithdrawOutcome>> => {
    const outcome: WithdrawOutcome = await rpc(db, "withdraw_change_request", {
      p_request_id: input.request_id,
      p_idempotency_key: input.idempotency_key,
    });
    return { outcome, nextKey: crypto.randomUUID() };
  },
);
