/**
 * Two kinds of time. A calendar date is a `YYYY-MM-DD` string in the shipping site's calendar and is never shifted by a
 * zone; a timestamp is an ISO string from the database, shown in the organization's time zone.
 */
const DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists: "2026-02-30" is not one. */
export function isCalendarDate(text: string): boolean {
  return toUtcDay(text) !== null;
}

/** "2026-09-14" → "Mon 14 Sep 2026". Anything that isn't a calendar date is given back as it is. */
export function formatDate(date: string): string {
  const day = toUtcDay(date);
  return day === null ? date : dateText(day, "UTC");
}

/** "2026-09-14" → "14 Sep", where the year is plain from what stands around it. */
export function formatShortDate(date: string): string {
  const day = toUtcDay(date);
  if (day === null) return date;
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" })
    .format(day)
    .replace("Sept", "Sep");
}

/** "Mon 14 Sep 2026, 09:30" in the organization's zone. */
export function formatTimestamp(timestamp: string, timeZone: string): string {
  const at = new Date(timestamp);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${dateText(at, timeZone)}, ${time.format(at)}`;
}

/** Today's calendar date in a zone. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(now);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. Throws on a date that doesn't exist. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [toUtcDay(from), toUtcDay(to)];
  if (start === null || end === null) throw new RangeError(`not a calendar date: ${start === null ? from : to}`);
  return Math.round((end - start) / DAY);
}

/** "today", "tomorrow", "in 5 days", "3 days ago". */
export function relativeDays(date: string, today: string): string {
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(daysBetween(today, date), "day");
}

/** The move of a date in a difference: "+3 days", "−1 day", "same day". */
export function formatDaysDifference(before: string, after: string): string {
  const days = daysBetween(before, after);
  if (days === 0) return "same day";
  const count = Math.abs(days);
  return `${days < 0 ? "−" : "+"}${count} ${count === 1 ? "day" : "days"}`;
}

const STEPS = [
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "12 minutes ago", "yesterday", "just now"; counted from `now`, in whole units. */
export function relativeTime(timestamp: string, now: Date = new Date()): string {
  const elapsed = new Date(timestamp).getTime() - now.getTime();
  for (const [unit, length] of STEPS) {
    const count = Math.trunc(elapsed / length);
    if (count !== 0) return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(count, unit);
  }
  return "just now";
}

function toUtcDay(date: string): number | null {
  const match = PATTERN.exec(date);
  if (!match) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : time;
}

function dateText(at: number | Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}`;
}
