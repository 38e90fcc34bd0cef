import "server-only";
import { logError } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

type Settled = { outcome: "expired" | "escalated" | "reminded" | "nothing" };

const TIME_LIMIT_MS = 20_000;

/**
 * Reminds, warns and expires what is due. One transaction per request, because each locks its own order; one that fails is
 * logged and stops no other. What this leaves undone, the next call does.
 */
export async function settleDueRequests(): Promise<Record<string, number>> {
  const db = adminClient();
  const end = Date.now() + TIME_LIMIT_MS;
  const counts: Record<string, number> = { expired: 0, escalated: 0, reminded: 0, nothing: 0, failed: 0 };
  for (const { request_id } of await rpc(db, "find_due_requests", { p_limit: 500 }, { timeoutMs: TIME_LIMIT_MS })) {
    if (Date.now() > end) break;
    try {
      const { outcome }: Settled = await rpc(db, "settle_due_request", { p_request_id: request_id });
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    } catch (error) {
      counts.failed = (counts.failed ?? 0) + 1;
      logError(`request ${request_id} could not be settled`, error);
    }
  }
  return counts;
}
