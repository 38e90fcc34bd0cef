import { isCalendarDate } from "@/lib/dates";
import type { ValueFormats } from "./source-format";

type DateFormat = Pick<ValueFormats, "date" | "date_separator" | "date_padded">;

/** A time of day may follow ("2026-09-03 10:15:00 -0400"); the day is the one written, never shifted by a zone. */
const TIME = "((?:T|\\s+)\\d{1,2}:\\d{2}[^\\n]{0,30})?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);

/** The parts of a written date, before anything is decided about its order. */
export type DateParts = {
  isYearFirst: boolean;
  separator: ValueFormats["date_separator"];
  year: string;
  first: string;
  second: string;
  time: string;
};

export function splitDate(text: string): DateParts | null {
  const yearFirst = YEAR_FIRST.exec(text);
  const match = yearFirst ?? YEAR_LAST.exec(text);
  if (!match) return null;
  const [, a = "", separator, b = "", c = "", time = ""] = match;
  if (separator !== "-" && separator !== "/" && separator !== ".") return null;
  if (yearFirst) return { isYearFirst: true, separator, year: a, first: b, second: c, time };
  return { isYearFirst: false, separator, year: c, first: a, second: b, time };
}

/** "14.09.26" → "2026-09-14". Null for what isn't a date that exists. Two-digit years are of this century. */
export function parseDate(text: string, format: Pick<DateFormat, "date">): string | null {
  const parts = splitDate(text);
  if (!parts || (!parts.isYearFirst && format.date === "iso")) return null;
  const isDayFirst = !parts.isYearFirst && format.date === "dmy";
  const [month, day] = isDayFirst ? [parts.second, parts.first] : [parts.first, parts.second];
  const year = parts.year.length === 2 ? `20${parts.year}` : parts.year;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

/** "2026-09-14" → "9/14/2026 0:00" when `like` is "9/3/2026 0:00". Reading it again gives the same date. */
export function formatDate(value: string, format: DateFormat, like: string): string {
  if (!isCalendarDate(value)) return value;
  const model = parseDate(like.trim(), format) === null ? null : splitDate(like.trim());
  const separator = model?.separator ?? format.date_separator;
  const isPadded = model && showsPadding(model) ? isPaddedDate(model) : format.date_padded;
  const [year = "", month = "", day = ""] = value
    .split("-")
    .map((part, index) => (isPadded || index === 0 ? part : String(Number(part))));
  const time = model?.time ?? "";
  if (model?.isYearFirst || format.date === "iso") return [year, month, day].join(separator) + time;
  const shownYear = model?.year.length === 2 && year.startsWith("20") ? year.slice(2) : year;
  const ordered = format.date === "dmy" ? [day, month, shownYear] : [month, day, shownYear];
  return ordered.join(separator) + time;
}

/** "09/14/2026" shows that the file pads; "12/14/2026" shows nothing; "9/14/2026" shows that it doesn't. */
export function showsPadding(parts: DateParts): boolean {
  return parts.first.length === 1 || parts.second.length === 1 || isPaddedDate(parts);
}

export function isPaddedDate({ first, second }: DateParts): boolean {
  return first.length === 2 && second.length === 2 && (first.startsWith("0") || second.startsWith("0"));
}
