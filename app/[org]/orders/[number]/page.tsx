import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LineRequestNote } from "@/components/change-requests/line-request-note";
import { OrderRequests } from "@/components/change-requests/order-requests";
import { lineMarks } from "@/components/fulfillment/line-marks";
import { OrderMarks } from "@/components/fulfillment/order-marks";
import { UnacknowledgedNote } from "@/components/fulfillment/unacknowledged-note";
import { PageHeader } from "@/components/layout/page-header";
import { ChangeOrderLink } from "@/components/orders/change-order-link";
import { OrderFacts } from "@/components/orders/order-facts";
import { OrderHistory } from "@/components/orders/order-history";
import { OrderLines } from "@/components/orders/order-lines";
import { OrderLockNotice } from "@/components/orders/order-lock-notice";
import { PickedNotice } from "@/components/orders/picked-notice";
import { StageBadge } from "@/components/orders/stage-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";
import { describeEntry } from "@/lib/audit/describe-entry";
import { listEntries } from "@/lib/audit/queries";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listOpenRequestsOfOrder } from "@/lib/change-requests/order-requests";
import { todayIn } from "@/lib/dates";
import { listMarks } from "@/lib/fulfillment/mark-queries";
import { stagesLeft } from "@/lib/fulfillment/mark-stages";
import { listUnacknowledgedOfOrder } from "@/lib/fulfillment/queries";
import { orderLockSentence } from "@/lib/orders/order-lock-sentence";
import { orderNumberFrom } from "@/lib/orders/order-number";
import { isChangeable } from "@/lib/orders/order-view";
import { getOrder } from "@/lib/orders/queries";
import { routes } from "@/lib/routes";

export async function generateMetadata({ params }: PageProps<"/[org]/orders/[number]">): Promise<Metadata> {
  return { title: `Order ${orderNumberFrom((await params).number) ?? ""}` };
}

export default async function OrderPage({ params }: PageProps<"/[org]/orders/[number]">) {
  const { org: slug, number } = await params;
  const { db, member, org } = await requireMember(slug);
  const order = await forPage(getOrder(db, org.id, orderNumberFrom(number)));
  const [requests, history, unacknowledged, marks] = await forPage(
    Promise.all([
      listOpenRequestsOfOrder(db, org.id, order.id),
      listEntries(db, org.id, { orderId: order.id }),
      listUnacknowledgedOfOrder(db, org.id, order.id),
      listMarks(db, org.id, order.id),
    ]),
  );
  const today = todayIn(org.timeZone);
  const lock = orderLockSentence(order, isChangeable(order));
  const canMark = member.roles.includes("fulfillment") || member.roles.includes("admin");
  const [nextMark] = stagesLeft(order.stage);
  return (
    <>
      <PageHeader
        back={{ label: "Orders", href: routes.orders(org.slug) }}
        title={order.orderNumber}
        marks={<StageBadge stage={order.stage} sourceStatus={order.statusWord} />}
        actions={
          <>
            {canMark && nextMark && (
              <ButtonLink href={routes.markProgress(org.slug, order.orderNumber)} variant="outline">
                Mark as {nextMark}…
              </ButtonLink>
            )}
            {!lock && (
              <ChangeOrderLink
                org={org.slug}
                orderNumber={order.orderNumber}
                isRequester={member.roles.includes("requester")}
              />
            )}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {lock && <OrderLockNotice words={lock} />}
        <UnacknowledgedNote org={org.slug} references={unacknowledged} />
        {!lock && order.stage === "picked" && <PickedNotice />}
        <OrderMarks org={org} order={order} marks={marks} canMark={canMark} />
        <Panel>
          <OrderFacts order={order} today={today} timeZone={org.timeZone} />
        </Panel>
        {requests.length > 0 && (
          <Panel title="Open requests" aside={requests.length} isFlush>
            <OrderRequests org={org} requests={requests} />
          </Panel>
        )}
        <Panel title="Lines" aside={order.lines.length} isFlush>
          <OrderLines
            order={order}
            today={today}
            notes={notesOf(org.slug, requests)}
            marks={lineMarks({ org, order, marks, canMark })}
          />
        </Panel>
        <Panel title="History" isFlush>
          <OrderHistory
            entries={history.entries.map((entry) => ({ seq: entry.seq, at: entry.at, sentence: describeEntry(entry) }))}
            hasMore={history.hasOlder}
            timeZone={org.timeZone}
          />
        </Panel>
      </div>
    </>
  );
}

function notesOf(org: string, requests: Awaited<ReturnType<typeof listOpenRequestsOfOrder>>) {
  const notes = new Map<string, ReactNode[]>();
  for (const { reference, requester, changes, currency } of requests) {
    for (const change of changes) {
      if (!change.line_id) continue;
      const note = (
        <LineRequestNote key={`${reference} ${change.kind}`} {...{ org, reference, requester, change, currency }} />
      );
      notes.set(change.line_id, [...(notes.get(change.line_id) ?? []), note]);
    }
  }
  return notes;
}
