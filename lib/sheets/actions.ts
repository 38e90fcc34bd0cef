"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import type { SheetRun } from "@/lib/unattended/commands";
import { runSheet } from "./run-sheet";
import { saveSheetSchema, sheetSchema } from "./schema";

export type SaveSheetOutcome = { outcome: "saved" | "already_saved"; sheet_id: string; name: string };

export const saveSheet = formAction(
  { role: "admin", schema: saveSheetSchema },
  async ({ sheet_id, link, name, schedule, hour }, { db, org }): Promise<SaveSheetOutcome> => {
    const outcome: SaveSheetOutcome = await rpc(db, "save_sheet", {
      p_org: org.id,
      // The generated types don't know that an argument may be null.
      p_sheet_id: (sheet_id || null) as string,
      p_name: name,
      p_spreadsheet_id: link.spreadsheetId,
      p_gid: link.gid,
      p_schedule: schedule,
      p_hour: (schedule === "daily" ? hour : null) as number,
    });
    revalidatePath(routes.import(org.slug));
    return outcome;
  },
);

export const removeSheet = formAction(
  { role: "admin", schema: sheetSchema },
  async ({ sheet_id }, { db, org }): Promise<{ outcome: "removed"; name: string }> => {
    const outcome: { outcome: "removed"; name: string } = await rpc(db, "remove_sheet", {
      p_org: org.id,
      p_sheet_id: sheet_id,
    });
    revalidatePath(routes.import(org.slug));
    return outcome;
  },
);

/** Why a click led to no preview. */
export type SheetNotRead = { outcome: "running" | "limited" | "unchanged" | "failed"; message: string };

/** Reads a saved sheet now and opens its preview, where it is imported. */
export const importSheetNow = formAction(
  { role: "admin", schema: sheetSchema },
  async ({ sheet_id }, { db, org }): Promise<SheetNotRead> => {
    const started: { outcome: string; run?: SheetRun } = await rpc(db, "start_sheet_run", {
      p_org: org.id,
      p_sheet_id: sheet_id,
    });
    if (started.outcome === "limited") throw new AppError("rate_limited");
    if (!started.run) {
      return {
        outcome: "running",
        message: "It is being read at this moment. Its preview is among the imports in a minute.",
      };
    }
    const result = await runSheet(started.run);
    revalidatePath(routes.import(org.slug), "layout");
    if (result.outcome === "failed") return { outcome: "failed", message: result.message };
    if (result.outcome === "unchanged") {
      return {
        outcome: "unchanged",
        message: "The sheet is as it was when it was last imported. There is nothing to do.",
      };
    }
    redirect(routes.importRun(org.slug, result.importId));
  },
);
