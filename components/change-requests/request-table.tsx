import { StatusBadge } from "@/components/change-requests/status-badge";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { totalDifference } from "@/lib/change-requests/change-difference";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { formatMoneyDifference } from "@/lib/money";
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
            <TextLink href={routes.request(org.slug, reference)} isRowLink className="whitespace-nowrap tabular-nums">
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
              <span className="max-w-52 font-medium wrap-anywhere">{order_number}</span>
              <span className="max-w-52 truncate text-muted">{customer}</span>
            </span>
          ),
        },
        { id: "changes", header: "Change", cell: (row) => <FirstChange {...row} /> },
        {
          id: "amount",
          header: "Amount",
          align: "end",
          cell: ({ changes, currency }) => {
            const { amount } = totalDifference(changes);
            return amount && <span className="whitespace-nowrap">{formatMoneyDifference(amount, currency)}</span>;
          },
        },
        {
          id: "asked",
          header: showsRequester ? "Asked by" : "Asked",
          cell: ({ requester, submitted_at }) => (
            <span className="flex flex-col whitespace-nowrap">
              {showsRequester && requester}
              <RelativeTime at={submitted_at} timeZone={org.timeZone} className="text-muted" />
            </span>
          ),
        },
        {
          id: "decided",
          header: "Decided by",
          cell: ({ decider, decided_at }) =>
            decider && (
              <span className="flex flex-col whitespace-nowrap">
                {decider}
                {decided_at && <RelativeTime at={decided_at} timeZone={org.timeZone} className="text-muted" />}
              </span>
            ),
        },
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
      <span className="max-w-md min-w-40 wrap-anywhere first-letter:uppercase">
        <span className="text-muted">{subject}</span> {sentence}
      </span>
      {rest > 0 && <span className="text-muted">and {rest === 1 ? "one more change" : `${rest} more changes`}</span>}
    </span>
  );
}
