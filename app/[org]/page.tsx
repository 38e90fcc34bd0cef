import type { Metadata } from "next";
import { OwnRequests } from "@/components/change-requests/own-requests";
import { RecentOutcomes } from "@/components/change-requests/recent-outcomes";
import { RequestGlance } from "@/components/change-requests/request-glance";
import { ShipUrgency } from "@/components/change-requests/ship-urgency";
import { OpenImports } from "@/components/imports/open-imports";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { glanceAtClosed, glanceAtOwn, glanceAtQueue, weekAgo } from "@/lib/change-requests/home-queries";
import { formatDate, todayIn } from "@/lib/dates";
import { listImports } from "@/lib/imports/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Home" };

/** What needs me now, by role; below it what became of things this week. */
export default async function HomePage({ params }: PageProps<"/[org]">) {
  const { db, member, org } = await requireMember((await params).org);
  const [isApprover, isRequester, isAdmin] = (["approver", "requester", "admin"] as const).map((role) =>
    member.roles.includes(role),
  );
  const today = todayIn(org.timeZone);
  const since = weekAgo();
  const onlyAsks = member.roles.length === 1 && isRequester;
  const author = onlyAsks ? member.id : undefined;
  const [queue, returned, pending, applied, refused, runs] = await forPage(
    Promise.all([
      isApprover ? glanceAtQueue(db, org.id, member.id) : null,
      isRequester ? glanceAtOwn(db, org.id, member.id, "returned") : null,
      isRequester ? glanceAtOwn(db, org.id, member.id, "pending") : null,
      glanceAtClosed(db, org.id, "applied", since, author),
      glanceAtClosed(db, org.id, "refused", since, author),
      isAdmin ? listImports(db, org.id, 1) : null,
    ]),
  );
  return (
    <>
      <PageHeader
        title={`Good to see you, ${member.name.split(" ")[0]}`}
        description={formatDate(today)}
        actions={
          isRequester && (
            <ButtonLink href={routes.orders(org.slug)} variant="primary">
              Change an order
            </ButtonLink>
          )
        }
      />
      <div className="gap-4 *:mb-4 *:break-inside-avoid lg:columns-2">
        {queue && (
          <RequestGlance
            org={org.slug}
            title="Waiting for your decision"
            glance={queue}
            href={routes.queue(org.slug)}
            empty="Nothing waits for your decision."
            aside={({ requested_ship_date }) => <ShipUrgency date={requested_ship_date} today={today} />}
          />
        )}
        {returned && pending && <OwnRequests org={org} returned={returned} pending={pending} />}
        {runs && <OpenImports org={org} imports={runs.imports} />}
        <RecentOutcomes org={org} applied={applied} refused={refused} view={onlyAsks ? "mine" : "all"} />
      </div>
    </>
  );
}
