import { RequestGlance } from "@/components/change-requests/request-glance";
import { RelativeTime } from "@/components/ui/relative-time";
import { describeProblem } from "@/lib/change-requests/describe-problem";
import type { Glance } from "@/lib/change-requests/home-queries";
import { requestsHref } from "@/lib/change-requests/requests-href";

type Props = {
  org: { slug: string; timeZone: string };
  /** Left out for somebody who has them elsewhere on the page. */
  applied: Glance | null;
  refused: Glance;
  /** The first day of the week they are from. */
  since: string;
  /** Only one's own, for somebody who only asks. */
  view: "mine" | "all";
};

/** What the check stopped this week, who asked and why, and what was written to orders. */
export function RecentOutcomes({ org, applied, refused, since, view }: Props) {
  return (
    <>
      <RequestGlance
        org={org.slug}
        title="Blocked in the last 7 days"
        glance={refused}
        href={requestsHref(org.slug, { view, statuses: ["refused"], from: since })}
        empty="No attempt to change a locked order this week."
        aside={({ requester, closed_at }) => (
          <>
            {requester}, {closed_at && <RelativeTime at={closed_at} timeZone={org.timeZone} />}
          </>
        )}
        note={({ problems: [problem] }) => problem && describeProblem(problem)}
      />
      {applied && (
        <RequestGlance
          org={org.slug}
          title="Applied in the last 7 days"
          glance={applied}
          href={requestsHref(org.slug, { view, statuses: ["applied"], dates: "decided", from: since })}
          empty="No change was written to an order this week."
          aside={({ closed_at, applied_version }) => (
            <>
              version {applied_version}, {closed_at && <RelativeTime at={closed_at} timeZone={org.timeZone} />}
            </>
          )}
        />
      )}
    </>
  );
}
