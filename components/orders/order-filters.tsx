import { FilterChips } from "@/components/ui/filter-chips";
import { type OrderSearch, orderSearchHref, type ShipWindow, shipWindows } from "@/lib/orders/order-search";
import { type StageGroup, stageGroups } from "@/lib/orders/stage-groups";

type Props = { org: string; search: OrderSearch };

/** What narrows the list, as links: every view has an address. A chip that is on turns itself off. */
export function OrderFilters({ org, search }: Props) {
  const href = (change: Partial<OrderSearch>) => orderSearchHref(org, search, change);
  const groups = Object.keys(stageGroups) as StageGroup[];
  const windows = Object.keys(shipWindows) as ShipWindow[];
  return (
    <div className="flex items-center gap-x-4 gap-y-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 md:flex-wrap max-md:[&>nav]:shrink-0 max-md:[&>nav]:flex-nowrap max-md:[&_a]:whitespace-nowrap">
      <FilterChips
        label="Stage"
        options={[
          { label: "All stages", href: href({ stages: null }), isActive: search.stages === null },
          ...groups.map((stages) => ({
            label: stageGroups[stages].label,
            href: href({ stages }),
            isActive: search.stages === stages,
          })),
        ]}
      />
      <FilterChips
        label="Requested ship date"
        options={windows.map((ships) => {
          const isActive = search.ships === ships;
          return { label: shipWindows[ships].label, href: href({ ships: isActive ? null : ships }), isActive };
        })}
      />
      <FilterChips
        label="Requests"
        options={[
          {
            label: "Has an open request",
            href: href({ hasOpenRequests: !search.hasOpenRequests }),
            isActive: search.hasOpenRequests,
          },
        ]}
      />
    </div>
  );
}
