/**
 * A timestamp as the database prints it ("2026-11-23 17:16:41.8991+00") in UTC with all six digits and no zone, which is
 * how it enters the hash. A Date would lose the microseconds.
 */
export function exactTime(printed: string): string {
  const match = /^(\d{4,}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d(?::?\d\d)?)$/.exec(printed);
  if (!match) throw new RangeError(`not a timestamp of the database: ${printed}`);
  const [, date, time, fraction = "", zone = "Z"] = match;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const seconds = new Date(`${date}T${time}${offset}`).toISOString().slice(0, 19);
  return `${seconds}.${fraction.padEnd(6, "0")}`;
}
