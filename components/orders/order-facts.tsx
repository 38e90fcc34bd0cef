import { ShipDate } from "@/components/orders/ship-date";
import { KeyValues } from "@/components/ui/key-values";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatTimestamp } from "@/lib/dates";
import { formatMoney, lineAmount } from "@/lib/money";
import type { Order } from "@/lib/orders/order-view";
import { addQuantities } from "@/lib/quantity";

type Props = { order: Order; today: string; timeZone: string };

export function OrderFacts({ order, today, timeZone }: Props) {
  const isOver = order.stage === "shipped" || order.stage === "closed" || order.stage === "cancelled";
  return (
    <KeyValues
      className="lg:grid-cols-5"
      items={[
        { label: "Customer", value: order.customer || null },
        { label: "Customer PO", value: order.customerPo },
        {
          label: "Requested ship date",
          value: <ShipDate date={order.requestedShipDate} today={today} isOver={isOver} />,
        },
        { label: "Status in the order system", value: order.statusWord },
        { label: "Ships to", value: order.shipTo && <span className="whitespace-pre-line">{order.shipTo}</span> },
        { label: "Ship method", value: order.shipMethod },
        {
          label: "Ships from",
          value: order.shipping && (
            <>
              {order.shipping.site}
              {order.shipping.cutoffAt && (
                <span className="block text-xs text-muted">
                  cut-off {formatTimestamp(order.shipping.cutoffAt, order.shipping.timeZone)}
                </span>
              )}
            </>
          ),
        },
        { label: "Value", value: totalOf(order) },
        {
          label: "Version",
          value: (
            <>
              {order.version} <span className="text-muted">· </span>
              <RelativeTime at={order.updatedAt} timeZone={timeZone} className="text-muted" />
            </>
          ),
        },
        // Where orders come from is for admins to see; everybody else gets no name at all.
        ...(order.source ? [{ label: "Source", value: order.source }] : []),
      ]}
    />
  );
}

/** The sum of the priced lines, saying so when some have no price. */
function totalOf({ lines, currency }: Order): string | null {
  const live = lines.filter(({ isRemoved }) => !isRemoved);
  const amounts = live.flatMap(({ ordered, unitPrice }) =>
    unitPrice === null ? [] : [lineAmount(ordered, unitPrice)],
  );
  if (amounts.length === 0) return null;
  const unpriced = live.length - amounts.length;
  const total = formatMoney(amounts.reduce(addQuantities, "0"), currency);
  return unpriced === 0 ? total : `${total} (${unpriced} without a price)`;
}
