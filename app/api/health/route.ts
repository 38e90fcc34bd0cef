import { env } from "@/lib/env";
import { canSendMail } from "@/lib/notifications/mail-transport";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/**
 * For monitors. `database`: ok or unreachable; 503 goes with the second, for then nothing works. `mail`: ok, "failing since
 * <time>" (see private.mail_failing_since), "not configured" or unknown; the app works without it and nothing is lost, so it
 * takes nobody's traffic away. Says nothing else.
 */
export async function GET(): Promise<Response> {
  const isReachable = await reachesSupabase();
  const health = {
    ok: isReachable,
    database: isReachable ? "ok" : "unreachable",
    mail: isReachable ? await mailHealth() : "unknown",
  };
  return Response.json(health, { status: isReachable ? 200 : 503, headers: { "cache-control": "no-store" } });
}

async function mailHealth(): Promise<string> {
  if (!canSendMail()) return "not configured";
  try {
    // Over all organizations, which are nobody's to see: only the time comes out.
    const { failing_since: since } = (await rpc(adminClient(), "mail_health", {})) as { failing_since: string | null };
    return since ? `failing since ${new Date(since).toISOString()}` : "ok";
  } catch {
    // The API answers and its database doesn't, or a migration is missing: the monitor reads that much.
    return "unknown";
  }
}

async function reachesSupabase(): Promise<boolean> {
  try {
    const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
    const answer = await fetch(new URL("/auth/v1/settings", SUPABASE_URL), {
      headers: { apikey: SUPABASE_PUBLISHABLE_KEY },
      signal: AbortSignal.timeout(3_000),
      cache: "no-store",
    });
    return answer.status < 500;
  } catch {
    return false;
  }
}
