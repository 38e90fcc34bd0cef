/** The moment a calendar day starts in a time zone, as an ISO timestamp; `daysLater` moves it by whole days. */
export function dayStart(date: string, timeZone: string, daysLater = 0): string {
  const midnight = Date.parse(`${date}T00:00:00Z`) + daysLater * 86_400_000;
  // The offset at the guess may be the one before a change of clocks; the second round asks at the right moment.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString();
}

/** Milliseconds the zone is ahead of UTC. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(time);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
