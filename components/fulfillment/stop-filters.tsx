import { FilterChips } from "@/components/ui/filter-chips";
import { type StopSearch, type StopWindow, stopQuery, stopWindows } from "@/lib/fulfillment/stop-list";
import { routes } from "@/lib/routes";

type Props = { org: string; search: StopSearch; sites: readonly { code: string; name: string }[] };

/** How far ahead, and from where; each view has an address of its own for the screen on the wall. */
export function StopFilters({ org, search, sites }: Props) {
  const href = (change: Partial<StopSearch>) => {
    const query = new URLSearchParams(stopQuery({ ...search, ...change })).toString();
    return query ? `${routes.fulfillment(org)}?${query}` : routes.fulfillment(org);
  };
  const windows = Object.entries(stopWindows) as [StopWindow, (typeof stopWindows)[StopWindow]][];
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
      <FilterChips
        label="Ships"
        options={[
          { label: "All days", href: href({ ships: null }), isActive: search.ships === null },
          ...windows.map(([ships, { label }]) => ({ label, href: href({ ships }), isActive: search.ships === ships })),
        ]}
      />
      {sites.length > 1 && (
        <FilterChips
          label="Site"
          options={[
            { label: "All sites", href: href({ site: null }), isActive: search.site === null },
            ...sites.map(({ code, name }) => ({
              label: name,
              href: href({ site: code }),
              isActive: search.site === code,
            })),
          ]}
        />
      )}
    </div>
  );
}
