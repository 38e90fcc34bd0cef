import { TotalDifference } from "@/components/change-requests/total-difference";
import { KeyValues } from "@/components/ui/key-values";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { daysMovedWords, totalDifference } from "@/lib/change-requests/change-difference";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { RequestImpact as Impact } from "@/lib/change-requests/impact-queries";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { formatMoney } from "@/lib/money";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; request: RequestRow; impact: Impact };

/** What it comes to, how much of the order that is, and what else is going on with it and its customer. */
export function RequestImpact({ org, request, impact: { order, share, otherOpen, recent } }: Props) {
  const { changes, currency, status } = request;
  const { amount, quantities } = totalDifference(changes);
  return (
    <div className="flex flex-col gap-4 text-sm">
      <KeyValues
        className="sm:grid-cols-2 lg:grid-cols-2"
        items={[
          {
            label: "Moves",
            value:
              amount !== null || quantities.length > 0 ? (
                <TotalDifference changes={changes} currency={currency} />
              ) : (
                "No money, no units"
              ),
          },
          {
            label: status === "pending" ? "Order now" : "Order",
            value: `${order.amount === null ? "No prices" : formatMoney(order.amount, currency)} · ${order.lines} ${order.lines === 1 ? "line" : "lines"}`,
          },
          { label: "Share of the order", value: share === null ? "Unknown" : percent(share) },
          { label: "Ship dates", value: daysMovedWords(changes) },
          { label: "Stock", value: "Not checked: stock is not kept here" },
        ]}
      />
      <List title="Other open requests on this order" empty="None" org={org} rows={otherOpen} time="submitted_at" />
      <List
        title={`Changed lately for ${request.customer || "this customer"}`}
        empty="Nothing"
        org={org}
        rows={recent}
        time="closed_at"
      />
    </div>
  );
}

type ListProps = {
  title: string;
  empty: string;
  org: Props["org"];
  rows: readonly RequestRow[];
  time: "submitted_at" | "closed_at";
};

function List({ title, empty, org, rows, time }: ListProps) {
  return (
    <div>
      <h3 className="text-xs text-muted">{title}</h3>
      {rows.length === 0 && <p>{empty}</p>}
      <ul className="flex flex-col gap-1.5">
        {rows.map((row) => {
          const [first] = row.changes;
          const at = row[time];
          return (
            <li key={row.id} className="min-w-0">
              <TextLink href={routes.request(org.slug, row.reference)} className="tabular-nums">
                {row.reference}
              </TextLink>{" "}
              <span className="text-muted">
                {row.order_number}
                {at && (
                  <>
                    , <RelativeTime at={at} timeZone={org.timeZone} />
                  </>
                )}
              </span>
              {first && (
                <span className="block truncate">
                  {describeChange(first, row.currency).sentence}
                  {row.changes.length > 1 && ` and ${row.changes.length - 1} more`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** "+3.1 %"; what rounds to nothing is said to be little, not nothing. */
function percent(share: number): string {
  if (share !== 0 && Math.abs(share) < 0.001) return "Under 0.1 %";
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.abs(share * 100).toFixed(1)} %`;
}
