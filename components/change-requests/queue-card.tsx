import type { ReactNode } from "react";
import { ChangeList } from "@/components/change-requests/change-list";
import { DecisionForm } from "@/components/change-requests/decision-form";
import { OwnPart } from "@/components/change-requests/own-part";
import { SelectRequest } from "@/components/change-requests/queue-selection";
import { StandingProblems } from "@/components/change-requests/standing-problems";
import { TotalDifference } from "@/components/change-requests/total-difference";
import { DueMark } from "@/components/ui/due-mark";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { asSelected, type RequestChecks, type RequestRow } from "@/lib/change-requests/request-row";
import { type Decider, ownPart } from "@/lib/change-requests/routing-queries";
import { routes } from "@/lib/routes";

type Props = {
  org: { slug: string; timeZone: string };
  request: RequestRow;
  checks: RequestChecks | undefined;
  /** Who can decide it now. */
  deciders: readonly Decider[];
  /** The reader. */
  memberId: string;
  idempotencyKey: string;
  /** The order's stage, as its badge. */
  stage: ReactNode;
};

/** Everything an approver needs to decide a request without opening it. */
export function QueueCard({ org, request, checks, deciders, memberId, idempotencyKey, stage }: Props) {
  const { reference, order_number, changes, currency } = request;
  const titleId = `request-${reference}`;
  const part = ownPart(deciders, memberId);
  return (
    <article
      aria-labelledby={titleId}
      data-queue-card
      tabIndex={-1}
      className="group flex flex-col gap-3 rounded-xl border border-border bg-surface p-4 outline-accent focus-visible:outline-2 has-[[data-settled]]:bg-surface-secondary"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 items-start gap-3">
          {part && (
            <span className="group-has-[[data-settled]]:invisible">
              <SelectRequest item={asSelected(request)} />
            </span>
          )}
          <div className="min-w-0">
            <h2 id={titleId} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm wrap-anywhere">
              <TextLink href={routes.request(org.slug, reference)} className="tabular-nums">
                {reference}
              </TextLink>
              <TextLink href={routes.order(org.slug, order_number)} className="text-foreground">
                {order_number}
              </TextLink>
              <span className="font-normal text-muted">{request.customer}</span>
            </h2>
            <p className="mt-0.5 text-xs text-muted">
              {request.requester}, <RelativeTime at={request.submitted_at} timeZone={org.timeZone} />
              {request.round > 1 && ` · round ${request.round}`}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {stage}
          <DueMark at={request.due_at} timeZone={org.timeZone} />
        </div>
      </header>
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
          <ChangeList changes={changes} currency={currency} />
          <p className="text-sm">
            <TotalDifference changes={changes} currency={currency} />
          </p>
        </div>
        <p className="text-sm text-pretty wrap-anywhere">
          <span className="text-muted">{request.reason_label}: </span>
          {request.reason}
        </p>
      </div>
      {!part ? (
        <Notice>{whoDecides(request, deciders, memberId)}</Notice>
      ) : (
        <>
          <div className="flex flex-col gap-2 empty:hidden group-has-[[data-settled]]:hidden">
            <OwnPart request={request} part={part} />
            <StandingProblems request={request} checks={checks} />
          </div>
          <DecisionForm
            org={org.slug}
            request={request}
            idempotencyKey={idempotencyKey}
            moved={checks?.moved ?? []}
            problems={checks?.problems ?? []}
          />
        </>
      )}
    </article>
  );
}

function whoDecides({ requested_by }: RequestRow, deciders: readonly Decider[], memberId: string): string {
  const names = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(deciders.map(({ name }) => name));
  if (requested_by === memberId) return `You asked for this, so somebody else has to decide it: ${names}.`;
  return `This waits for ${names}.`;
}
