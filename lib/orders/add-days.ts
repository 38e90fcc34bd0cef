/** A calendar date some days later (or earlier): "2026-02-27" + 3 → "2026-03-02". */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
