import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { DecidedHere } from "@/components/change-requests/decided-here";
import { QueueCard } from "@/components/change-requests/queue-card";
import { RequestPages } from "@/components/change-requests/request-pages";
import { WaitingCount } from "@/components/change-requests/waiting-count";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { StageBadge } from "@/components/orders/stage-badge";
import { Panel } from "@/components/ui/panel";
import { RefreshButton } from "@/components/ui/refresh-button";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getChecks, listQueue } from "@/lib/change-requests/queries";
import { todayIn } from "@/lib/dates";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ params, searchParams }: PageProps<"/[org]/queue">) {
  const { db, member, org } = await requireMember((await params).org, "approver");
  const page = pageNumber((await searchParams).page);
  const { rows, total } = await forPage(listQueue(db, org.id, page));
  const checks = await forPage(
    getChecks(
      db,
      org.id,
      rows.map(({ id }) => id),
    ),
  );
  const today = todayIn(org.timeZone);
  return (
    <DecidedHere>
      <PageHeader
        title="Queue"
        description={total > 0 && <WaitingCount total={total} shown={rows.map(({ id }) => id)} />}
        actions={<RefreshButton />}
      />
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            Icon={ListChecks}
            title={page > 1 ? "Nothing on this page any more" : "Nothing waits for a decision"}
          >
            New requests appear here, the most urgent ship date first.
          </EmptyState>
        </Panel>
      ) : (
        <ol className="flex flex-col gap-3">
          {rows.map((request) => (
            <li key={`${request.id}:${request.payload_hash}`}>
              <QueueCard
                org={org}
                request={request}
                checks={checks.get(request.id)}
                isOwn={request.requested_by === member.id}
                today={today}
                idempotencyKey={crypto.randomUUID()}
                stage={<StageBadge stage={request.stage} />}
              />
            </li>
          ))}
        </ol>
      )}
      <RequestPages page={page} total={total} shown={rows.length} path={routes.queue(org.slug)} />
    </DecidedHere>
  );
}
