import { describeProblem } from "@/lib/change-requests/describe-problem";
import type { Problem } from "@/lib/change-requests/problem";
import type { RequestChecks, RequestRow } from "@/lib/change-requests/request-row";

export type CheckResult = {
  label: string;
  result: "passed" | "failed";
  /** One sentence, or one per problem. */
  sentences: string[];
};

const groups = [
  {
    label: "Fulfillment stage",
    codes: [
      "order_locked",
      "stage_locked",
      "line_locked",
      "line_removed",
      "line_progress_unknown",
      "order_progress_unknown",
    ],
    passed: "The stage allows every change.",
  },
  {
    label: "Already picked",
    codes: ["line_started", "line_not_started", "below_floor", "order_started", "order_packed"],
    passed: "Nothing goes below what is picked or shipped.",
  },
  { label: "Ship dates", codes: ["date_in_past"], passed: "No date lies in the past." },
] as const;

/**
 * The checks of a request, each with its result: for a pending one as they come out right now, for the others as they
 * came out when it was sent or decided. A refusal stops at what failed, so nothing is said about the rest.
 */
export function listChecks(
  request: RequestRow,
  checks: RequestChecks | undefined,
  now: Date = new Date(),
): CheckResult[] {
  if (request.status === "refused") return groupsOf(request.problems, now).filter(({ result }) => result === "failed");
  const earlier =
    request.status === "pending" ? null : `Passed when it was ${request.status === "applied" ? "approved" : "sent"}.`;
  const results = groupsOf(checks?.problems ?? [], now).map((check) =>
    check.result === "passed" && earlier ? { ...check, sentences: [earlier] } : check,
  );
  return [
    ...results,
    {
      label: "Other requests",
      result: "passed",
      sentences: [earlier ?? "No other pending request touches the same."],
    },
    versionCheck(request, checks?.moved ?? [], now),
  ];
}

function groupsOf(problems: readonly Problem[], now: Date): CheckResult[] {
  const known = new Set<string>(groups.flatMap(({ codes }) => codes));
  const other = problems.filter(({ code }) => !known.has(code));
  const results = groups.map(({ label, codes, passed }): CheckResult => {
    const own = problems.filter(({ code }) => codes.some((one) => one === code));
    return own.length > 0
      ? { label, result: "failed", sentences: own.map((problem) => describeProblem(problem, now)) }
      : { label, result: "passed", sentences: [passed] };
  });
  if (other.length === 0) return results;
  return [
    ...results,
    { label: "Other checks", result: "failed", sentences: other.map((one) => describeProblem(one, now)) },
  ];
}

function versionCheck(request: RequestRow, moved: readonly Problem[], now: Date): CheckResult {
  const label = "Order version";
  if (moved.length > 0)
    return { label, result: "failed", sentences: moved.map((problem) => describeProblem(problem, now)) };
  const asked = `Asked on version ${request.base_version}`;
  if (request.applied_version !== null) {
    return { label, result: "passed", sentences: [`${asked}, written as version ${request.applied_version}.`] };
  }
  if (request.status !== "pending") return { label, result: "passed", sentences: [`${asked}.`] };
  const sentence =
    request.order_version === request.base_version
      ? `${asked}, and the order is still at it.`
      : `${asked}. The order is at version ${request.order_version} now, and no field of this request moved.`;
  return { label, result: "passed", sentences: [sentence] };
}
