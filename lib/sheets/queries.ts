import "server-only";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import type { SheetSchedule } from "./schema";
import type { SheetRef } from "./sheet-link";

export type SheetRunState = "running" | "waiting" | "committed" | "unchanged" | "failed";

/** The last reading of a sheet. `message` says what a person should know. */
export type LastRun = {
  state: SheetRunState;
  at: string;
  isScheduled: boolean;
  importId: string | null;
  message: string | null;
  /** It failed for a passing reason and is tried again then. */
  nextAttemptAt: string | null;
};

export type SavedSheet = SheetRef & {
  id: string;
  name: string;
  schedule: SheetSchedule;
  hour: number | null;
  savedBy: string;
  lastRun: LastRun | null;
};

/** The saved sheets by name, each with its last reading. */
export async function listSheets(db: Db, orgId: string): Promise<SavedSheet[]> {
  const rows = await read(
    db
      .from("sheets")
      .select("id, name, spreadsheet_id, gid, schedule, hour, saved_by")
      .eq("org_id", orgId)
      .is("removed_at", null)
      .order("name")
      .limit(50),
  );
  if (rows.length === 0) return [];
  const [people, runs] = await Promise.all([
    read(
      db
        .from("members")
        .select("id, name")
        .eq("org_id", orgId)
        .in("id", [...new Set(rows.map(({ saved_by }) => saved_by))]),
    ),
    Promise.all(rows.map(({ id }) => lastRunOf(db, orgId, id))),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row, at) => ({
    id: row.id,
    name: row.name,
    spreadsheetId: row.spreadsheet_id,
    gid: row.gid,
    schedule: row.schedule,
    hour: row.hour,
    savedBy: names.get(row.saved_by) ?? "",
    lastRun: runs[at] ?? null,
  }));
}

async function lastRunOf(db: Db, orgId: string, sheetId: string): Promise<LastRun | null> {
  const [run] = await read(
    db
      .from("sheet_runs")
      .select("state, slot, is_scheduled, import_id, facts, next_attempt_at, finished_at")
      .eq("org_id", orgId)
      .eq("sheet_id", sheetId)
      .order("slot", { ascending: false })
      .limit(1),
  );
  if (!run) return null;
  const message = (run.facts as { message?: unknown } | null)?.message;
  return {
    state: run.state,
    at: run.finished_at ?? run.slot,
    isScheduled: run.is_scheduled,
    importId: run.import_id,
    message: typeof message === "string" ? message : null,
    nextAttemptAt: run.next_attempt_at,
  };
}
