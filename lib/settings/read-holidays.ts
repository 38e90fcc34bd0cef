import { isCalendarDate } from "@/lib/dates";
import type { Holiday } from "@/lib/settings/site";

export type ReadHolidays = { ok: true; days: Holiday[] } | { ok: false; problem: string };

const MAX_DAYS = 400;

/**
 * Days as typed or pasted: one to a line with what it is called after it, or several days on a line. `2026-12-25` is read as
 * it stands; `25.12.2026` too, because dots mean day first; `12/25/2026` only where a number above 12 says which is which.
 */
export function readHolidays(text: string): ReadHolidays {
  const days: Holiday[] = [];
  for (const line of text.split("\n")) {
    const typed = line.trim();
    if (typed === "") continue;
    const words = typed.split(/[\s,;]+/).filter(Boolean);
    const several = words.map(dayOf);
    const ambiguous = words.find((_, at) => several[at] === "ambiguous");
    if (ambiguous !== undefined)
      return { ok: false, problem: `“${ambiguous}” could be two days. Write it as YYYY-MM-DD, like 2026-12-25.` };
    const [first] = several;
    if (!first) return { ok: false, problem: `“${typed.slice(0, 60)}” doesn't begin with a day like 2026-12-25.` };
    if (several.every((day) => day !== null)) days.push(...several.map((day) => ({ day: String(day), name: "" })));
    else
      days.push({
        day: first,
        name: typed
          .slice(words[0]?.length)
          .replace(/^[\s,;]+/, "")
          .slice(0, 120),
      });
  }
  if (days.length > MAX_DAYS) return { ok: false, problem: `Give up to ${MAX_DAYS} days at a time.` };
  return { ok: true, days };
}

function dayOf(text: string): string | "ambiguous" | null {
  if (isCalendarDate(text)) return text;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return isoDay(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!slashed) return null;
  const [, one, two, year] = slashed;
  const [monthFirst, dayFirst] = [isoDay(year, one, two), isoDay(year, two, one)];
  if (monthFirst && dayFirst && monthFirst !== dayFirst) return "ambiguous";
  return monthFirst ?? dayFirst;
}

function isoDay(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(text) ? text : null;
}
