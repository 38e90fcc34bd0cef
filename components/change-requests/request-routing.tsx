import type { RoundDecision } from "@/lib/change-requests/request-round";
import type { RequestRow } from "@/lib/change-requests/request-row";
import type { Decider } from "@/lib/change-requests/routing-queries";
import { formatTimestamp } from "@/lib/dates";

type Props = {
  request: Pick<RequestRow, "rule_name" | "step" | "step_count" | "due_at">;
  /** Approvals of this round so far. */
  approvals: readonly RoundDecision[];
  deciders: readonly Decider[];
  timeZone: string;
};

/** Which rule it falls under, who has approved, and who can decide it now. */
export function RequestRouting({ request, approvals, deciders, timeZone }: Props) {
  const { rule_name, step, step_count, due_at } = request;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>
        {rule_name ? `Rule “${rule_name}”` : "Any approver"}
        {step_count > 1 && `, step ${step} of ${step_count}`}
      </p>
      {due_at && (
        <p className="text-muted">Expires {formatTimestamp(due_at, timeZone)}, the cut-off of what it touches.</p>
      )}
      {approvals.length > 0 && (
        <p>
          Approved by{" "}
          {new Intl.ListFormat("en-GB").format(
            approvals.map(({ decidedBy, decidedFor }) => (decidedFor ? `${decidedBy} for ${decidedFor}` : decidedBy)),
          )}
        </p>
      )}
      <div>
        <p className="text-xs text-muted">Can decide it now</p>
        <ul>
          {deciders.map(({ memberId, name, onBehalfOf }) => (
            <li key={memberId}>
              {name}
              {onBehalfOf && <span className="text-muted"> for {onBehalfOf}</span>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
