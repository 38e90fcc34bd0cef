"use client";

import { useEffect, useRef } from "react";
import { ProblemList } from "@/components/change-requests/problem-list";
import { Notice } from "@/components/ui/notice";
import type { AlreadyDecided, SettledOutcome, StepApproved } from "@/lib/change-requests/decision-outcome";
import { relativeTime } from "@/lib/dates";

type Props = {
  outcome: SettledOutcome;
  orderNumber: string;
  requester: string;
};

/** What came of a decision, where the buttons were. Takes the focus they had, so that the keyboard goes on from here. */
export function DecisionResult({ outcome, orderNumber, requester }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} data-settled className="rounded-lg outline-none">
      <Answer outcome={outcome} orderNumber={orderNumber} requester={requester} />
    </div>
  );
}

function Answer({ outcome, orderNumber, requester }: Props) {
  switch (outcome.outcome) {
    case "applied":
      return (
        <Notice tone="success" isAnnounced title={`Approved: ${orderNumber} is version ${outcome.applied_version} now`}>
          {outcome.rejected_changes.length > 0 && `Without ${outcome.rejected_changes.length} of the changes. `}
          {requester} and fulfillment get an e-mail.
        </Notice>
      );
    case "step_approved":
      return (
        <Notice tone="success" isAnnounced title={`Your approval is recorded: ${waitsFor(outcome)}`}>
          {outcome.next.length > 0 && `${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(outcome.next)} `}
          can decide it next. {orderNumber} stays as it is until then.
        </Notice>
      );
    case "rejected":
      return (
        <Notice isAnnounced title="Rejected">
          {requester} gets your note by e-mail. The order stays as it is.
        </Notice>
      );
    case "returned":
      return (
        <Notice isAnnounced title={`Sent back to ${requester}`}>
          They get your note by e-mail and can revise it.
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="danger" isAnnounced title="Not written: the check at the moment of writing said no">
          <ProblemList problems={outcome.problems} />
          <p className="mt-1">The request is closed and {requester} gets an e-mail.</p>
        </Notice>
      );
    case "expired":
      return (
        <Notice tone="warning" isAnnounced title="Too late: the cut-off has passed">
          The request expired {relativeTime(outcome.due_at)}. {orderNumber} stays as it is, and {requester} is told.
        </Notice>
      );
    case "already_decided":
      return (
        <Notice tone="warning" isAnnounced title={sentenceFor(outcome, requester)}>
          {outcome.note && <q>{outcome.note}</q>} Your decision was not recorded.
        </Notice>
      );
  }
}

function waitsFor({ waits_in_step, step, step_count, approvals, required }: StepApproved): string {
  if (waits_in_step > step) return `step ${waits_in_step} of ${step_count} is next`;
  return `${approvals} of ${required} in this step`;
}

const verbs = {
  pending: "approved this already, and it waits for somebody else",
  applied: "approved this",
  rejected: "rejected this",
  returned: "sent this back",
  withdrawn: "withdrew this",
  refused: "tried to approve this, and the check refused it",
} satisfies Record<Exclude<AlreadyDecided["status"], "expired">, string>;

function sentenceFor({ status, decided_by, decided_at, applied_version }: AlreadyDecided, requester: string): string {
  if (status === "expired")
    return `It expired${decided_at ? ` ${relativeTime(decided_at)}` : ""}, before anybody decided`;
  const who = status === "withdrawn" ? requester : (decided_by ?? "Somebody");
  const when = decided_at ? ` ${relativeTime(decided_at)}` : "";
  const version = applied_version === null ? "" : ` (version ${applied_version})`;
  return `${who} ${verbs[status]}${when}${version}`;
}
