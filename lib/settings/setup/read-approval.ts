import type { PolicyRule } from "@/lib/approvals/policy-rule";
import { formatQuantity } from "@/lib/quantity";

type Typed = {
  mode: "any" | "rules";
  percents: string[];
  values: string[];
  people_1: string[];
  people_2: string[];
  people_3: string[];
};

export type ReadApproval = { ok: true; rules: PolicyRule[] } | { ok: false; field: string; problem: string };

/** Rules of approval from their rows; rows without anything in them are left out. */
export function readApproval({ mode, percents, values, people_1, people_2, people_3 }: Typed): ReadApproval {
  if (mode === "any") return { ok: true, rules: [] };
  const rules: PolicyRule[] = [];
  for (const [at, people] of [people_1, people_2, people_3].entries()) {
    const [percent, value] = [percents[at] ?? "", values[at] ?? ""];
    if (percent === "" && value === "" && people.length === 0) continue;
    const field = `people_${at + 1}`;
    if (percent === "" && value === "")
      return { ok: false, field, problem: "Say from which share or value on these people decide." };
    if (people.length === 0) return { ok: false, field, problem: "Choose who decides these changes." };
    rules.push({
      id: `setup-${rules.length + 1}`,
      name: nameOf(percent, value),
      conditions: { ...(percent && { percent }), ...(value && { value }) },
      steps: [{ approvers: { members: people }, required: 1 }],
    });
  }
  if (rules.length === 0)
    return { ok: false, field: "people_1", problem: "Say which changes go to whom, or choose any approver." };
  return { ok: true, rules };
}

function nameOf(percent: string, value: string): string {
  const parts = [percent && `${formatQuantity(percent)} %`, value && `a value of ${formatQuantity(value)}`];
  return `From ${parts.filter(Boolean).join(" and ")} on`;
}
