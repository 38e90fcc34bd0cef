import { HolidayForm } from "@/components/settings/holiday-form";
import { HolidayList } from "@/components/settings/holiday-list";
import { SiteForm } from "@/components/settings/site-form";
import { Panel } from "@/components/ui/panel";
import { type SiteWithHolidays, workDaysWords } from "@/lib/settings/site";

type Props = { org: string; site: SiteWithHolidays; timeZones: readonly { value: string; label: string }[] };

/** One site: its clock and calendar. */
export function SitePanel({ org, site, timeZones }: Props) {
  const { code, name, time_zone, ship_cutoff, work_days, is_default, holidays } = site;
  return (
    <Panel
      title={name}
      aside={`${is_default ? "default · " : ""}“${code}” in files · by ${ship_cutoff} ${time_zone.replaceAll("_", " ")}, ${workDaysWords(work_days)}`}
    >
      <div className="flex flex-col gap-5">
        <SiteForm key={JSON.stringify({ ...site, holidays: 0 })} org={org} site={site} timeZones={timeZones} />
        <div className="flex flex-col gap-3 border-t border-separator pt-4">
          <h3 className="text-sm font-medium">Holidays</h3>
          <HolidayList org={org} site={{ ...site, holidays }} />
          <HolidayForm org={org} site={site} />
        </div>
      </div>
    </Panel>
  );
}
