import { loadavg } from "node:os";

export type Row = (string | number)[];

const tables: string[] = [];

/** Prints a table as soon as its topic is measured, and keeps it for the end. */
export function report(title: string, headers: string[], rows: Row[], note?: string): void {
  const lines = [headers, headers.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const table = [`**${title}** (load ${load()})`, "", ...lines, ...(note ? ["", note] : [])].join("\n");
  tables.push(table);
  process.stdout.write(`\n${table}\n`);
}

/** Everything measured in this run, in Markdown. */
export function allTables(): string {
  return tables.join("\n\n");
}

export const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

/** Three digits are as much as a shared machine tells. */
export function ms(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return "–";
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds >= 1_000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return milliseconds >= 10 ? `${Math.round(milliseconds)} ms` : `${milliseconds.toFixed(1)} ms`;
}

export const count = (value: number): string => Math.round(value).toLocaleString("en-US");
export const times = (factor: number): string => (Number.isFinite(factor) ? `${factor.toFixed(1)} ×` : "–");
export const megabytes = ({ before, peak }: { before: number; peak: number }): string =>
  Number.isNaN(peak) ? "–" : `${Math.round(peak)} MB (+${Math.round(peak - before)})`;
