"use server";
import { formAction } from "@/lib/action";
import { decideEach, type ManyResult } from "@/lib/change-requests/decide-many";
import {
  type DecideOutcome,
  hasMoved,
  type ReassignOutcome,
  type WithdrawOutcome,
} from "@/lib/change-requests/decision-outcome";
import {
  decisionSchema,
  manyDecisionsSchema,
  reassignmentSchema,
  withdrawalSchema,
} from "@/lib/change-requests/decision-schema";
import { AppError, errorSentence } from "@/lib/errors";
import { logError } from "@/lib/log";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { rpc } from "@/lib/supabase/rpc";

/** An answer and the key for the next attempt: a key belongs to one content, and the next one will have another. */
export type Answered<Outcome> = { outcome: Outcome; nextKey: string };

/**
 * Decides a request on what was on screen. The command says who may: approvers, and admins where none is left. Nothing is revalidated: the queue keeps its list while its items are answered
 * one by one, and pages that show the request refresh themselves.
 */
export const decideRequest = formAction(
  { schema: decisionSchema },
  async (input, { db }): Promise<Answered<DecideOutcome>> => {
    const outcome: DecideOutcome = await rpc(db, "decide_change_request", {
      p_request_id: input.request_id,
      p_decision: input.decision,
      p_note: input.note,
      p_expected_version: input.expected_version,
      p_payload_hash: input.payload_hash,
      p_idempotency_key: input.idempotency_key,
      p_rejected_changes: input.rejected_changes,
    });
    if (!hasMoved(outcome)) deliverAfterResponse();
    return { outcome, nextKey: crypto.randomUUID() };
  },
);

/**
 * One decision for up to 200 requests, each decided on its own: see `decideEach`. The answer lists every one of them. Each
 * has a key of its own made from the form's, so sending the form again repeats nothing.
 */
export const decideMany = formAction(
  { schema: manyDecisionsSchema },
  async ({ items, decision, note, idempotency_key }, { db }): Promise<Answered<ManyResult[]>> => {
    const outcome = await decideEach(
      items,
      (item) =>
        rpc<"decide_change_request", DecideOutcome>(db, "decide_change_request", {
          p_request_id: item.request_id,
          p_decision: decision,
          p_note: note,
          p_expected_version: item.expected_version,
          p_payload_hash: item.payload_hash,
          p_idempotency_key: `${idempotency_key}:${item.request_id}`,
        }),
      sentenceOf,
    );
    deliverAfterResponse();
    return { outcome, nextKey: crypto.randomUUID() };
  },
);

/** What went wrong with one of many is told beside it; only a bug goes to the log as well. */
function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.hint || errorSentence(error.code);
  logError("one of many decisions failed", error);
  return errorSentence("unexpected");
}

/** Hands a pending request to one more person who may decide it. The command says who may: its deciders and admins. */
export const reassignRequest = formAction(
  { schema: reassignmentSchema },
  async (input, { db }): Promise<Answered<ReassignOutcome>> => {
    const outcome: ReassignOutcome = await rpc(db, "reassign_request", {
      p_request_id: input.request_id,
      p_member_id: input.member_id,
      p_note: input.note,
      p_idempotency_key: input.idempotency_key,
    });
    if (outcome.outcome === "reassigned") deliverAfterResponse();
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
