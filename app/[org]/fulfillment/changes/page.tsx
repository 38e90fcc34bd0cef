import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { AcknowledgeForm } from "@/components/fulfillment/acknowledge-form";
import { FloorHead } from "@/components/fulfillment/floor-head";
import { ScanForm } from "@/components/fulfillment/scan-form";
import { UnacknowledgedList } from "@/components/fulfillment/unacknowledged-list";
import { EmptyState } from "@/components/layout/empty-state";
import { PaginationLinks } from "@/components/ui/pagination-links";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { CHANGES_PER_PAGE, getFloorPulse, listUnacknowledged } from "@/lib/fulfillment/queries";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Changes to acknowledge" };

export default async function FloorChangesPage({ params, searchParams }: PageProps<"/[org]/fulfillment/changes">) {
  const { db, member, org } = await requireMember((await params).org);
  const page = pageNumber((await searchParams).page);
  const canAcknowledge = member.roles.includes("fulfillment");
  const [pulse, { changes, total }] = await forPage(
    Promise.all([getFloorPulse(db, org.id), listUnacknowledged(db, org.id, page)]),
  );
  const list = <UnacknowledgedList org={org} changes={changes} canAcknowledge={canAcknowledge} />;
  const href = (to: number) => `${routes.floorChanges(org.slug)}?page=${to}`;
  const start = (page - 1) * CHANGES_PER_PAGE;
  return (
    <>
      <FloorHead
        org={org.slug}
        view="changes"
        pulse={pulse}
        description="Approved and written to the order. Acknowledge each one once you have it on the slip."
      />
      <div className="flex flex-col gap-4">
        {canAcknowledge && (
          <Panel>
            <ScanForm org={org.slug} />
          </Panel>
        )}
        {changes.length === 0 ? (
          <Panel>
            <EmptyState Icon={CircleCheck} title="Every change was seen">
              The next approved change appears here by itself.
            </EmptyState>
          </Panel>
        ) : canAcknowledge ? (
          <AcknowledgeForm org={org.slug}>{list}</AcknowledgeForm>
        ) : (
          list
        )}
        {total > changes.length && (
          <PaginationLinks
            summary={`${start + 1}–${start + changes.length} of ${total.toLocaleString("en-US")}`}
            previousHref={page > 1 ? href(page - 1) : null}
            nextHref={start + changes.length < total ? href(page + 1) : null}
          />
        )}
      </div>
    </>
  );
}
