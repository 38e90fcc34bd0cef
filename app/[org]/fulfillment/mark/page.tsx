import { ScanBarcode } from "lucide-react";
import type { Metadata } from "next";
import { FindOrderForm } from "@/components/fulfillment/find-order-form";
import { FloorHead } from "@/components/fulfillment/floor-head";
import { MarkOrder } from "@/components/fulfillment/mark-order";
import { EmptyState } from "@/components/layout/empty-state";
import { StageBadge } from "@/components/orders/stage-badge";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listOpenRequestsOfOrder } from "@/lib/change-requests/order-requests";
import { findOrderNumber, listMarks } from "@/lib/fulfillment/mark-queries";
import { getFloorPulse } from "@/lib/fulfillment/queries";
import { getOrder } from "@/lib/orders/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Mark picked" };

export default async function MarkPage({ params, searchParams }: PageProps<"/[org]/fulfillment/mark">) {
  const { db, member, org } = await requireMember((await params).org);
  const given = await searchParams;
  const typed = ([given.order].flat()[0] ?? "").replaceAll("\0", "").trim().slice(0, 64);
  const position = Number([given.line].flat()[0]) || null;
  const [pulse, order] = await Promise.all([
    forPage(getFloorPulse(db, org.id)),
    typed ? findOrderNumber(db, org.id, typed).then((number) => getOrder(db, org.id, number)) : null,
  ]);
  const [marks, requests] = order
    ? await forPage(Promise.all([listMarks(db, org.id, order.id), listOpenRequestsOfOrder(db, org.id, order.id)]))
    : [[], []];
  return (
    <>
      <FloorHead
        org={org.slug}
        view="mark"
        pulse={pulse}
        description="Say here what you picked, packed or shipped when your order system tells us only once a day. It locks at once."
      />
      <div className="flex max-w-3xl flex-col gap-4">
        <Panel>
          <FindOrderForm path={routes.markProgress(org.slug)} typed={typed} />
        </Panel>
        {typed && !order && (
          <Notice tone="danger" isAnnounced>
            There is no order {typed}. Check the number on the slip, or look it up under Orders.
          </Notice>
        )}
        {order && (
          <MarkOrder
            key={order.id}
            org={org}
            order={order}
            badge={<StageBadge stage={order.stage} sourceStatus={order.statusWord} />}
            marks={marks}
            requests={requests.filter(({ status }) => status === "pending")}
            position={position}
            canMark={member.roles.includes("fulfillment") || member.roles.includes("admin")}
          />
        )}
        {!typed && (
          <Panel>
            <EmptyState Icon={ScanBarcode} title="Scan the slip">
              You will see who is waiting for a change of the order before you mark it.
            </EmptyState>
          </Panel>
        )}
      </div>
    </>
  );
}
