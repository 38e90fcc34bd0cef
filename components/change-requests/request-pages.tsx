import { PaginationLinks } from "@/components/ui/pagination-links";
import { REQUESTS_PER_PAGE } from "@/lib/change-requests/requests-per-page";

type Props = { page: number; total: number; shown: number; path: string; query?: Record<string, string> };

/** Back and forth through a list of requests; nothing when it fits on one page. */
export function RequestPages({ page, total, shown, path, query = {} }: Props) {
  const start = (page - 1) * REQUESTS_PER_PAGE;
  if (page === 1 && total <= shown) return null;
  const href = (to: number) => `${path}?${new URLSearchParams({ ...query, page: String(to) })}`;
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
