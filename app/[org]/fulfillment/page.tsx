import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { FloorHead } from "@/components/fulfillment/floor-head";
import { StopFilters } from "@/components/fulfillment/stop-filters";
import { StopList } from "@/components/fulfillment/stop-list";
import { EmptyState } from "@/components/layout/empty-state";
import { PaginationLinks } from "@/components/ui/pagination-links";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { todayIn } from "@/lib/dates";
import { getFloorPulse, LINES_PER_PAGE, listSites, listStopped } from "@/lib/fulfillment/queries";
import { readStopSearch, stopQuery } from "@/lib/fulfillment/stop-list";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Do not pick" };

export default async function FulfillmentPage({ params, searchParams }: PageProps<"/[org]/fulfillment">) {
  const { db, org } = await requireMember((await params).org);
  const given = await searchParams;
  const [search, page, today] = [readStopSearch(given), pageNumber(given.page), todayIn(org.timeZone)];
  const [pulse, { lines, total }, sites] = await forPage(
    Promise.all([getFloorPulse(db, org.id), listStopped(db, org.id, search, today, page), listSites(db, org.id)]),
  );
  const href = (to: number) =>
    `${routes.fulfillment(org.slug)}?${new URLSearchParams({ ...stopQuery(search), page: String(to) })}`;
  const start = (page - 1) * LINES_PER_PAGE;
  return (
    <>
      <FloorHead
        org={org.slug}
        view="stop"
        pulse={pulse}
        description="Somebody asked to change these lines and nobody has decided yet. Leave them until they are off this list."
      />
      <StopFilters org={org.slug} search={search} sites={sites} />
      {lines.length > 0 ? (
        <StopList org={org} lines={lines} today={today} showsSite={sites.length > 1} />
      ) : (
        <Panel>
          <EmptyState Icon={CircleCheck} title="Nothing to leave out">
            No open request touches what ships in this view. Pick as planned.
          </EmptyState>
        </Panel>
      )}
      {total > lines.length && (
        <PaginationLinks
          summary={`${start + 1}–${start + lines.length} of ${total.toLocaleString("en-US")}`}
          previousHref={page > 1 ? href(page - 1) : null}
          nextHref={start + lines.length < total ? href(page + 1) : null}
        />
      )}
    </>
  );
}
