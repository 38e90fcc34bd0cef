"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import type { Gate } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { readHolidays } from "@/lib/settings/read-holidays";
import { holidaySchema, holidaysSchema, siteCodeSchema, siteSchema } from "@/lib/settings/sites-schema";
import { rpc } from "@/lib/supabase/rpc";

export type SiteOutcome = { outcome: "saved" | "unchanged" | "removed"; code?: string; days?: number };

export const saveSite = formAction({ role: "admin", schema: siteSchema }, async (input, { db, org }) => {
  const outcome: SiteOutcome = await rpc(db, "save_site", {
    p_org: org.id,
    p_code: input.code,
    p_name: input.name,
    p_time_zone: input.time_zone,
    p_ship_cutoff: input.ship_cutoff,
    p_work_days: input.work_days,
    p_is_default: input.is_default !== undefined,
  });
  revalidateSites(org);
  return outcome;
});

export const removeSite = formAction({ role: "admin", schema: siteCodeSchema }, async ({ code }, { db, org }) => {
  const outcome: SiteOutcome = await rpc(db, "remove_site", { p_org: org.id, p_code: code });
  revalidateSites(org);
  return outcome;
});

export const addHolidays = formAction(
  { role: "admin", schema: holidaysSchema },
  async ({ code, days }, { db, org }) => {
    const read = readHolidays(days);
    if (!read.ok) throw new AppError("invalid", { detail: { field: "days" }, hint: read.problem });
    const args = { p_org: org.id, p_site_code: code, p_days: read.days };
    const outcome: SiteOutcome = await rpc(db, "save_holidays", args);
    revalidateSites(org);
    return outcome;
  },
);

export const removeHoliday = formAction(
  { role: "admin", schema: holidaySchema },
  async ({ code, day }, { db, org }) => {
    const outcome: SiteOutcome = await rpc(db, "remove_holiday", { p_org: org.id, p_site_code: code, p_day: day });
    revalidateSites(org);
    return outcome;
  },
);

/** The whole frame: the default site's clock is the one every page shows its times by. */
function revalidateSites(org: Gate["org"]): void {
  revalidatePath(routes.home(org.slug), "layout");
}
