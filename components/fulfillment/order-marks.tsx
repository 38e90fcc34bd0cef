import { MarkNote } from "@/components/fulfillment/mark-note";
import { TakeBackForm } from "@/components/fulfillment/take-back-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { Panel } from "@/components/ui/panel";
import type { OrderMark } from "@/lib/fulfillment/order-mark";
import type { Order } from "@/lib/orders/order-view";

type Props = {
  org: { slug: string; timeZone: string };
  order: Pick<Order, "id" | "orderNumber" | "lines">;
  marks: readonly OrderMark[];
  canMark: boolean;
};

/** What fulfillment marked here, and a way back from it. What the order system says by itself meanwhile needs no mark. */
export function OrderMarks({ org, order, marks, canMark }: Props) {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const shown = marks.filter(({ isAhead }) => isAhead);
  if (shown.length === 0) return null;
  return (
    <Panel title="Marked by fulfillment" isFlush>
      <ul className="divide-y divide-separator">
        {shown.map((mark) => {
          const line = mark.lineId ? lines.get(mark.lineId) : undefined;
          const what = line ? `line ${line.position} · ${line.sku}` : "the whole order";
          return (
            <li
              key={mark.lineId ?? "order"}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 text-sm"
            >
              <span className="flex min-w-0 flex-col gap-0.5 wrap-anywhere">
                <span className="font-medium first-letter:uppercase">{what}</span>
                <MarkNote mark={mark} timeZone={org.timeZone} />
              </span>
              {canMark && mark.canBeTakenBack && (
                <DialogButton trigger="Take back" size="sm" title={`Take back that ${what} is ${mark.stage}?`}>
                  <TakeBackForm
                    org={org.slug}
                    orderId={order.id}
                    lineId={mark.lineId}
                    idempotencyKey={crypto.randomUUID()}
                  />
                </DialogButton>
              )}
            </li>
          );
        })}
      </ul>
      <p className="border-t border-separator px-4 py-2.5 text-xs text-muted text-pretty">
        The order system does not say so yet. An import does not undo it; it stays until the order system says as much.
      </p>
    </Panel>
  );
}
