import { isCalendarDate } from "@/lib/dates";
import type { ValueFormats } from "./source-format";

type DateFormat = Pick<ValueFormats, "date" | "date_separator" | "date_padded">;

/** A time of day may follow ("2026-09-03 10:15:00 -0400"); the day is the one written, never shifted by a zone. */
const TIME = "((?:T|\\s+)\\d{1,2}:\\d{2}[^\\n]{0,30})?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const COMPACT = /^((?:19|20|21)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/;
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
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year = "", first = "", second = ""] = compact;
    return { isYearFirst: true, separator: "", year, first, second, time: "" };
  }
  const yearFirst = YEAR_FIRST.exec(text);
  const match = yearFirst ?? YEAR_LAST.exec(text);
  if (!match) return null;
  const [, a = "", separator, b = "", c = "", time = ""] = match;
  if (separator !== "-" && separator !== "/" && separator !== ".") return null;
  if (yearFirst) return { isYearFirst: true, separator, year: a, first: b, second: c, time };
  return { isYearFirst: false, separator, year: c, first: a, second: b, time };
}

/** Days since 1900 (or 1904, on old Macs) with the time of day as a fraction, as a workbook's cells hold dates. */
const SERIAL = /^(\d{4,5})([.,]\d{1,15})?$/;
/** 1950 to 2149: outside of it a number in a date column is something else. */
const [FIRST_SERIAL, LAST_SERIAL] = [18_264, 91_312];
const DAYS_1904 = 1_462;
const DAY_MS = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

export function splitSerial(text: string): { days: number; fraction: string } | null {
  const match = SERIAL.exec(text);
  const days = Number(match?.[1]);
  return match && days >= FIRST_SERIAL && days <= LAST_SERIAL ? { days, fraction: match[2] ?? "" } : null;
}

export function dateOfSerial(days: number, epoch: "serial" | "serial1904" = "serial"): string {
  const since1900 = epoch === "serial1904" ? days + DAYS_1904 : days;
  return new Date(SERIAL_ZERO + since1900 * DAY_MS).toISOString().slice(0, 10);
}

/** "14.09.26" → "2026-09-14". Null for what isn't a date that exists. Two-digit years are of this century. */
export function parseDate(text: string, format: Pick<DateFormat, "date">): string | null {
  const serial = format.date === "serial" || format.date === "serial1904" ? splitSerial(text) : null;
  if (serial) return dateOfSerial(serial.days, format.date === "serial1904" ? "serial1904" : "serial");
  const parts = splitDate(text);
  if (!parts || (!parts.isYearFirst && format.date !== "dmy" && format.date !== "mdy")) return null;
  const isDayFirst = !parts.isYearFirst && format.date === "dmy";
  const [month, day] = isDayFirst ? [parts.second, parts.first] : [parts.first, parts.second];
  const year = parts.year.length === 2 ? `20${parts.year}` : parts.year;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

/** Systems without an empty date write the first day they know instead (Dynamics, SQL Server). */
export const isEmptyDate = (date: string): boolean => date === "1900-01-01" || date === "1753-01-01";

/** "2026-09-14" → "9/14/2026 0:00" when `like` is "9/3/2026 0:00". Reading it again gives the same date. */
export function formatDate(value: string, format: DateFormat, like: string): string {
  if (!isCalendarDate(value)) return value;
  if (format.date === "serial" || format.date === "serial1904") return serialOf(value, format.date, like.trim());
  const model = parseDate(like.trim(), format) === null ? null : splitDate(like.trim());
  const separator = model?.separator ?? format.date_separator;
  const isPadded = separator === "" || (model && showsPadding(model) ? isPaddedDate(model) : format.date_padded);
  const [year = "", month = "", day = ""] = value
    .split("-")
    .map((part, index) => (isPadded || index === 0 ? part : String(Number(part))));
  const time = model?.time ?? "";
  if (model?.isYearFirst || format.date === "iso") return [year, month, day].join(separator) + time;
  const shownYear = model?.year.length === 2 && year.startsWith("20") ? year.slice(2) : year;
  const ordered = format.date === "dmy" ? [day, month, shownYear] : [month, day, shownYear];
  return ordered.join(separator) + time;
}

function serialOf(value: string, epoch: "serial" | "serial1904", like: string): string {
  const days = Math.round((Date.parse(value) - SERIAL_ZERO) / DAY_MS) - (epoch === "serial1904" ? DAYS_1904 : 0);
  return `${days}${splitSerial(like)?.fraction ?? ""}`;
}

/** "09/14/2026" shows that the file pads; "12/14/2026" shows nothing; "9/14/2026" shows that it doesn't. */
export function showsPadding(parts: DateParts): boolean {
  return parts.first.length === 1 || parts.second.length === 1 || isPaddedDate(parts);
}

export function isPaddedDate({ first, second }: DateParts): boolean {
  return first.length === 2 && second.length === 2 && (first.startsWith("0") || second.startsWith("0"));
}
