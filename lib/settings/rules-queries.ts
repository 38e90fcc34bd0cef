import "server-only";
import type { Format } from "@/lib/orders/format";
import type { FormatSettings } from "@/lib/settings/formats";
import type { SiteWithHolidays } from "@/lib/settings/site";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export async function getFormats(db: Db, orgId: string): Promise<FormatSettings> {
  const [rows, organizations] = await Promise.all([
    read(db.from("formats").select("subject, pattern, example").eq("org_id", orgId).order("subject").order("position")),
    read(db.from("organizations").select("import_misfits").eq("id", orgId)),
  ]);
  const of = (subject: string): Format[] =>
    rows.filter((row) => row.subject === subject).map(({ pattern, example }) => ({ pattern, example }));
  return {
    order_number: of("order_number"),
    sku: of("sku"),
    import_misfits: organizations[0]?.import_misfits ?? "refuse",
  };
}

/** The default site first, then by name; holidays of this year and later, the nearest first. */
export async function listSites(db: Db, orgId: string, fromDay: string): Promise<SiteWithHolidays[]> {
  const [sites, holidays] = await Promise.all([
    read(
      db
        .from("sites")
        .select("code, name, time_zone, ship_cutoff, work_days, is_default")
        .eq("org_id", orgId)
        .order("is_default", { ascending: false })
        .order("name"),
    ),
    read(
      db
        .from("holidays")
        .select("site_code, day, name")
        .eq("org_id", orgId)
        .gte("day", fromDay)
        .order("day")
        .limit(1_000),
    ),
  ]);
  return sites.map((site) => ({
    ...site,
    ship_cutoff: site.ship_cutoff.slice(0, 5),
    holidays: holidays.filter(({ site_code }) => site_code === site.code).map(({ day, name }) => ({ day, name })),
  }));
}
