import { DataTable } from "@/components/ui/data-table";
import { DueMark } from "@/components/ui/due-mark";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import { formatDate, relativeDays } from "@/lib/dates";
import { groupStopList, type StoppedLine } from "@/lib/fulfillment/stop-list";
import { formatQuantity } from "@/lib/quantity";
import { routes } from "@/lib/routes";

type Props = {
  org: { slug: string; timeZone: string };
  lines: readonly StoppedLine[];
  today: string;
  showsSite: boolean;
};

/**
 * Do not pick, day by day and site by site: what somebody asked to change and nobody has decided yet. Columns are as wide in
 * every panel, so that the eye goes straight down, on paper too.
 */
export function StopList({ org, lines, today, showsSite }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {groupStopList(lines).map(({ key, shipDate, site, cutoffAt, lines: stopped }) => (
        <Panel
          key={key}
          title={[shipDate ? `Ships ${dayText(shipDate, today)}` : "No ship date", showsSite && site]
            .filter(Boolean)
            .join(" · ")}
          aside={<DueMark at={cutoffAt} timeZone={org.timeZone} about="cut-off" />}
          isFlush
        >
          <DataTable
            caption={`Do not pick, ${shipDate ? formatDate(shipDate) : "without a ship date"}`}
            rows={stopped}
            rowKey={({ request_id, changeNumber }) => `${request_id}:${changeNumber}`}
            columns={[
              {
                id: "what",
                header: "Do not pick",
                phone: "lead",
                className: "md:w-[28%] print:w-[28%]",
                cell: (line) => <StoppedThing line={line} />,
              },
              {
                id: "order",
                header: "Order",
                className: "md:w-[22%] print:w-[22%]",
                cell: ({ order_number, customer }) => (
                  <span className="flex min-w-0 flex-col">
                    <TextLink href={routes.order(org.slug, order_number)} className="wrap-anywhere">
                      {order_number}
                    </TextLink>
                    <span className="max-w-52 truncate text-muted">{customer}</span>
                  </span>
                ),
              },
              {
                id: "asked",
                header: "May become",
                className: "md:w-[28%] print:w-[28%]",
                cell: ({ change, currency }) => (
                  <span className="font-medium break-words tabular-nums">
                    {describeChange(change, currency).sentence}
                  </span>
                ),
              },
              {
                id: "request",
                header: "Asked",
                cell: ({ reference, requester, submitted_at }) => (
                  <span className="flex flex-col whitespace-nowrap">
                    <TextLink href={routes.request(org.slug, reference)} className="tabular-nums">
                      {reference}
                    </TextLink>
                    <span className="text-muted">
                      {requester}, <RelativeTime at={submitted_at} timeZone={org.timeZone} />
                    </span>
                  </span>
                ),
              },
            ]}
          />
        </Panel>
      ))}
    </div>
  );
}

function StoppedThing({ line: { line, sku, description, quantity, uom, change } }: { line: StoppedLine }) {
  if (line === null)
    return (
      <span className="flex flex-col">
        <span className="font-semibold">Whole order</span>
        {change.kind === "add_line" && <span className="text-muted">a line may be added</span>}
      </span>
    );
  return (
    <span className="flex min-w-40 flex-col">
      <span className="font-semibold wrap-anywhere">{sku}</span>
      <span className="text-muted">
        line {line} · {formatQuantity(quantity ?? "0")} {uom}
      </span>
      {description && <span className="text-muted">{description}</span>}
    </span>
  );
}

function dayText(date: string, today: string): string {
  return `${relativeDays(date, today)} · ${formatDate(date)}`;
}
