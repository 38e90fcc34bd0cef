import type { SheetSchedule } from "./schema";

/** 6 → "06:00". */
export const hourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** When a sheet is read, in a sentence. */
export function scheduleSentence(schedule: SheetSchedule, hour: number | null, timeZone: string): string {
  if (schedule === "hourly") return "It is read every hour.";
  if (schedule === "daily") return `It is read every day at ${hourText(hour ?? 0)} (${timeZone}).`;
  return "It is read when somebody asks for it.";
}

/** The same in few words, for a list. */
export function scheduleText(schedule: SheetSchedule, hour: number | null): string {
  if (schedule === "hourly") return "every hour";
  return schedule === "daily" ? `every day at ${hourText(hour ?? 0)}` : "by hand";
}
