import { RequestNarrowing } from "@/components/change-requests/request-narrowing";
import { statusLabel } from "@/components/change-requests/status-badge";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchBox } from "@/components/ui/search-box";
import { TabLinks } from "@/components/ui/tab-links";
import { filterStatuses, type RequestSearch, requestQuery } from "@/lib/change-requests/request-filter";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  search: RequestSearch;
  people: readonly { id: string; name: string }[];
  reasons: readonly { code: string; label: string }[];
};

/** Whose requests, in which state, from when, and a search: all of it in the address. */
export function RequestFilters({ org, search, people, reasons }: Props) {
  const href = (change: Partial<RequestSearch>) =>
    `${routes.requests(org)}?${new URLSearchParams(requestQuery(search, change))}`;
  const { statuses } = search;
  const several = statuses.length > 1 ? [{ label: statuses.map(statusLabel).join(" or "), href: href({}) }] : [];
  return (
    <div className="mb-4 flex flex-col gap-3">
      <TabLinks
        label="Whose requests"
        tabs={[
          { label: "My requests", href: href({ view: "mine" }), isActive: search.view === "mine" },
          { label: "All requests", href: href({ view: "all" }), isActive: search.view === "all" },
        ]}
      />
      <SearchBox label="Request, order, customer, PO or SKU" />
      <FilterChips
        label="Status"
        options={[
          { label: "All", href: href({ statuses: [] }), isActive: statuses.length === 0 },
          ...filterStatuses.map((status) => ({
            label: statusLabel(status),
            href: href({ statuses: [status] }),
            isActive: statuses.length === 1 && statuses[0] === status,
          })),
          ...several.map((chip) => ({ ...chip, isActive: true })),
        ]}
      />
      <RequestNarrowing org={org} search={search} people={people} reasons={reasons} />
    </div>
  );
}
