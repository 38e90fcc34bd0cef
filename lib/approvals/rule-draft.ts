import type { PolicyRule, RuleConditions, RuleStep } from "@/lib/approvals/policy-rule";

/** A rule while somebody edits it: every field as typed, empty where the condition is left out. */
export type RuleDraft = {
  id: string;
  name: string;
  kinds: string[];
  stages: string[];
  requesters: string[];
  quantity: string;
  percent: string;
  value: string;
  days_moved: string;
  days_to_ship: string;
  customer: string;
  sku: string;
  steps: StepDraft[];
};

/** Nobody named means any approver. */
export type StepDraft = { members: string[]; groups: string[]; required: string };

export const texts = ["quantity", "percent", "value", "days_moved", "days_to_ship", "customer", "sku"] as const;
export type TextCondition = (typeof texts)[number];

const lists = ["kinds", "stages", "requesters"] as const;
const dayCounts: readonly TextCondition[] = ["days_moved", "days_to_ship"];

export const anyApprover: StepDraft = { members: [], groups: [], required: "1" };

/** A rule nobody has filled in yet; `id` stays with it over all versions. */
export function newRule(id: string): RuleDraft {
  return draftOf({ id, name: "", conditions: {}, steps: [{ approvers: { anyone: true }, required: 1 }] });
}

export function draftOf({ id, name, conditions, steps }: PolicyRule): RuleDraft {
  const text = (field: TextCondition) => (conditions[field] === undefined ? "" : String(conditions[field]));
  return {
    id,
    name,
    kinds: conditions.kinds ?? [],
    stages: conditions.stages ?? [],
    requesters: conditions.requesters ?? [],
    quantity: text("quantity"),
    percent: text("percent"),
    value: text("value"),
    days_moved: text("days_moved"),
    days_to_ship: text("days_to_ship"),
    customer: text("customer"),
    sku: text("sku"),
    steps: steps.map(({ approvers, required }) => ({
      members: approvers.members ?? [],
      groups: approvers.groups ?? [],
      required: String(required),
    })),
  };
}

/** The rule as it is sent; what isn't a number stays as it was typed, for the schema to say so. */
export function ruleOf(draft: RuleDraft): PolicyRule {
  const conditions: Record<string, unknown> = {};
  for (const field of lists) if (draft[field].length > 0) conditions[field] = draft[field];
  for (const field of texts) {
    const typed = draft[field].trim();
    if (typed === "") continue;
    conditions[field] = dayCounts.includes(field) && /^\d+$/.test(typed) ? Number(typed) : typed;
  }
  return {
    id: draft.id,
    name: draft.name.trim(),
    conditions: conditions as RuleConditions,
    steps: draft.steps.map(stepOf),
  };
}

function stepOf({ members, groups, required }: StepDraft): RuleStep {
  const approvers =
    members.length + groups.length === 0
      ? { anyone: true }
      : { ...(members.length > 0 && { members }), ...(groups.length > 0 && { groups }) };
  return { approvers, required: Number(required) || 1 };
}
