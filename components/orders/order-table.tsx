import { Inbox, Lock } from "lucide-react";
import { ShipDate } from "@/components/orders/ship-date";
import { StageBadge } from "@/components/orders/stage-badge";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/money";
import { type OrderSearch, sortLink } from "@/lib/orders/order-search";
import type { OrderRow } from "@/lib/orders/order-view";
import { routes } from "@/lib/routes";

type Props = { org: string; rows: OrderRow[]; search: OrderSearch; today: string };

export function OrderTable({ org, rows, search, today }: Props) {
  return (
    <DataTable
      caption="Orders"
      columns={columnsFor(org, search, today, hasManySites(rows))}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

/** Where everything leaves from one place, its name on every row says nothing. */
function hasManySites(rows: readonly OrderRow[]): boolean {
  return new Set(rows.map(({ site }) => site)).size > 1;
}

function columnsFor(org: string, search: OrderSearch, today: string, hasSites: boolean): DataColumn<OrderRow>[] {
  return [
    {
      id: "order_number",
      header: "Order",
      phone: "lead",
      sort: sortLink(org, search, "order_number"),
      className: "whitespace-nowrap max-md:whitespace-normal",
      cell: ({ orderNumber }) => (
        <TextLink
          href={routes.order(org, orderNumber)}
          prefetch={false}
          isRowLink
          className="inline-block min-w-20 whitespace-normal wrap-anywhere"
        >
          {orderNumber}
        </TextLink>
      ),
    },
    {
      id: "customer",
      header: "Customer",
      phone: "lead",
      sort: sortLink(org, search, "customer"),
      cell: ({ customer }) => <span className="inline-block min-w-24 wrap-anywhere">{customer}</span>,
    },
    {
      id: "customer_po",
      header: "PO",
      cell: ({ customerPo }) => customerPo && <span className="inline-block min-w-20 wrap-anywhere">{customerPo}</span>,
      className: "text-muted",
    },
    {
      id: "stage",
      header: "Stage",
      cell: ({ stage, statusWord, isLocked }) => (
        <span className="-my-1 inline-flex items-center gap-1.5 align-middle">
          <StageBadge stage={stage} sourceStatus={statusWord} />
          {isLocked && (
            <span title="Locked: nothing on it can change any more">
              <Lock aria-hidden className="size-3.5 text-muted" />
              <span className="sr-only">locked</span>
            </span>
          )}
        </span>
      ),
    },
    {
      id: "requested_ship_date",
      header: "Ships",
      sort: sortLink(org, search, "requested_ship_date"),
      cell: ({ requestedShipDate, stage, shipMethod, site }) => (
        <span className="flex flex-col max-md:items-end">
          <ShipDate
            date={requestedShipDate}
            today={today}
            isOver={stage === "shipped" || stage === "closed" || stage === "cancelled"}
          />
          {(shipMethod || site) && (
            <span
              className="max-w-48 truncate text-xs text-muted"
              title={[shipMethod, site].filter(Boolean).join(" from ")}
            >
              {[shipMethod, hasSites && site].filter(Boolean).join(" · ")}
            </span>
          )}
        </span>
      ),
    },
    {
      id: "lines",
      header: "Lines",
      align: "end",
      phone: "hide",
      cell: ({ lineCount }) => lineCount.toLocaleString("en-US"),
    },
    {
      id: "value",
      header: "Value",
      align: "end",
      cell: ({ value, currency }) =>
        value === null ? <span className="text-muted">no price</span> : formatMoney(value, currency),
    },
    {
      id: "requests",
      header: "Open requests",
      align: "end",
      cell: ({ openRequestCount: count }) =>
        count > 0 && (
          <span className="inline-flex items-center gap-1 font-medium text-accent-soft-foreground">
            <Inbox aria-hidden className="size-3.5" />
            {count}
          </span>
        ),
    },
  ];
}
