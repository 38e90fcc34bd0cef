import { FilterChips } from "@/components/ui/filter-chips";
import { routes } from "@/lib/routes";
import type { Site } from "@/lib/settings/site";

type Props = { org: string; sites: readonly Site[]; code: string };

/** Which site the question is about, where there are several. */
export function SiteChoice({ org, sites, code }: Props) {
  const href = (site: string) => `${routes.setupStep(org, "sites")}?site=${encodeURIComponent(site)}`;
  const isKnown = sites.some((site) => site.code === code);
  if (sites.length < 2 && isKnown) return null;
  return (
    <div className="mb-5">
      <FilterChips
        label="Sites"
        options={[
          ...sites.map((site) => ({ label: site.name, href: href(site.code), isActive: site.code === code })),
          { label: "Another site", href: href(""), isActive: !isKnown },
        ]}
      />
    </div>
  );
}
