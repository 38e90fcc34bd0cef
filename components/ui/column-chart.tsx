import { cn } from "@heroui/styles";

export type ChartTone = "success" | "accent" | "danger" | "blocked";

export type ChartPart = {
  id: string;
  tone: ChartTone;
  value: number;
  /** "12 applied". */
  label: string;
  href: string;
};

export type ChartColumn = {
  id: string;
  /** Under the column: "9 Nov". */
  label: string;
  /** The whole column in words: "Week of 9 Nov: 34 requests". */
  name: string;
  /** Over the column: "34". */
  total: string;
  /** The rows behind it; null where there are none. */
  href: string | null;
  parts: readonly ChartPart[];
  /** A thin line from the column up to here. */
  whisker?: number;
};

type Props = {
  /** What the columns show, for screen readers. */
  label: string;
  columns: readonly ChartColumn[];
  /** The scale: its highest value, and the lines across with their labels. */
  top: number;
  ticks: readonly { at: number; label: string }[];
  className?: string;
};

/**
 * Columns over time as plain HTML: every part is a link to the rows behind it, the keyboard stops at each column once. Tones
 * differ in pattern as well as in colour. A table with the same figures belongs beside it.
 */
export function ColumnChart({ label, columns, top, ticks, className }: Props) {
  const percent = (value: number) => `${(100 * value) / Math.max(top, 1)}%`;
  return (
    <div className={cn("column-chart", className)} data-dense={columns.length > 20 || undefined}>
      <div aria-hidden className="column-chart-scale">
        {ticks.map((tick) => (
          <span key={tick.at} style={{ bottom: percent(tick.at) }}>
            <span>{tick.label}</span>
          </span>
        ))}
      </div>
      <ol aria-label={label}>
        {columns.map(({ id, name, total, href, parts, whisker, ...column }) => (
          <li key={id}>
            {whisker !== undefined && (
              <span aria-hidden className="column-chart-whisker" style={{ height: percent(whisker) }} />
            )}
            {parts
              .filter(({ value }) => value > 0)
              .map((part) => (
                <a
                  key={part.id}
                  href={part.href}
                  tabIndex={-1}
                  title={`${name}. ${part.label}`}
                  data-tone={part.tone}
                  style={{ height: percent(part.value) }}
                >
                  <span className="sr-only">{part.label}</span>
                </a>
              ))}
            {href ? (
              <a href={href} aria-label={name} className="column-chart-total">
                {total}
              </a>
            ) : (
              <span className="sr-only">{name}</span>
            )}
            <span aria-hidden className="column-chart-label">
              {column.label}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
