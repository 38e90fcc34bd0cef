import type { Approvers, PolicyRule, RuleConditions, RuleStep } from "@/lib/approvals/policy-rule";
import type { ChangeKind } from "@/lib/change-requests/change-view";
import { formatQuantity, isQuantity } from "@/lib/quantity";

/** Names by id of the people and groups that rules refer to. */
export type RuleNames = ReadonlyMap<string, string>;

/** A rule as one sentence: "If a quantity changes by 100 or more, and the order ships within 2 days, then Ann or Buyers, then Bo." */
export function describeRule(rule: PolicyRule, names: RuleNames): string {
  const conditions = describeConditions(rule.conditions, names);
  const steps = rule.steps.map((step) => describeStep(step, names)).join(", then ");
  return `${conditions.length > 0 ? `If ${all.format(conditions)}` : "Always"}: ${steps}.`;
}

/** Each condition as a half-sentence, in the order people ask for them. */
export function describeConditions(conditions: RuleConditions, names: RuleNames): string[] {
  const { kinds, quantity, percent, value, days_moved, days_to_ship, customer, sku, stages, requesters } = conditions;
  return [
    kinds && `it is about ${any.format(kinds.map(kindWords))}`,
    quantity && `a change touches ${amountText(quantity)} units or more`,
    percent && `a change touches ${amountText(percent)} % of a line or more`,
    value && `everything it touches is worth ${amountText(value)} or more`,
    days_moved && `a ship date moves by ${days(days_moved)} or more`,
    days_to_ship !== undefined &&
      (days_to_ship === 0 ? "something ships today or is late" : `something ships within ${days(days_to_ship)}`),
    customer && `the customer is “${customer}”`,
    sku && `a SKU is “${sku}”`,
    stages && `the order is ${any.format(stages.map((stage) => stage.replaceAll("_", " ")))}`,
    requesters && `${any.format(requesters.map((id) => names.get(id) ?? "a former member"))} asks`,
  ].filter((part) => typeof part === "string");
}

/** "Ann or the group Buyers", "2 of Ann, Bo and Cy", "any approver". */
export function describeStep({ approvers, required }: RuleStep, names: RuleNames): string {
  const who = approverWords(approvers, names);
  if (approvers.anyone) return required === 1 ? "any approver" : `any ${required} approvers`;
  return required === 1 ? any.format(who) : `${required} people of ${all.format(who)}`;
}

function approverWords({ members = [], groups = [] }: Approvers, names: RuleNames): string[] {
  return [
    ...members.map((id) => names.get(id) ?? "a former member"),
    ...groups.map((id) => `the group ${names.get(id) ?? "that is gone"}`),
  ];
}

const all = new Intl.ListFormat("en-GB");
const any = new Intl.ListFormat("en-GB", { type: "disjunction" });

const nouns: Partial<Record<ChangeKind, string>> = {
  set_quantity: "a quantity",
  remove_line: "removing a line",
  add_line: "adding a line",
  substitute_line: "a substitution",
  set_line_date: "a line's ship date",
  set_order_date: "the order's ship date",
  close_line: "closing the rest of a line",
  set_ship_to: "the address",
  set_ship_method: "the ship method",
  cancel_order: "cancelling the order",
};

export function kindWords(kind: ChangeKind): string {
  return nouns[kind] ?? kind.replace(/^set_/, "the ").replaceAll("_", " ");
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

/** A rule may still be being typed: what is no number yet stands there as it is. */
function amountText(amount: string): string {
  return isQuantity(amount) ? formatQuantity(amount) : amount;
}
