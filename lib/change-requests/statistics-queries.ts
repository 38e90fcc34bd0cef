import "server-only";
import type { Period, RequestStatistics } from "@/lib/change-requests/statistics";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";

/** The figures of the last weeks, the running one included, in the organization's own days. */
export async function getStatistics(db: Db, orgId: string, weeks: Period): Promise<RequestStatistics> {
  const statistics: unknown = await rpc(db, "request_statistics", { p_org: orgId, p_weeks: weeks });
  return statistics as RequestStatistics;
}
