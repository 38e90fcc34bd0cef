import { PaginationLinks } from "@/components/ui/pagination-links";
import { MAILS_PER_PAGE, type MailSearch, mailQuery } from "@/lib/notifications/mail-search";
import { routes } from "@/lib/routes";

type Props = { org: string; search: MailSearch; shown: number; total: number };

/** Back and forth through the mail; nothing when it fits on one page. */
export function MailPages({ org, search, shown, total }: Props) {
  const { page } = search;
  const start = (page - 1) * MAILS_PER_PAGE;
  if (page === 1 && total <= shown) return null;
  const href = (to: number) => `${routes.mail(org)}?${new URLSearchParams(mailQuery(search, { page: to }))}`;
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
