import Link from "next/link";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { Glance } from "@/lib/change-requests/home-queries";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  title: string;
  glance: Glance;
  /** Where all of them are. */
  href: string;
  /** What stands at the end of each row: how soon it ships, when it was decided. */
  aside: (request: RequestRow) => ReactNode;
  /** What an empty list means. */
  empty: string;
  /** A second line, such as why the check said no. */
  note?: (request: RequestRow) => ReactNode;
};

/** The first few of a list of requests, each with what it is about, and the way to the rest. */
export function RequestGlance({ org, title, glance: { rows, total }, href, aside, empty, note }: Props) {
  const heading = total > 0 ? `${title} (${total.toLocaleString("en-US")})` : title;
  return (
    <Panel
      title={heading}
      aside={total > rows.length && <TextLink href={href}>See all</TextLink>}
      isFlush
      className="overflow-hidden"
    >
      {rows.length === 0 && <p className="px-4 py-3 text-sm text-muted">{empty}</p>}
      <ul className="divide-y divide-separator">
        {rows.map((request) => (
          <li key={request.id}>
            <Link
              href={routes.request(org, request.reference)}
              className="block px-4 py-2.5 text-sm -outline-offset-2 hover:bg-surface-secondary"
            >
              <span className="flex items-start justify-between gap-x-4 max-sm:flex-wrap">
                <span className="flex min-w-0 flex-wrap gap-x-2 wrap-anywhere">
                  <span className="font-medium text-accent-soft-foreground tabular-nums">{request.reference}</span>
                  <span className="font-medium">{request.order_number}</span>
                  <span className="truncate text-muted">{request.customer}</span>
                </span>
                <span className="shrink-0 text-end text-xs text-muted">{aside(request)}</span>
              </span>
              <span className="mt-0.5 block text-[0.8125rem] wrap-anywhere">
                <FirstChange {...request} />
              </span>
              {note && <span className="mt-0.5 block text-[0.8125rem] text-muted text-pretty">{note(request)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FirstChange({ changes, currency }: Pick<RequestRow, "changes" | "currency">) {
  const [first] = changes;
  if (!first) return null;
  const { subject, sentence } = describeChange(first, currency);
  const rest = changes.length - 1;
  return (
    <>
      <span className="inline-block text-muted first-letter:uppercase">{subject}</span> {sentence}
      {rest > 0 && <span className="text-muted"> and {rest} more</span>}
    </>
  );
}
