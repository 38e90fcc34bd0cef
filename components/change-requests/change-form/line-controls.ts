import type { Dispatch } from "react";
import type { FormEvent, Refusal } from "@/components/change-requests/change-form/form-state";
import type { DraftProblem, Place } from "@/lib/change-requests/draft-reading";

export type SendEvent = Dispatch<FormEvent>;

/** A request of somebody else that holds a field of a line until it is decided. */
export type Hold = { reference: string; requester: string; ago: string };

/** The first thing that is wrong with one field of a row. */
export function problemAt(problems: readonly DraftProblem[], field: Place["field"]): string | undefined {
  return problems.find((problem) => problem.field === field)?.sentence;
}

export const noProblems: DraftProblem[] = [];
export const noRefusals: Refusal[] = [];
