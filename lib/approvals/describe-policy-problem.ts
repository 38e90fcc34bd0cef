import type { PolicyProblem } from "@/lib/approvals/policy-rule";

/** Why rules, a group or a delegation could not be saved, or what is wrong with the rules now, and what to do about it. */
export function describePolicyProblem(problem: PolicyProblem): string {
  const toSentence = Object.hasOwn(describers, problem.code)
    ? describers[problem.code as keyof typeof describers]
    : describeUnknown;
  return toSentence(problem);
}

const describers = {
  too_few_approvers: ({ rule, step, needed = 1, available = 0, when_asked_by }) =>
    `Rule “${rule ?? "?"}”${step ? `, step ${step}` : ""}: ${when_asked_by ? `when ${when_asked_by} asks, ` : ""}${people(available)} could approve${step ? "" : " in both steps together"}, and it needs ${needed}${step ? "" : " different people"}. Name more approvers, or ask for fewer.`,
  name_taken: ({ name }) => `There is already a group called “${name ?? "?"}”. Choose another name.`,
  group_in_use: ({ name }) => `A rule sends requests to “${name ?? "?"}”. Take the group out of the rule first.`,
  nothing_to_delegate: ({ member }) =>
    `${member ?? "This person"} is not an active approver, so there is nothing to decide for them.`,
  member_cannot_decide: ({ member }) =>
    `${member ?? "This person"} is not an active approver. Choose somebody who is, or give them the role first.`,
  would_leave_nobody: ({ member, reference }) =>
    `Then nobody could decide ${reference ?? "a pending request"}: whoever stands in for its requester may not, and ${member ?? "this person"} is the last who can. Have it decided or withdrawn first, or choose somebody else.`,
} satisfies Record<string, (problem: PolicyProblem) => string>;

function describeUnknown({ code, rule }: PolicyProblem): string {
  return `${rule ? `Rule “${rule}”: ` : ""}The check said no (${code}). Nothing was saved. Reload the page and try again.`;
}

function people(count: number): string {
  if (count <= 0) return "nobody";
  return count === 1 ? "only one person" : `only ${count} people`;
}
