import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { describeProblem } from "@/lib/change-requests/describe-problem";
import type { Place } from "@/lib/change-requests/draft-reading";
import type { SubmitOutcome } from "@/lib/change-requests/submit-outcome";

/** The problems of an answer, each at the row of the form its change was typed in; "form" for those about the whole. */
export function refusalsByRow(outcome: SubmitOutcome, places: readonly Place[]): Record<string, Refusal[]> {
  const byRow: Record<string, Refusal[]> = {};
  for (const problem of outcome.outcome === "already_decided" ? [] : outcome.problems) {
    const row = places[problem.change_index ?? -1]?.row ?? "form";
    const refusal: Refusal =
      "code" in problem
        ? { sentence: describeProblem(problem), reference: problem.reference }
        : { sentence: problem.sentence };
    const known = byRow[row] ?? [];
    if (!known.some(({ sentence }) => sentence === refusal.sentence)) byRow[row] = [...known, refusal];
  }
  return byRow;
}
