import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BulkBar } from "@/components/change-requests/bulk-bar";
import { DecidedHere } from "@/components/change-requests/decided-here";
import { QueueCard } from "@/components/change-requests/queue-card";
import { QueueKeys } from "@/components/change-requests/queue-keys";
import { QueueSelection } from "@/components/change-requests/queue-selection";
import { RequestPages } from "@/components/change-requests/request-pages";
import { WaitingCount } from "@/components/change-requests/waiting-count";
import { NotSeenNote } from "@/components/fulfillment/not-seen-note";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { StageBadge } from "@/components/orders/stage-badge";
import { Panel } from "@/components/ui/panel";
import { RefreshButton } from "@/components/ui/refresh-button";
import { TabLinks } from "@/components/ui/tab-links";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getChecks, listMyQueue, listQueue } from "@/lib/change-requests/queries";
import { asSelected } from "@/lib/change-requests/request-row";
import { hasOwnToDecide, listDeciders, ownPart } from "@/lib/change-requests/routing-queries";
import { getFloorPulse } from "@/lib/fulfillment/queries";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ params, searchParams }: PageProps<"/[org]/queue">) {
  const { db, member, org } = await requireMember((await params).org);
  const given = await searchParams;
  const [page, isAll] = [pageNumber(given.page), given.view === "all"];
  // Admins only while something is theirs to decide: where no approver is left, or it was handed to them.
  if (!member.roles.includes("approver") && !(await forPage(hasOwnToDecide(db, org.id)))) forbidden();
  const [{ rows, total }, pulse] = await forPage(
    Promise.all([(isAll ? listQueue : listMyQueue)(db, org.id, page), getFloorPulse(db, org.id)]),
  );
  const ids = rows.map(({ id }) => id);
  const [checks, deciders] = await forPage(Promise.all([getChecks(db, org.id, ids), listDeciders(db, org.id, ids)]));
  const mine = rows.filter(({ id }) => ownPart(deciders.get(id), member.id));
  const path = routes.queue(org.slug);
  return (
    <DecidedHere>
      <QueueSelection>
        <PageHeader
          title="Queue"
          description={total > 0 && <WaitingCount total={total} shown={ids} />}
          actions={
            <>
              <QueueKeys />
              <RefreshButton />
            </>
          }
        />
        <div className="mb-4">
          <TabLinks
            label="Queue"
            tabs={[
              { label: "Yours to decide", href: path, isActive: !isAll },
              { label: "Everything that waits", href: `${path}?view=all`, isActive: isAll },
            ]}
          />
        </div>
        <NotSeenNote org={org.slug} count={pulse.toAcknowledge} />
        <BulkBar org={org.slug} idempotencyKey={crypto.randomUUID()} shown={mine.map(asSelected)} />
        {rows.length === 0 ? (
          <Panel>
            <EmptyState
              Icon={ListChecks}
              title={page > 1 ? "Nothing on this page any more" : "Nothing waits for a decision"}
            >
              New requests appear here, the next cut-off first.
            </EmptyState>
          </Panel>
        ) : (
          <ol className="flex flex-col gap-3">
            {rows.map((request) => (
              <li key={`${request.id}:${request.payload_hash}:${request.step}`}>
                <QueueCard
                  org={org}
                  request={request}
                  checks={checks.get(request.id)}
                  deciders={deciders.get(request.id) ?? []}
                  memberId={member.id}
                  idempotencyKey={crypto.randomUUID()}
                  stage={<StageBadge stage={request.stage} />}
                />
              </li>
            ))}
          </ol>
        )}
        <RequestPages page={page} total={total} shown={rows.length} path={path} query={isAll ? { view: "all" } : {}} />
      </QueueSelection>
    </DecidedHere>
  );
}
