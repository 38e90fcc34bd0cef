import "server-only";
import { claimSheetRun } from "@/lib/unattended/commands";
import { runSheet } from "./run-sheet";

/** Longer than the largest sheet takes; after that another worker may take it over. */
const LEASE_SECONDS = 600;

/** Reads the sheets that are due, one after the other; no new one is begun once the time is up. */
export async function importDueSheets({ timeLimitMs }: { timeLimitMs: number }): Promise<Record<string, number>> {
  const end = Date.now() + timeLimitMs;
  const report: Record<string, number> = {};
  while (Date.now() < end) {
    const run = await claimSheetRun(LEASE_SECONDS);
    if (run === null) break;
    if (run === "nothing_to_do") continue;
    const { outcome } = await runSheet(run);
    report[outcome] = (report[outcome] ?? 0) + 1;
  }
  return report;
}
