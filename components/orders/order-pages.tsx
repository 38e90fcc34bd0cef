import { PaginationLinks } from "@/components/ui/pagination-links";
import { type OrderSearch, orderSearchHref, PAGE_SIZE } from "@/lib/orders/order-search";

type Props = { org: string; search: OrderSearch; shown: number; total: number };

/** The database stops counting after this many. */
const COUNT_LIMIT = 10_000;

export function OrderPages({ org, search, shown, total }: Props) {
  const isPastTheEnd = shown === 0 && search.page > 1;
  if (shown === 0 && !isPastTheEnd) return null;
  const first = (search.page - 1) * PAGE_SIZE + 1;
  const last = first + shown - 1;
  const count = total > COUNT_LIMIT ? `more than ${number(COUNT_LIMIT)}` : number(total);
  const page = (turned: number) => orderSearchHref(org, search, { page: turned });
  return (
    <PaginationLinks
      summary={isPastTheEnd ? "This page is past the last order." : `${number(first)}–${number(last)} of ${count}`}
      previousHref={search.page > 1 ? page(isPastTheEnd ? 1 : search.page - 1) : null}
      nextHref={last < total && shown === PAGE_SIZE ? page(search.page + 1) : null}
    />
  );
}

function number(count: number): string {
  return count.toLocaleString("en-US");
}
