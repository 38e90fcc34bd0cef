import type { ReactNode } from "react";
import { TotalDifference } from "@/components/change-requests/total-difference";
import { KeyValues } from "@/components/ui/key-values";
import { TextLink } from "@/components/ui/text-link";
import { totalDifference } from "@/lib/change-requests/change-difference";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { formatDate, formatTimestamp } from "@/lib/dates";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; request: RequestRow; stage: ReactNode };

/** Who asked for what of which order, and why. */
export function RequestFacts({ org, request, stage }: Props) {
  const { order_number, customer, customer_po, requested_ship_date, changes, currency } = request;
  const { quantities } = totalDifference(changes);
  return (
    <div className="flex flex-col gap-4">
      <KeyValues
        className="lg:grid-cols-3"
        items={[
          { label: "Order", value: <TextLink href={routes.order(org.slug, order_number)}>{order_number}</TextLink> },
          { label: "Customer", value: customer || null },
          { label: "Customer PO", value: customer_po },
          { label: "Order stage now", value: stage },
          { label: "Order ships", value: requested_ship_date && formatDate(requested_ship_date) },
          ...(quantities.length > 0
            ? [{ label: "In all", value: <TotalDifference changes={changes} currency={currency} /> }]
            : []),
          { label: "Asked by", value: request.requester },
          {
            label: request.round > 1 ? `Sent (round ${request.round})` : "Sent",
            value: formatTimestamp(request.submitted_at, org.timeZone),
          },
          { label: "Asked on version", value: request.base_version },
        ]}
      />
      <div className="text-sm">
        <p className="text-xs text-muted">Reason: {request.reason_label}</p>
        <p className="mt-0.5 whitespace-pre-line break-words text-pretty">{request.reason}</p>
      </div>
    </div>
  );
}
