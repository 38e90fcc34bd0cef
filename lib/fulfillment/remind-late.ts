import "server-only";
import { logError } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

type Reminded = { outcome: "reminded" | "nothing" };

const TIME_LIMIT_MS = 10_000;

/** Reminds of changes that nobody on the floor has acknowledged shortly before their cut-off, one transaction for each. */
export async function remindOfLateAcknowledgements(): Promise<Record<string, number>> {
  const db = adminClient();
  const end = Date.now() + TIME_LIMIT_MS;
  const counts: Record<string, number> = { reminded: 0, nothing: 0, failed: 0 };
  for (const { request_id } of await rpc(db, "find_late_acknowledgements", { p_limit: 500 })) {
    if (Date.now() > end) break;
    try {
      const { outcome }: Reminded = await rpc(db, "remind_to_acknowledge", { p_request_id: request_id });
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    } catch (error) {
      counts.failed = (counts.failed ?? 0) + 1;
      logError(`request ${request_id} could not be reminded of`, error);
    }
  }
  return counts;
}
