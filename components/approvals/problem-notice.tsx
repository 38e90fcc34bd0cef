import { Notice } from "@/components/ui/notice";
import { describePolicyProblem } from "@/lib/approvals/describe-policy-problem";
import type { PolicyProblem } from "@/lib/approvals/policy-rule";

type Props = { title: string; problems: readonly PolicyProblem[]; isAnnounced?: boolean };

/** What is wrong with rules, a group or a delegation, each in a sentence that says what to do. */
export function ProblemNotice({ title, problems, isAnnounced }: Props) {
  if (problems.length === 0) return null;
  const sentences = [...new Set(problems.map(describePolicyProblem))];
  return (
    <Notice tone={isAnnounced ? "danger" : "warning"} title={title} isAnnounced={isAnnounced}>
      <ul className="list-disc pl-4">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
