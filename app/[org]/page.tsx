import type { Metadata } from "next";
import { OwnRequests } from "@/components/change-requests/own-requests";
import { RecentOutcomes } from "@/components/change-requests/recent-outcomes";
import { RequestFigures } from "@/components/change-requests/request-figures";
import { UrgentGlance } from "@/components/change-requests/urgent-glance";
import { FloorGlance } from "@/components/fulfillment/floor-glance";
import { OpenImports } from "@/components/imports/open-imports";
import { PageHeader } from "@/components/layout/page-header";
import { UpkeepPanel } from "@/components/settings/upkeep-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { glanceAtClosed, glanceAtOwn, glanceAtQueue, weekAgo } from "@/lib/change-requests/home-queries";
import { readPeriod } from "@/lib/change-requests/statistics";
import { getStatistics } from "@/lib/change-requests/statistics-queries";
import { formatDate, todayIn } from "@/lib/dates";
import { getFloorPulse, listUnacknowledged } from "@/lib/fulfillment/queries";
import { listImports } from "@/lib/imports/queries";
import { routes } from "@/lib/routes";
import { getUpkeep } from "@/lib/settings/upkeep";

export const metadata: Metadata = { title: "Home" };

/** What needs me now, by role; below it what became of things, this week and over time. */
export default async function HomePage({ params, searchParams }: PageProps<"/[org]">) {
  const { db, member, org } = await requireMember((await params).org);
  const [isApprover, isRequester, isFloor, isAdmin] = (["approver", "requester", "fulfillment", "admin"] as const).map(
    (role) => member.roles.includes(role),
  );
  const onlyAsks = member.roles.length === 1 && isRequester;
  const author = onlyAsks ? member.id : undefined;
  const period = readPeriod((await searchParams).weeks);
  const week = weekAgo(org.timeZone);
  const [queue, own, floor, upkeep, applied, refused, statistics] = await forPage(
    Promise.all([
      isApprover || isAdmin ? glanceAtQueue(db, org.id) : null,
      isRequester
        ? Promise.all([
            glanceAtOwn(db, org.id, member.id, "returned"),
            glanceAtOwn(db, org.id, member.id, "pending"),
            glanceAtClosed(db, org.id, ["applied", "rejected"], week.since, member.id),
          ])
        : null,
      isFloor ? Promise.all([getFloorPulse(db, org.id), listUnacknowledged(db, org.id, 1)]) : null,
      isAdmin ? Promise.all([getUpkeep(db, org.id), listImports(db, org.id, 1)]) : null,
      onlyAsks ? null : glanceAtClosed(db, org.id, ["applied"], week.since),
      glanceAtClosed(db, org.id, ["refused"], week.since, author),
      isApprover || isAdmin ? getStatistics(db, org.id, period) : null,
    ]),
  );
  return (
    <>
      <PageHeader
        title={`Good to see you, ${member.name.split(" ")[0]}`}
        description={formatDate(todayIn(org.timeZone))}
        actions={
          isRequester && (
            <ButtonLink href={routes.orders(org.slug)} variant="primary">
              Change an order
            </ButtonLink>
          )
        }
      />
      <div className="gap-4 *:mb-4 *:break-inside-avoid lg:columns-2">
        {queue && (isApprover || queue.total > 0) && <UrgentGlance org={org} glance={queue} />}
        {floor && <FloorGlance org={org} pulse={floor[0]} changes={floor[1].changes} />}
        {own && <OwnRequests org={org} returned={own[0]} pending={own[1]} decided={own[2]} since={week.firstDay} />}
        {upkeep && (
          <>
            <UpkeepPanel org={org.slug} upkeep={upkeep[0]} />
            <OpenImports org={org} imports={upkeep[1].imports} />
          </>
        )}
        <RecentOutcomes
          org={org}
          applied={applied}
          refused={refused}
          since={week.firstDay}
          view={onlyAsks ? "mine" : "all"}
        />
      </div>
      {statistics && <RequestFigures org={org.slug} statistics={statistics} period={period} />}
    </>
  );
}
