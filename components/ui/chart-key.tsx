import type { ChartTone } from "@/components/ui/column-chart";

type Props = { items: readonly { tone: ChartTone; label: string; href?: string; count?: number }[] };

/** What the tones of a chart mean; each may lead to all the rows of its kind. */
export function ChartKey({ items }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {items.map(({ tone, label, href, count }) => {
        const words = (
          <>
            <span aria-hidden data-tone={tone} className="chart-swatch" />
            {label}
            {count !== undefined && (
              <span className="font-medium text-foreground tabular-nums">{count.toLocaleString("en-US")}</span>
            )}
          </>
        );
        return (
          <li key={label}>
            {href ? (
              <a href={href} className="inline-flex items-center gap-1.5 hover:text-foreground hover:underline">
                {words}
              </a>
            ) : (
              <span className="inline-flex items-center gap-1.5">{words}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
