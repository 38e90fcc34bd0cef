import { type Answered, decideRequest } from "@/lib/change-requests/decision-actions";
import type { DecideOutcome } from "@/lib/change-requests/decision-outcome";
import { type ActionResult, failure } from "@/lib/result";

/** What a decision form remembers from one attempt to the next. */
export type DecisionState = {
  /** The answer of the last attempt; null before the first. */
  result: ActionResult<Answered<DecideOutcome>> | null;
  /** The last answer of the database, kept while a further attempt fails on its way. */
  outcome: DecideOutcome | null;
  /** The note as it was typed. */
  note: string;
  /** The key of the next attempt and the order's version as last seen; null until the database answered once. */
  next: { key: string; version: number } | null;
};

export const undecided: DecisionState = { result: null, outcome: null, note: "", next: null };

/**
 * One attempt. An answer brings a new key; without one the key stays, so that trying again after a lost connection is
 * the same attempt and is written once.
 */
export async function decide(state: DecisionState, form: FormData): Promise<DecisionState> {
  const note = String(form.get("note") ?? "");
  const result = await decideRequest(null, form).catch((error: unknown) => {
    // The browser's word for "no connection"; everything else is for the error page.
    if (error instanceof TypeError) return failure("unavailable");
    throw error;
  });
  if (!result.ok) return { ...state, result, note };
  const { outcome, nextKey } = result.data;
  const version = "version" in outcome ? outcome.version : (state.next?.version ?? 0);
  return { result, outcome, note, next: { key: nextKey, version } };
}
