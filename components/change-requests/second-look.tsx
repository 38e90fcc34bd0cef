import { ProblemList } from "@/components/change-requests/problem-list";
import { ThreeWay } from "@/components/change-requests/three-way";
import { Notice } from "@/components/ui/notice";
import type { ChangeView } from "@/lib/change-requests/change-view";
import type { MovedOutcome } from "@/lib/change-requests/decision-outcome";
import { relativeTime } from "@/lib/dates";

type Props = {
  outcome: MovedOutcome;
  changes: readonly ChangeView[];
  /** The version that was on screen when the decision was sent. */
  seenVersion: number;
};

/** Nothing was written because something moved: what, side by side, before the approver decides again. */
export function SecondLook({ outcome, changes, seenVersion }: Props) {
  const { version, order, problems, refusals = [] } = outcome;
  if (outcome.outcome === "conflict") {
    return (
      <Notice tone="danger" isAnnounced title="Nothing was written: the order changed under this request">
        <p className="mb-2">What moved is marked. Send it back so that it can be asked again, or reject it.</p>
        <ThreeWay changes={changes} moved={problems} />
      </Notice>
    );
  }
  if (problems.some(({ code }) => code === "request_moved")) {
    return (
      <Notice tone="warning" isAnnounced title="Nothing was written: the request itself changed">
        <ProblemList problems={problems} />
      </Notice>
    );
  }
  if (refusals.length > 0) {
    return (
      <Notice
        tone="danger"
        isAnnounced
        title={`Nothing was written: the order moved to version ${version}, and this can no longer be done`}
      >
        <ProblemList problems={refusals} />
        <p className="mt-2">Send it back or reject it.</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      isAnnounced
      title={`Nothing was written yet: the order moved from version ${seenVersion} to ${version} ${relativeTime(order.updated_at)}`}
    >
      <p className="mb-2">
        None of the fields of this request moved, and the order is {order.stage.replaceAll("_", " ")}. Look once more,
        then decide on version {version}.
      </p>
      <ThreeWay changes={changes} moved={[]} />
    </Notice>
  );
}
