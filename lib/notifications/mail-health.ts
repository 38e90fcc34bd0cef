import "server-only";
import { canSendMail } from "@/lib/notifications/mail-transport";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/**
 * Mail in a monitor's words: ok, "failing since <time>" (see private.mail_failing_since), "not configured" or unknown. Over
 * all organizations, which are nobody's to see: only the time comes out.
 */
export async function getMailHealth(): Promise<string> {
  if (!canSendMail()) return "not configured";
  try {
    const { failing_since: since } = (await rpc(adminClient(), "mail_health", {})) as { failing_since: string | null };
    return since ? `failing since ${new Date(since).toISOString()}` : "ok";
  } catch {
    // The API answers and its database doesn't, or a migration is missing: the monitor reads that much.
    return "unknown";
  }
}
