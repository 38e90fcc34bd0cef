import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/** Queues the morning digest of every organization whose morning it is. Once per member and day, however often it is called. */
export async function queueMorningDigests(): Promise<unknown> {
  return rpc(adminClient(), "queue_morning_digests", {}, { timeoutMs: 30_000 });
}
