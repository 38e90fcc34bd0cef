import { ColumnChart } from "@/components/ui/column-chart";
import { FigureTable } from "@/components/ui/figure-table";
import { requestsHref } from "@/lib/change-requests/requests-href";
import { behind, type RequestStatistics } from "@/lib/change-requests/statistics";
import { formatShortDate } from "@/lib/dates";
import { durationScale, formatDuration } from "@/lib/duration";
import { addDays } from "@/lib/orders/add-days";

type Props = { org: string; weeks: RequestStatistics["weeks"] };

/** How long requests waited for their decision: the column is the median, the line goes up to where nine of ten were decided. */
export function DecisionTimeChart({ org, weeks }: Props) {
  const href = (from: string) => requestsHref(org, behind(from, addDays(from, 6), { dates: "decided" }));
  const { top, ticks } = durationScale(Math.max(60, ...weeks.map((week) => week.ninetieth_seconds ?? 0)));
  const words = (seconds: number | null) => (seconds === null ? "none" : formatDuration(seconds));
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden data-tone="accent" className="chart-swatch" />
          Half were decided within
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-3 w-2.5 border-t-2 border-foreground/65" />
          Nine of ten within
        </span>
      </figcaption>
      <ColumnChart
        label="Time to decision by week"
        top={top}
        ticks={ticks}
        columns={weeks.map(({ from, decided, median_seconds, ninetieth_seconds }) => ({
          id: from,
          label: formatShortDate(from),
          name: `Week of ${formatShortDate(from)}: ${decided.toLocaleString("en-US")} decided, half within ${words(median_seconds)}, nine of ten within ${words(ninetieth_seconds)}`,
          total: "",
          href: null,
          whisker: ninetieth_seconds ?? undefined,
          parts: [
            {
              id: "median",
              tone: "accent" as const,
              value: median_seconds ?? 0,
              label: `half within ${words(median_seconds)}, nine of ten within ${words(ninetieth_seconds)}`,
              href: href(from),
            },
          ],
        }))}
      />
      <FigureTable
        caption="Time to decision by week"
        head={["Week of", "Decided", "Half within", "Nine of ten within"]}
        rows={weeks.toReversed().map(({ from, decided, median_seconds, ninetieth_seconds }) => ({
          id: from,
          cells: [
            { text: formatShortDate(from) },
            { text: decided.toLocaleString("en-US"), href: href(from) },
            { text: words(median_seconds) },
            { text: words(ninetieth_seconds) },
          ],
        }))}
      />
    </figure>
  );
}
