import type { UndoProblem } from "./import-outcome";

/** Why an import can't be taken back, and what to do instead. */
export function describeUndoProblem(problem: UndoProblem): string {
  if (problem.code === "later_import") {
    return `Import ${problem.number} of the same source came after this one. Undo that first.`;
  }
  const { by, reference } = problem;
  const who = by ? ` by ${by}` : "";
  return reference ? `changed since${who} with ${reference}` : `changed since${who}`;
}
