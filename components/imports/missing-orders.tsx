import type { ReactNode } from "react";
import { MissingOrderForm } from "@/components/imports/missing-order-form";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ImportCounts, MissingOrder } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

/** The stage as its badge. */
export type ShownMissingOrder = Omit<MissingOrder, "stage"> & { stage: ReactNode };

type Props = { org: string; importId: string; counts: ImportCounts; orders: ShownMissingOrder[] };

/** Open orders the file no longer has. They are left as they are, unless somebody says here that they are closed. */
export function MissingOrders({ org, importId, counts, orders }: Props) {
  const { missing_orders: missing, closing_orders: closing } = counts;
  if (missing === 0) return null;
  const rest = missing - closing;
  return (
    <Panel
      title="Open orders that are not in this file"
      aside={`${count(rest)} left as they are, ${count(closing)} to be closed`}
      isFlush
    >
      <div className="flex flex-wrap items-center gap-3 border-b border-border px-4 py-3 text-sm">
        <p className="grow text-pretty">
          A file never closes anything by itself. Where the source leaves finished orders out, close them with this
          import.
        </p>
        {rest > 0 && (
          <MissingOrderForm
            org={org}
            importId={importId}
            isClosing
            label={missing === 1 ? "Close it" : `Close all ${count(missing)}`}
          />
        )}
        {closing > 0 && (
          <MissingOrderForm org={org} importId={importId} isClosing={false} label="Leave all as they are" />
        )}
      </div>
      <details open={missing <= FEW ? true : undefined}>
        <summary className="cursor-pointer px-4 py-2.5 text-sm font-medium text-accent-soft-foreground">
          Choose one by one
        </summary>
        <DataTable
          caption="Open orders that are not in this file"
          rows={orders}
          rowKey={({ order_id }) => order_id}
          columns={[
            {
              id: "order",
              header: "Order",
              phone: "lead",
              className: "font-medium wrap-anywhere",
              cell: ({ order_number }) => (
                <TextLink href={routes.order(org, order_number)} prefetch={false}>
                  {order_number}
                </TextLink>
              ),
            },
            { id: "customer", header: "Customer", className: "wrap-anywhere", cell: ({ customer }) => customer },
            { id: "stage", header: "Stage", cell: ({ stage }) => stage },
            {
              id: "requests",
              header: "Open requests",
              cell: ({ open_requests }) =>
                open_requests === 0 ? <span className="text-muted">none</span> : open_requests,
            },
            {
              id: "choice",
              header: "With this import",
              cell: ({ order_id, order_number, is_closing }) => (
                <span className="flex items-center justify-between gap-3 max-md:justify-end">
                  {is_closing ? (
                    <span className="font-medium">closed</span>
                  ) : (
                    <span className="text-muted">left as it is</span>
                  )}
                  <MissingOrderForm
                    org={org}
                    importId={importId}
                    orderId={order_id}
                    isClosing={!is_closing}
                    label={is_closing ? "Leave it" : "Close"}
                    of={order_number}
                  />
                </span>
              ),
            },
          ]}
        />
        {missing > orders.length && (
          <p className="border-t border-border px-4 py-3 text-sm text-muted">
            and {count(missing - orders.length)} more
          </p>
        )}
      </details>
    </Panel>
  );
}

/** As many are shown at once; a long list waits behind its heading. */
const FEW = 10;

const count = (value: number) => value.toLocaleString("en-US");
