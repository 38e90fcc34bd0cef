import { cn } from "@heroui/styles";
import type { ReactNode } from "react";
import { EligibilityNote } from "@/components/orders/eligibility-note";
import { LineProgress } from "@/components/orders/line-progress";
import { ShipDate } from "@/components/orders/ship-date";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { formatMoney, lineAmount } from "@/lib/money";
import { describeEligibility } from "@/lib/orders/lock-sentences";
import type { Order, OrderLine } from "@/lib/orders/order-view";
import { formatQuantity } from "@/lib/quantity";

type Props = {
  order: Order;
  today: string;
  /** What is already being asked for on a line, by line id. */
  notes: ReadonlyMap<string, ReactNode>;
  /** What stands under a line's progress, by line id. */
  marks: ReadonlyMap<string, ReactNode>;
};

/** The lines with how far each is and what can still be changed on it. Removed lines stay in sight, struck through. */
export function OrderLines({ order, today, notes, marks }: Props) {
  return (
    <DataTable
      caption="Lines"
      columns={columnsFor(order, today, notes, marks)}
      rows={order.lines}
      rowKey={({ id }) => id}
      rowTone={({ isRemoved }) => (isRemoved ? "muted" : undefined)}
    />
  );
}

function columnsFor(
  order: Order,
  today: string,
  notes: Props["notes"],
  marks: Props["marks"],
): DataColumn<OrderLine>[] {
  const isOver = order.stage === "shipped" || order.stage === "closed" || order.stage === "cancelled";
  const columns: DataColumn<OrderLine>[] = [
    {
      id: "position",
      header: "Line",
      align: "end",
      className: "w-10 text-muted",
      cell: ({ position }) => position,
      phone: "hide",
    },
    {
      id: "sku",
      header: "Item",
      phone: "lead",
      cell: ({ position, sku, description, isRemoved }) => (
        <span className="block max-w-80 min-w-40 wrap-anywhere">
          <span className={cn("font-medium", isRemoved && "line-through")}>
            <span className="text-muted md:hidden print:hidden">{position} · </span>
            {sku}
          </span>
          {description && (
            <span className={cn("block text-xs text-muted", isRemoved && "line-through")}>{description}</span>
          )}
        </span>
      ),
    },
    {
      id: "ordered",
      header: "Ordered",
      align: "end",
      cell: ({ ordered, uom, isRemoved }) =>
        isRemoved ? (
          "removed"
        ) : (
          <span className="whitespace-nowrap">
            {formatQuantity(ordered)} {uom && <span className="text-muted">{uom}</span>}
          </span>
        ),
    },
    {
      id: "progress",
      header: "Progress",
      cell: (line) =>
        line.isRemoved ? null : (
          <span className="flex max-w-56 flex-col gap-1 max-md:items-end">
            <LineProgress line={line} />
            {marks.get(line.id)}
          </span>
        ),
    },
    {
      id: "ships",
      header: "Ships",
      cell: ({ requestedShipDate, isRemoved }) =>
        isRemoved ? null : <ShipDate date={requestedShipDate} today={today} isOver={isOver} none="with the order" />,
    },
    {
      id: "amount",
      header: "Amount",
      align: "end",
      cell: ({ ordered, unitPrice, isRemoved }) =>
        isRemoved ? null : <Amount ordered={ordered} unitPrice={unitPrice} currency={order.currency} />,
    },
    {
      id: "eligibility",
      header: "What can change",
      className: "max-md:flex-col max-md:gap-0.5! max-md:text-start! max-md:pt-1.5!",
      cell: (line) => (
        <span className="flex max-w-64 flex-col gap-1 max-md:max-w-none">
          {!order.isLocked && <LineEligibility line={line} isAskedFor={notes.has(line.id)} />}
          {notes.get(line.id)}
        </span>
      ),
    },
  ];
  // Under a locked order every line would say the same; the notice above has said it.
  return columns.filter(({ id }) => id !== "eligibility" || !order.isLocked || notes.size > 0);
}

/** Nothing for a free line that somebody already asks to change: that is what there is to know about it. */
function LineEligibility({ line, isAskedFor }: { line: OrderLine; isAskedFor: boolean }) {
  const eligibility = describeEligibility(line);
  return eligibility.tone === "open" && isAskedFor ? null : <EligibilityNote eligibility={eligibility} />;
}

function Amount({ ordered, unitPrice, currency }: { ordered: string; unitPrice: string | null; currency: string }) {
  if (unitPrice === null) return <span className="text-muted">no price</span>;
  return (
    <span className="flex flex-col items-end whitespace-nowrap">
      {formatMoney(lineAmount(ordered, unitPrice), currency)}
      <span className="text-xs text-muted">{formatMoney(unitPrice, currency)} each</span>
    </span>
  );
}
