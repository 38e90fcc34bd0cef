import { ProblemList } from "@/components/change-requests/problem-list";
import { ThreeWay } from "@/components/change-requests/three-way";
import { Notice } from "@/components/ui/notice";
import type { RequestChecks, RequestRow } from "@/lib/change-requests/request-row";

type Props = { request: Pick<RequestRow, "changes">; checks: RequestChecks | undefined; isOwn?: boolean };

/** Why a pending request cannot be approved as things stand, before anybody tries. Nothing when it can. */
export function StandingProblems({ request, checks, isOwn }: Props) {
  if (!checks) return null;
  const { moved, problems } = checks;
  const places = new Set(problems.map(({ change_index }) => change_index));
  const isWhole = places.has(undefined) || places.size >= request.changes.length;
  return (
    <>
      {problems.length > 0 && (
        <Notice
          tone="danger"
          title={isWhole ? "This can no longer be written" : "Not all of this can still be written"}
        >
          <ProblemList problems={problems} />
        </Notice>
      )}
      {moved.length > 0 && (
        <Notice tone="warning" title="The order changed under this request">
          <p className="mb-2">
            What moved is marked, so it cannot be approved.{" "}
            {isOwn ? "Withdraw it and ask again." : "Send it back so that it can be asked again, or reject it."}
          </p>
          <ThreeWay changes={request.changes} moved={moved} />
        </Notice>
      )}
    </>
  );
}
