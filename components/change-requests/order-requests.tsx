import { StatusBadge } from "@/components/change-requests/status-badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; requests: RequestRow[] };

const SHOWN = 5;

/** What is already being asked for on an order: who, when, what. */
export function OrderRequests({ org, requests }: Props) {
  return (
    <ul className="divide-y divide-separator">
      {requests.map(({ id, reference, status, requester, submitted_at, changes, currency }) => (
        <li key={id} className="flex flex-col gap-1.5 px-4 py-3 text-sm">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <TextLink href={routes.request(org.slug, reference)}>{reference}</TextLink>
            <StatusBadge status={status} />
            <span className="text-muted">
              {requester}, <RelativeTime at={submitted_at} timeZone={org.timeZone} />
            </span>
          </p>
          <ul className="flex flex-col gap-0.5 text-[0.8125rem] wrap-anywhere">
            {changes.slice(0, SHOWN).map((change) => {
              const { subject, sentence } = describeChange(change, currency);
              return (
                <li key={`${change.kind} ${change.line_id ?? subject}`}>
                  <span className="text-muted">{subject} · </span>
                  {sentence}
                </li>
              );
            })}
            {changes.length > SHOWN && <li className="text-muted">and {changes.length - SHOWN} more</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}
