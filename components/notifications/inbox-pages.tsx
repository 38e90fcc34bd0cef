import { PaginationLinks } from "@/components/ui/pagination-links";
import { type InboxSearch, ITEMS_PER_PAGE, inboxQuery } from "@/lib/notifications/inbox-search";
import { routes } from "@/lib/routes";

type Props = { org: string; search: InboxSearch; shown: number; total: number };

/** Back and forth through what one was told; nothing when it fits on one page. */
export function InboxPages({ org, search, shown, total }: Props) {
  const { page } = search;
  const start = (page - 1) * ITEMS_PER_PAGE;
  if (page === 1 && total <= shown) return null;
  const href = (to: number) => `${routes.notifications(org)}?${new URLSearchParams(inboxQuery(search, { page: to }))}`;
  return (
    <PaginationLinks
      summary={
        shown > 0 ? `${start + 1}–${start + shown} of ${total.toLocaleString("en-US")}` : "Past the end of the list"
      }
      previousHref={page > 1 ? href(page - 1) : null}
      nextHref={start + shown < total ? href(page + 1) : null}
    />
  );
}
