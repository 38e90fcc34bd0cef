import { RequestGlance } from "@/components/change-requests/request-glance";
import { StatusBadge } from "@/components/change-requests/status-badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Glance } from "@/lib/change-requests/home-queries";
import type { RequestStatus } from "@/lib/change-requests/request-row";
import { requestsHref } from "@/lib/change-requests/requests-href";

type Props = {
  org: { slug: string; timeZone: string };
  returned: Glance;
  pending: Glance;
  decided: Glance;
  since: string;
};

/** A requester's own: what came back and waits for them, what waits for others, and what was decided lately. */
export function OwnRequests({ org, returned, pending, decided, since }: Props) {
  const all = (...statuses: RequestStatus[]) => requestsHref(org.slug, { view: "mine", statuses });
  return (
    <>
      {returned.total > 0 && (
        <RequestGlance
          org={org.slug}
          title="Sent back to you"
          glance={returned}
          href={all("returned")}
          empty=""
          aside={({ decider, decided_at }) => (
            <>
              by {decider} {decided_at && <RelativeTime at={decided_at} timeZone={org.timeZone} />}
            </>
          )}
        />
      )}
      <RequestGlance
        org={org.slug}
        title="Yours, waiting for a decision"
        glance={pending}
        href={all("pending")}
        empty="Nothing of yours waits for a decision."
        aside={({ submitted_at }) => (
          <>
            sent <RelativeTime at={submitted_at} timeZone={org.timeZone} />
          </>
        )}
      />
      <RequestGlance
        org={org.slug}
        title="Yours, decided in the last 7 days"
        glance={decided}
        href={requestsHref(org.slug, {
          view: "mine",
          statuses: ["applied", "rejected"],
          dates: "decided",
          from: since,
        })}
        empty="Nothing of yours was decided this week."
        aside={({ status, decider, closed_at }) => (
          <span className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
            <StatusBadge status={status} />
            <span>
              {decider}, {closed_at && <RelativeTime at={closed_at} timeZone={org.timeZone} />}
            </span>
          </span>
        )}
      />
    </>
  );
}
