import { ChartKey } from "@/components/ui/chart-key";
import { type ChartTone, ColumnChart } from "@/components/ui/column-chart";
import { FigureTable } from "@/components/ui/figure-table";
import { requestsHref } from "@/lib/change-requests/requests-href";
import {
  behind,
  countOf,
  type OutcomeGroup,
  outcomeGroups,
  type RequestStatistics,
  totalAsked,
} from "@/lib/change-requests/statistics";
import { formatShortDate } from "@/lib/dates";
import { niceStep } from "@/lib/duration";
import { addDays } from "@/lib/orders/add-days";

type Props = { org: string; weeks: RequestStatistics["weeks"] };

const tones: Record<OutcomeGroup["id"], ChartTone> = {
  applied: "success",
  open: "accent",
  turned_down: "danger",
  blocked: "blocked",
};

/** How many requests were made in each week, and what became of them. */
export function VolumeChart({ org, weeks }: Props) {
  const first = weeks[0]?.from ?? "";
  const last = addDays(weeks.at(-1)?.from ?? "", 6);
  const href = (from: string, until: string, group?: OutcomeGroup) =>
    requestsHref(org, behind(from, until, { statuses: group?.statuses ?? [] }));
  const highest = Math.max(1, ...weeks.map(({ asked }) => totalAsked(asked)));
  const step = niceStep(highest / 3);
  const ticks = Array.from({ length: Math.ceil(highest / step) + 1 }, (_, n) => n * step);
  const inAll = (group: OutcomeGroup) => weeks.reduce((sum, { asked }) => sum + countOf(asked, group), 0);
  return (
    <figure className="flex flex-col gap-3">
      <ChartKey
        items={outcomeGroups.map((group) => ({
          tone: tones[group.id],
          label: group.label,
          count: inAll(group),
          href: href(first, last, group),
        }))}
      />
      <ColumnChart
        label="Requests by week"
        top={ticks.at(-1) ?? 1}
        ticks={ticks.map((at) => ({ at, label: at.toLocaleString("en-US") }))}
        columns={weeks.map(({ from, asked }) => {
          const until = addDays(from, 6);
          const total = totalAsked(asked);
          return {
            id: from,
            label: formatShortDate(from),
            name: `Week of ${formatShortDate(from)}: ${total.toLocaleString("en-US")} asked`,
            total: total.toLocaleString("en-US"),
            href: total > 0 ? href(from, until) : null,
            parts: outcomeGroups.map((group) => ({
              id: group.id,
              tone: tones[group.id],
              value: countOf(asked, group),
              label: `${countOf(asked, group).toLocaleString("en-US")} ${group.label.toLowerCase()}`,
              href: href(from, until, group),
            })),
          };
        })}
      />
      <FigureTable
        caption="Requests by week and what became of them"
        head={["Week of", "Asked", ...outcomeGroups.map(({ label }) => label)]}
        rows={weeks.toReversed().map(({ from, asked }) => ({
          id: from,
          cells: [
            { text: formatShortDate(from) },
            { text: totalAsked(asked).toLocaleString("en-US"), href: href(from, addDays(from, 6)) },
            ...outcomeGroups.map((group) => ({
              text: countOf(asked, group).toLocaleString("en-US"),
              href: href(from, addDays(from, 6), group),
            })),
          ],
        }))}
      />
    </figure>
  );
}
