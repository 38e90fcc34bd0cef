import type { TypedValues } from "@/lib/result";
import type { Site } from "@/lib/settings/site";

/** The site with what was typed over it, to fill the form again after a refusal. */
export function typedSite(site: Site, values: TypedValues | undefined): Site {
  if (!values) return site;
  const text = (name: string, otherwise: string) => (typeof values[name] === "string" ? values[name] : otherwise);
  const days = values.work_days ?? [];
  return {
    code: text("code", site.code),
    name: text("name", site.name),
    time_zone: text("time_zone", site.time_zone),
    ship_cutoff: text("ship_cutoff", site.ship_cutoff),
    work_days: [days].flat().map(Number),
    is_default: site.is_default,
  };
}
