import "server-only";
import { canSendMail } from "@/lib/notifications/mail-transport";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/** A monitor asks every few seconds and doesn't wait long. */
const TIMEOUT_MS = 4_000;

/**
 * Mail in a monitor's words: ok, "failing since <time>" (see private.mail_failing_since) or "not configured". Null when the
 * database doesn't answer, the key is wrong or a migration is missing. Over all organizations, which are nobody's to see: only
 * the time comes out.
 */
export async function getMailHealth(): Promise<string | null> {
  try {
    const answer = await rpc(adminClient(), "mail_health", {}, { timeoutMs: TIMEOUT_MS });
    const { failing_since: since } = answer as { failing_since: string | null };
    if (!canSendMail()) return "not configured";
    return since ? `failing since ${new Date(since).toISOString()}` : "ok";
  } catch {
    return null;
  }
}
