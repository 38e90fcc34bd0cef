import { RequesterFilter } from "@/components/change-requests/requester-filter";
import { statusLabel } from "@/components/change-requests/status-badge";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchBox } from "@/components/ui/search-box";
import { TabLinks } from "@/components/ui/tab-links";
import { filterStatuses, type RequestSearch, requestQuery } from "@/lib/change-requests/request-filter";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  search: RequestSearch;
  requesters: readonly { id: string; name: string }[];
};

/** Whose requests, in which state, and a search: all of it in the address. */
export function RequestFilters({ org, search, requesters }: Props) {
  const href = (change: Partial<RequestSearch>) =>
    `${routes.requests(org)}?${new URLSearchParams(requestQuery(search, change))}`;
  return (
    <div className="mb-4 flex flex-col gap-3">
      <TabLinks
        label="Whose requests"
        tabs={[
          { label: "My requests", href: href({ view: "mine" }), isActive: search.view === "mine" },
          { label: "All requests", href: href({ view: "all" }), isActive: search.view === "all" },
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label="Request, order, customer, PO or SKU" className="min-w-64 grow" />
        {search.view === "all" && <RequesterFilter requesters={requesters} />}
      </div>
      <FilterChips
        label="Status"
        options={[
          { label: "All", href: href({ status: null }), isActive: search.status === null },
          ...filterStatuses.map((status) => ({
            label: statusLabel(status),
            href: href({ status }),
            isActive: search.status === status,
          })),
        ]}
      />
    </div>
  );
}
