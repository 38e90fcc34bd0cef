/** A place that ships. `work_days` counts from 1, Monday; `ship_cutoff` is "16:00" by its own clock. */
export type Site = {
  code: string;
  name: string;
  time_zone: string;
  ship_cutoff: string;
  work_days: number[];
  is_default: boolean;
};

export type Holiday = { day: string; name: string };

export type SiteWithHolidays = Site & { holidays: Holiday[] };

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** "Monday to Friday", "Monday, Wednesday and Friday", "every day". */
export function workDaysWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort();
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)];
  const name = (day: number) => weekdays[day - 1] ?? "";
  if (sorted.length === 7) return "every day";
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)} to ${name(last)}`;
  return new Intl.ListFormat("en-GB").format(sorted.map(name));
}
