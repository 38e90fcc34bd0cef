import type { ReactNode } from "react";
import { MarkForm } from "@/components/fulfillment/mark-form";
import { OrderMarks } from "@/components/fulfillment/order-marks";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { stagesLeft } from "@/lib/fulfillment/mark-stages";
import type { OrderMark } from "@/lib/fulfillment/order-mark";
import type { Order } from "@/lib/orders/order-view";
import type { OrderStage } from "@/lib/orders/stage-groups";
import { formatQuantity } from "@/lib/quantity";
import { routes } from "@/lib/routes";

type Props = {
  org: { slug: string; timeZone: string };
  order: Order;
  badge: ReactNode;
  marks: readonly OrderMark[];
  requests: readonly RequestRow[];
  /** The line somebody came from. */
  position: number | null;
  canMark: boolean;
};

/** One order as the floor holds it: how far it is, who waits for a change of it, and the buttons. */
export function MarkOrder({ org, order, badge, marks, requests, position, canMark }: Props) {
  const live = order.lines.filter(({ isRemoved }) => !isRemoved);
  const left = stagesLeft(order.stage);
  const markable = live.filter(({ stage }) => stagesLeft(stage).length > 0);
  return (
    <>
      <Panel>
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <p className="min-w-0 wrap-anywhere">
              <TextLink href={routes.order(org.slug, order.orderNumber)} className="text-lg font-semibold">
                {order.orderNumber}
              </TextLink>{" "}
              <span className="block text-sm text-muted">{order.customer}</span>
            </p>
            {badge}
          </div>
          {left.length === 0 && markable.length === 0 ? (
            <Notice>{`This order is ${spelled(order.stage)}: there is nothing left to mark.`}</Notice>
          ) : canMark ? (
            <MarkForm
              key={order.id}
              org={org.slug}
              order={{ id: order.id, number: order.orderNumber }}
              stages={left}
              lines={markable.slice(0, 500).map(({ id, position, sku, ordered, uom, stage }) => ({
                id,
                position,
                sku,
                quantity: `${formatQuantity(ordered)} ${uom ?? ""}`,
                stage: spelled(stage),
              }))}
              requests={requests.map(waiting)}
              lineId={markable.find((line) => line.position === position)?.id ?? null}
              idempotencyKey={crypto.randomUUID()}
            />
          ) : (
            <Notice title="Fulfillment marks orders">Ask an admin for the role if you pick, pack or ship.</Notice>
          )}
        </div>
      </Panel>
      <OrderMarks org={org} order={order} marks={marks} canMark={canMark} />
    </>
  );
}

const spelled = (stage: OrderStage) => stage.replaceAll("_", " ");

function waiting({ reference, requester, changes, currency }: RequestRow) {
  return {
    reference,
    requester: requester ?? "somebody",
    lineIds: changes.flatMap(({ line_id }) => line_id ?? []),
    asks: changes
      .slice(0, 3)
      .map((change) => {
        const { subject, sentence } = describeChange(change, currency);
        return `${subject} ${sentence}`;
      })
      .join("; ")
      .concat(changes.length > 3 ? ` and ${changes.length - 3} more` : ""),
  };
}
