import type { ChangeView } from "@/lib/change-requests/change-view";
import { addDays } from "@/lib/orders/add-days";

/** A change of a pending request and what it holds on the floor; `line` is null where it concerns the whole order. */
export type StoppedLine = {
  request_id: string;
  reference: string;
  submitted_at: string;
  requester: string;
  change: ChangeView;
  changeNumber: number;
  order_number: string;
  customer: string;
  currency: string;
  line: number | null;
  sku: string | null;
  description: string | null;
  uom: string | null;
  quantity: string | null;
  ship_date: string | null;
  site: string | null;
  site_code: string | null;
  /** The last moment in which it can leave on its day. */
  cutoff_at: string | null;
};

/** What leaves the same place on the same day. */
export type StopGroup = {
  key: string;
  shipDate: string | null;
  site: string | null;
  cutoffAt: string | null;
  lines: StoppedLine[];
};

/** The lines in the order they came, put together by day and site. */
export function groupStopList(lines: readonly StoppedLine[]): StopGroup[] {
  const groups = new Map<string, StopGroup>();
  for (const line of lines) {
    const key = `${line.ship_date ?? ""}|${line.site_code ?? ""}`;
    const group = groups.get(key) ?? {
      key,
      shipDate: line.ship_date,
      site: line.site,
      cutoffAt: line.cutoff_at,
      lines: [],
    };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** How far ahead the list looks. What should have left already is always on it. */
export const stopWindows = {
  today: { label: "Today", days: 0 },
  tomorrow: { label: "Until tomorrow", days: 1 },
  week: { label: "Next 7 days", days: 7 },
} as const;

export type StopWindow = keyof typeof stopWindows;

export type StopSearch = { ships: StopWindow | null; site: string | null };

export function readStopSearch(params: Record<string, string | string[] | undefined>): StopSearch {
  const [ships, site] = [[params.ships].flat()[0], [params.site].flat()[0]];
  return {
    ships: ships !== undefined && Object.hasOwn(stopWindows, ships) ? (ships as StopWindow) : null,
    site: site?.replaceAll("\0", "").slice(0, 60) || null,
  };
}

/** The search as URL parameters, without what is as usual. */
export function stopQuery({ ships, site }: StopSearch): Record<string, string> {
  return { ...(ships && { ships }), ...(site && { site }) };
}

/** The last day on the list, or undefined for all of them. */
export function lastStopDay(ships: StopWindow | null, today: string): string | undefined {
  return ships === null ? undefined : addDays(today, stopWindows[ships].days);
}
