import { StatusBadge } from "@/components/change-requests/status-badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { relativeDays, todayIn } from "@/lib/dates";
import { routes } from "@/lib/routes";

type Props = { request: RequestRow; org: { slug: string; timeZone: string } };

/** One request in two lines: which order, what changes, who asked and how urgent it is. */
export function HomeListRow({ request, org }: Props) {
  const [first, ...more] = request.changes;
  const words = first && describeChange(first, request.currency);
  return (
    <li className="relative flex items-start justify-between gap-4 px-4 py-2.5 text-sm hover:bg-surface-secondary">
      <div className="min-w-0">
        <p className="truncate">
          <TextLink href={routes.request(org.slug, request.reference)} className="after:absolute after:inset-0">
            {request.reference}
          </TextLink>{" "}
          · {request.order_number} · {request.customer}
        </p>
        {words && (
          <p className="text-muted">
            {words.subject} · {words.sentence}
            {more.length > 0 && ` and ${more.length} more`}
          </p>
        )}
        <p className="text-xs text-muted">
          {request.requester}, <RelativeTime at={request.submitted_at} timeZone={org.timeZone} />
          {request.requested_ship_date &&
            ` · ships ${relativeDays(request.requested_ship_date, todayIn(org.timeZone))}`}
        </p>
      </div>
      <StatusBadge status={request.status} />
    </li>
  );
}
