import { ProblemList } from "@/components/change-requests/problem-list";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import type { RequestRow, RequestStatus } from "@/lib/change-requests/request-row";
import { formatTimestamp } from "@/lib/dates";

type Props = { request: RequestRow; timeZone: string };

const titles = {
  applied: { tone: "success", verb: "Approved" },
  rejected: { tone: "danger", verb: "Rejected" },
  returned: { tone: "warning", verb: "Sent back" },
  refused: { tone: "danger", verb: "Refused by the check" },
  withdrawn: { tone: "info", verb: "Withdrawn" },
  expired: { tone: "info", verb: "Expired" },
} satisfies Record<Exclude<RequestStatus, "pending">, { tone: NoticeTone; verb: string }>;

/** How a request ended or where it stands: who decided, when, with which note, and what was written. */
export function RequestDecision({ request, timeZone }: Props) {
  const { status, decided_at, closed_at, decision_note, applied_version, problems, requester } = request;
  if (status === "pending") return null;
  const { tone, verb } = titles[status];
  const decider = request.decided_for ? `${request.decider} for ${request.decided_for}` : request.decider;
  const who = status === "withdrawn" ? requester : decider;
  const at = status === "withdrawn" ? closed_at : (decided_at ?? closed_at);
  const version = applied_version === null ? "" : `: written as version ${applied_version}`;
  return (
    <Notice tone={tone} title={`${verb}${who ? ` by ${who}` : ""}${version}`}>
      {at && <p className="text-muted">{formatTimestamp(at, timeZone)}</p>}
      {decision_note && (
        <p className="mt-1 whitespace-pre-line break-words">
          {status === "withdrawn" && decider && `${decider} had sent it back: `}
          {decision_note}
        </p>
      )}
      {status === "expired" && (
        <div className="mt-1">
          <p>
            {problems.length > 0
              ? "The order went on before anybody decided. Nothing was changed."
              : "Its cut-off passed before anybody decided. Nothing was changed."}
          </p>
          <ProblemList problems={problems} />
        </div>
      )}
      {status === "refused" && (
        <div className="mt-1">
          <ProblemList problems={problems} />
          {decided_at === null && <p className="mt-1">Nobody had to decide. The attempt is kept on record.</p>}
        </div>
      )}
    </Notice>
  );
}
