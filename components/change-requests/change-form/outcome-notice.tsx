import type { ReactNode } from "react";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { ButtonLink } from "@/components/ui/button-link";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { RefreshButton } from "@/components/ui/refresh-button";
import type { SubmitOutcome } from "@/lib/change-requests/submit-outcome";
import type { ActionResult } from "@/lib/result";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  /** Where to come back to after signing in again. */
  path: string;
  result: ActionResult<SubmitOutcome> | null;
  /** What was said about the request as a whole rather than one of its lines. */
  refusals: readonly Refusal[];
};

/** The answer to the last send, above the form: what happened, what was kept, what to do next. */
export function OutcomeNotice({ org, path, result, refusals }: Props) {
  if (!result) return null;
  if (!result.ok && result.code === "signed_out") {
    return (
      <Notice
        tone="warning"
        isAnnounced
        title="Your session has ended, so nothing was sent"
        actions={
          <ButtonLink href={routes.signIn(path)} size="sm" variant="primary">
            Sign in and come back here
          </ButtonLink>
        }
      >
        What you typed is kept in this tab and will be here again.
      </Notice>
    );
  }
  if (!result.ok) return <FormNotice result={result} shownFields={["reason", "reason_code"]} />;
  const { data } = result;
  switch (data.outcome) {
    case "submitted":
      return (
        <Notice
          tone="success"
          isAnnounced
          title={
            data.replayed
              ? `Already recorded as ${data.reference}: it wasn't sent twice`
              : `Sent for approval as ${data.reference}`
          }
        >
          Opening the request…
        </Notice>
      );
    case "refused":
      return (
        <Notice
          tone="danger"
          isAnnounced
          title="The check said no, so nothing was sent for approval"
          actions={
            <>
              <RequestLink org={org} reference={data.reference} />
              <RefreshButton />
            </>
          }
        >
          <Sentences refusals={refusals}>
            The reasons are at the lines below. What you typed is still here: change it or leave those lines out, then
            send again. The attempt is recorded as {data.reference}.
          </Sentences>
        </Notice>
      );
    case "duplicate":
      return (
        <Notice tone="warning" isAnnounced title="This has already been asked for" actions={references(org, refusals)}>
          <Sentences refusals={refusals} />
        </Notice>
      );
    case "overlap":
      return (
        <Notice
          tone="warning"
          isAnnounced
          title="Somebody already asks for a part of this"
          actions={references(org, refusals)}
        >
          <Sentences refusals={refusals}>
            Nothing was sent, and what you typed is still here. Undo the marked lines and send the rest, or wait for
            that decision.
          </Sentences>
        </Notice>
      );
    case "already_decided":
      return (
        <Notice
          tone="warning"
          isAnnounced
          title={`${data.reference} is no longer waiting for you`}
          actions={<RequestLink org={org} reference={data.reference} />}
        >
          It was sent again or closed in the meantime. Nothing was changed.
        </Notice>
      );
    case "invalid":
      return (
        <Notice tone="danger" isAnnounced title="Something on the form doesn't work yet">
          <Sentences refusals={refusals}>
            Nothing was sent, and what you typed is still here. The marked lines say what to do.
          </Sentences>
        </Notice>
      );
    case "stale":
      // The order's own notice says what moved.
      return null;
  }
}

function Sentences({ refusals, children }: { refusals: readonly Refusal[]; children?: ReactNode }) {
  return (
    <>
      {refusals.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {(children || refusals.length === 0) && <p>{children}</p>}
    </>
  );
}

function references(org: string, refusals: readonly Refusal[]): ReactNode {
  const named = new Set(refusals.flatMap(({ reference }) => reference ?? []));
  return [...named].map((reference) => <RequestLink key={reference} org={org} reference={reference} />);
}

function RequestLink({ org, reference }: { org: string; reference: string }) {
  return (
    <ButtonLink href={routes.request(org, reference)} size="sm">
      Open {reference}
    </ButtonLink>
  );
}
