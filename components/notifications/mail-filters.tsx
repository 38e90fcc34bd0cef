import { FilterChips } from "@/components/ui/filter-chips";
import { SearchBox } from "@/components/ui/search-box";
import type { MailTrouble } from "@/lib/notifications/mail-queries";
import { type MailSearch, type MailView, mailQuery, mailViews } from "@/lib/notifications/mail-search";
import { routes } from "@/lib/routes";

type Props = { org: string; search: MailSearch; trouble: MailTrouble };

const labels = {
  all: "All",
  waiting: "Waiting",
  dead: "Given up",
  suppressed: "Held",
  bounced: "Came back",
  sent: "Handed over",
} satisfies Record<MailView, string>;

/** Which mail, and a search: all of it in the address. */
export function MailFilters({ org, search, trouble }: Props) {
  const counts: Partial<Record<MailView, number>> = {
    waiting: trouble.waiting,
    dead: trouble.dead,
    suppressed: trouble.suppressed,
  };
  return (
    <div className="flex flex-col gap-3">
      <SearchBox label="Recipient, request or order number" className="max-w-xl" />
      <FilterChips
        label="State"
        options={mailViews.map((view) => ({
          label: labels[view],
          href: `${routes.mail(org)}?${new URLSearchParams(mailQuery(search, { view }))}`,
          isActive: search.view === view,
          count: counts[view] || undefined,
        }))}
      />
    </div>
  );
}
