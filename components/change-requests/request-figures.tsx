import { DecisionTimeChart } from "@/components/change-requests/decision-time-chart";
import { ReasonChart } from "@/components/change-requests/reason-chart";
import { VolumeChart } from "@/components/change-requests/volume-chart";
import { FilterChips } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { type Period, periods, type RequestStatistics, totalAsked } from "@/lib/change-requests/statistics";
import { formatDuration } from "@/lib/duration";
import { routes } from "@/lib/routes";

type Props = { org: string; statistics: RequestStatistics; period: Period };

/** How the weeks went, for whoever answers for them. Every column and figure leads to the requests behind it. */
export function RequestFigures({ org, statistics, period }: Props) {
  const { weeks, reasons } = statistics;
  const asked = weeks.reduce((sum, week) => sum + totalAsked(week.asked), 0);
  const lastDecided = weeks.findLast(({ decided }) => decided > 0);
  return (
    <section aria-labelledby="figures" className="mt-6">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="figures" className="text-base font-semibold tracking-tight">
          The last {period} weeks
        </h2>
        <FilterChips
          label="Period"
          options={periods.map((choice) => ({
            label: `${choice} weeks`,
            href: `${routes.home(org)}?weeks=${choice}`,
            isActive: choice === period,
          }))}
        />
      </div>
      {asked === 0 ? (
        <Panel>
          <p className="text-sm text-muted">
            Nobody asked for a change in this time. Figures appear with the first request.
          </p>
        </Panel>
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          <Panel title="Requests by week" aside={`${asked.toLocaleString("en-US")} asked`} className="lg:col-span-2">
            <VolumeChart org={org} weeks={weeks} />
          </Panel>
          <Panel
            title="Time to decision"
            aside={
              lastDecided?.median_seconds != null &&
              `half of the last within ${formatDuration(lastDecided.median_seconds)}`
            }
          >
            <DecisionTimeChart org={org} weeks={weeks} />
          </Panel>
          <Panel title="Why people asked">
            <ReasonChart org={org} statistics={{ weeks, reasons }} />
          </Panel>
        </div>
      )}
    </section>
  );
}
