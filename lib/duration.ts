const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "40 min", "3.5 h", "2 days": as exact as a person needs it. Seconds below a minute are "under 1 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return "under 1 min";
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${short(seconds / 3_600)} h`;
  return `${short(seconds / 86_400)} days`;
}

/** A scale from 0 that holds `seconds`: its top and the unit it counts in, in whole steps a person reads at a glance. */
export function durationScale(seconds: number): { top: number; ticks: { at: number; label: string }[] } {
  const [name, unit] = UNITS.find(([, length]) => seconds >= length * 2) ?? (["minute", 60] as const);
  const step = niceStep(Math.max(seconds, 60) / unit / 2) * unit;
  const count = Math.max(1, Math.ceil(seconds / step));
  const label = { day: "d", hour: "h", minute: "min" }[name];
  return {
    top: step * count,
    ticks: Array.from({ length: count + 1 }, (_, n) => ({
      at: n * step,
      label: `${short((n * step) / unit)} ${label}`,
    })),
  };
}

/** 1, 2, 5, 10, 20, 50, …: the first one that is not below `value`. */
export function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= value) ?? power;
}

function short(value: number): string {
  return String(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
}
