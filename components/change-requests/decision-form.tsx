"use client";

import { buttonVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { useTellDecided } from "@/components/change-requests/decided-here";
import { DecisionResult } from "@/components/change-requests/decision-result";
import { decide, undecided } from "@/components/change-requests/decision-state";
import { LeftOutChanges } from "@/components/change-requests/left-out-changes";
import { SecondLook } from "@/components/change-requests/second-look";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import { hasMoved } from "@/lib/change-requests/decision-outcome";
import type { Problem } from "@/lib/change-requests/problem";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { conflictNote } from "@/lib/change-requests/three-way";

type Props = {
  org: string;
  request: Pick<
    RequestRow,
    "id" | "reference" | "payload_hash" | "order_version" | "order_number" | "requester" | "changes" | "currency"
  >;
  /** Minted when the page was rendered. */
  idempotencyKey: string;
  /** Fields that had moved when the page was rendered. */
  moved: readonly Problem[];
  /** Why the lock would refuse it, when the page was rendered. */
  problems: readonly Problem[];
  /** The page of one request: it loads again after a decision, while the queue keeps its list. */
  refreshes?: boolean;
  /** False once the request is no longer pending. */
  isOpen?: boolean;
};

/** Approve in one click; reject or send back with a note. Sends the version and content that are on screen. */
export function DecisionForm({ org, request, idempotencyKey, moved, problems, refreshes, isOpen = true }: Props) {
  const [state, submit] = useActionState(decide, undecided);
  const router = useRouter();
  const { outcome, result, next } = state;
  const secondLook = outcome && hasMoved(outcome) ? outcome : null;
  const isSettled = outcome !== null && secondLook === null;

  useTellDecided(request.id, isSettled);
  useEffect(() => {
    if (refreshes && isSettled) router.refresh();
  }, [refreshes, isSettled, router]);

  // Once the page says how the request ended, only an answer that it doesn't know is worth repeating.
  if (!isOpen && outcome?.outcome !== "already_decided" && outcome?.outcome !== "step_approved") return null;
  if (outcome && !hasMoved(outcome)) {
    return <DecisionResult outcome={outcome} orderNumber={request.order_number} requester={request.requester} />;
  }
  if (secondLook?.problems.some(({ code }) => code === "request_moved")) {
    return <SecondLook outcome={secondLook} changes={request.changes} seenVersion={request.order_version} />;
  }

  const conflicts = secondLook?.outcome === "conflict" ? secondLook.problems : moved;
  const version = Math.max(request.order_version, next?.version ?? 0);
  const refusals = secondLook?.refusals ?? problems;
  const canApprove = conflicts.length === 0 && refusals.length === 0;
  const blocked = new Set([...conflicts, ...refusals].map(({ change_index }) => (change_index ?? -1) + 1));
  const note = state.note || (conflicts.length > 0 ? conflictNote(request.changes, conflicts) : "");
  const noteError = result && !result.ok ? result.fields?.note : undefined;
  return (
    <form action={submit} aria-label={`Decide ${request.reference}`} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="request_id" value={request.id} />
      <input type="hidden" name="payload_hash" value={request.payload_hash} />
      <input type="hidden" name="expected_version" value={version} />
      <input type="hidden" name="idempotency_key" value={next?.key ?? idempotencyKey} />
      {secondLook && <SecondLook outcome={secondLook} changes={request.changes} seenVersion={request.order_version} />}
      <FormNotice result={result} shownFields={["note"]} />
      <div className="flex flex-wrap items-start gap-2">
        {canApprove && (
          <SubmitButton name="decision" value="approve" size="sm" pendingLabel="Approving…">
            {secondLook ? `Approve with version ${version}` : "Approve"}
          </SubmitButton>
        )}
        <details data-decline open={canApprove ? undefined : true} className="group open:basis-full">
          <summary
            className={buttonVariants({
              variant: "outline",
              size: "sm",
              className: "list-none [&::-webkit-details-marker]:hidden",
            })}
          >
            {request.changes.length > 1 ? "Reject, send back or approve in part" : "Reject or send back"}
            <ChevronDown aria-hidden className="transition-transform group-open:rotate-180" />
          </summary>
          <div className="mt-3 flex max-w-2xl flex-col gap-2">
            <TextareaField
              // A conflict brings its facts along; a typed note stays.
              key={conflicts.length}
              name="note"
              idPrefix={request.id}
              label={`Note to ${request.requester}`}
              description="Needed for all but a whole approval. It goes out by e-mail and stays on the request."
              defaultValue={note}
              error={noteError}
              maxLength={2000}
              rows={3}
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="decision" value="return" variant="secondary" size="sm" pendingLabel="Sending back…">
                Send back
              </SubmitButton>
              <SubmitButton name="decision" value="reject" variant="danger-soft" size="sm" pendingLabel="Rejecting…">
                Reject
              </SubmitButton>
            </div>
            <LeftOutChanges
              // What moved meanwhile is ticked too.
              key={[...blocked].join()}
              changes={request.changes}
              currency={request.currency}
              blocked={blocked}
            />
          </div>
        </details>
      </div>
    </form>
  );
}
