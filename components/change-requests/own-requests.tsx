import { RequestGlance } from "@/components/change-requests/request-glance";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Glance } from "@/lib/change-requests/home-queries";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; returned: Glance; pending: Glance };

/** A requester's open requests: what came back and waits for them, then what waits for others. */
export function OwnRequests({ org, returned, pending }: Props) {
  const all = (status: string) => `${routes.requests(org.slug)}?view=mine&status=${status}`;
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
    </>
  );
}
