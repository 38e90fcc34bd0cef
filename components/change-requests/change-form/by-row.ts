import type { DraftProblem } from "@/lib/change-requests/draft-reading";

/** Problems by the row of the form they are at. */
export function byRow(problems: readonly DraftProblem[]): ReadonlyMap<string, DraftProblem[]> {
  return Map.groupBy(problems, ({ row }) => row);
}
