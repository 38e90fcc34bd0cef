import { describeRule, type RuleNames } from "@/lib/approvals/describe-rule";
import type { PolicyRule } from "@/lib/approvals/policy-rule";

type Props = { rules: readonly PolicyRule[]; names: RuleNames };

/** The rules in their order, each as a sentence. */
export function RuleList({ rules, names }: Props) {
  if (rules.length === 0) return <p className="p-4 text-sm text-muted">Any approver decides every request.</p>;
  return (
    <ol className="divide-y divide-separator text-sm">
      {rules.map((rule) => (
        <li key={rule.id} className="px-4 py-3">
          <p className="font-medium wrap-anywhere">{rule.name}</p>
          <p className="text-muted text-pretty wrap-anywhere">{describeRule(rule, names)}</p>
        </li>
      ))}
    </ol>
  );
}
