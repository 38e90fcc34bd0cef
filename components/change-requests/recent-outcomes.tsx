import { RequestGlance } from "@/components/change-requests/request-glance";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Glance } from "@/lib/change-requests/home-queries";
import { routes } from "@/lib/routes";

type Props = {
  org: { slug: string; timeZone: string };
  applied: Glance;
  refused: Glance;
  /** Only one's own, for somebody who only asks. */
  view: "mine" | "all";
};

/** What was written to orders this week, and what the check stopped. */
export function RecentOutcomes({ org, applied, refused, view }: Props) {
  const all = (status: string) => `${routes.requests(org.slug)}?view=${view}&status=${status}`;
  return (
    <>
      <RequestGlance
        org={org.slug}
        title="Applied in the last 7 days"
        glance={applied}
        href={all("applied")}
        empty="No change was written to an order this week."
        aside={({ closed_at, applied_version }) => (
          <>
            version {applied_version}, {closed_at && <RelativeTime at={closed_at} timeZone={org.timeZone} />}
          </>
        )}
      />
      <RequestGlance
        org={org.slug}
        title="Blocked in the last 7 days"
        glance={refused}
        href={all("refused")}
        empty="No attempt to change a locked order this week."
        aside={({ requester, closed_at }) => (
          <>
            {requester}, {closed_at && <RelativeTime at={closed_at} timeZone={org.timeZone} />}
          </>
        )}
      />
    </>
  );
}
