import { expect, test } from "vitest";
import { describePolicyProblem } from "@/lib/approvals/describe-policy-problem";
import { describeRule } from "@/lib/approvals/describe-rule";
import type { PolicyProblem, PolicyRule, RuleConditions, RuleStep } from "@/lib/approvals/policy-rule";

const names = new Map([
  ["a", "Ann"],
  ["b", "Bo"],
  ["g", "Buyers"],
]);
const anyone: RuleStep = { approvers: { anyone: true }, required: 1 };
const rule = (conditions: RuleConditions, ...steps: RuleStep[]): PolicyRule => ({
  id: "r",
  name: "R",
  conditions,
  steps: steps.length > 0 ? steps : [anyone],
});

test.each<[PolicyRule, string]>([
  [rule({}), "Always: any approver."],
  [
    rule({ kinds: ["remove_line", "substitute_line"] }),
    "If it is about removing a line or a substitution: any approver.",
  ],
  [
    rule({ quantity: "1000", days_to_ship: 2 }),
    "If a change touches 1,000 units or more and something ships within 2 days: any approver.",
  ],
  [rule({ days_to_ship: 0 }), "If something ships today or is late: any approver."],
  [
    rule({ value: "500", percent: "20", customer: "Acme*" }),
    "If a change touches 20 % of a line or more, everything it touches is worth 500 or more and the customer is “Acme*”: any approver.",
  ],
  [
    rule({ stages: ["on_hold"], requesters: ["a", "x"], days_moved: 1, sku: "HAZ-*" }),
    "If a ship date moves by 1 day or more, a SKU is “HAZ-*”, the order is on hold and Ann or a former member asks: any approver.",
  ],
  [
    rule(
      {},
      { approvers: { members: ["a"], groups: ["g"] }, required: 1 },
      { approvers: { members: ["b"] }, required: 1 },
    ),
    "Always: Ann or the group Buyers, then Bo.",
  ],
  [rule({}, { approvers: { members: ["a", "b"] }, required: 2 }), "Always: 2 people of Ann and Bo."],
  [rule({}, { approvers: { anyone: true }, required: 2 }), "Always: any 2 approvers."],
  [rule({}, { approvers: { groups: ["gone"] }, required: 1 }), "Always: the group that is gone."],
])("%j", (given, sentence) => {
  expect(describeRule(given, names)).toBe(sentence);
});

test.each<[PolicyProblem, string]>([
  [
    { code: "too_few_approvers", rule: "Big", step: 2, needed: 2, available: 1 },
    "Rule “Big”, step 2: only one person could approve, and it needs 2. Name more approvers, or ask for fewer.",
  ],
  [
    { code: "too_few_approvers", rule: "Big", step: 1, needed: 1, available: 0, when_asked_by: "Sam" },
    "Rule “Big”, step 1: when Sam asks, nobody could approve, and it needs 1. Name more approvers, or ask for fewer.",
  ],
  [
    { code: "too_few_approvers", rule: "Big", needed: 3, available: 2 },
    "Rule “Big”: only 2 people could approve in both steps together, and it needs 3 different people. Name more approvers, or ask for fewer.",
  ],
  [
    { code: "group_in_use", name: "Buyers" },
    "A rule sends requests to “Buyers”. Take the group out of the rule first.",
  ],
])("%j", (problem, sentence) => {
  expect(describePolicyProblem(problem)).toBe(sentence);
});

test("a problem of another release is a sentence too", () => {
  expect(describePolicyProblem({ code: "moon_phase", rule: "Big" })).toContain(
    "Rule “Big”: The check said no (moon_phase)",
  );
  expect(describePolicyProblem({ code: "would_leave_nobody", member: "Bo", reference: "CR-000007" })).toContain(
    "CR-000007",
  );
});
