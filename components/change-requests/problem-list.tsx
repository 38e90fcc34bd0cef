import { describeProblem } from "@/lib/change-requests/describe-problem";
import type { Problem } from "@/lib/change-requests/problem";

/** Why not, one sentence each. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const sentences = [...new Set(problems.map((problem) => describeProblem(problem)))];
  return (
    <ul className="flex flex-col gap-1">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
