import { StatusBadge } from "@/components/change-requests/status-badge";
import { TotalDifference } from "@/components/change-requests/total-difference";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; rows: readonly RequestRow[]; showsRequester: boolean };

/** Requests, one per row: what was asked of which order, and what became of it. */
export function RequestTable({ org, rows, showsRequester }: Props) {
  return (
    <DataTable
      caption="Requests"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "reference",
          header: "Request",
          phone: "lead",
          cell: ({ reference }) => (
            <TextLink href={routes.request(org.slug, reference)} isRowLink className="tabular-nums">
              {reference}
            </TextLink>
          ),
        },
        { id: "status", header: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
        {
          id: "order",
          header: "Order",
          cell: ({ order_number, customer }) => (
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{order_number}</span>
              <span className="max-w-52 truncate text-muted">{customer}</span>
            </span>
          ),
        },
        { id: "changes", header: "Change", cell: (row) => <FirstChange {...row} /> },
        {
          id: "difference",
          header: "Difference",
          align: "end",
          cell: ({ changes, currency }) => <TotalDifference changes={changes} currency={currency} />,
        },
        ...(showsRequester
          ? [{ id: "requester", header: "Requester", cell: ({ requester }: RequestRow) => requester }]
          : []),
        {
          id: "sent",
          header: "Sent",
          cell: ({ submitted_at }) => (
            <RelativeTime at={submitted_at} timeZone={org.timeZone} className="whitespace-nowrap" />
          ),
        },
        { id: "decided", header: "Decided by", cell: ({ decider }) => decider ?? "" },
      ]}
    />
  );
}

function FirstChange({ changes, currency }: Pick<RequestRow, "changes" | "currency">) {
  const [first] = changes;
  if (!first) return null;
  const { subject, sentence } = describeChange(first, currency);
  const rest = changes.length - 1;
  return (
    <span className="flex min-w-0 flex-col">
      <span className="max-w-80 first-letter:uppercase">
        <span className="text-muted">{subject}</span> {sentence}
      </span>
      {rest > 0 && <span className="text-muted">and {rest === 1 ? "one more change" : `${rest} more changes`}</span>}
    </span>
  );
}
