import { env } from "@/lib/env";
import { getMailHealth } from "@/lib/notifications/mail-health";

/**
 * For monitors. `database`: ok or unreachable; 503 goes with the second, for then nothing works. `mail`: see
 * getMailHealth; the app works without it and nothing is lost, so it takes nobody's traffic away. Says nothing else.
 */
export async function GET(): Promise<Response> {
  const isReachable = await reachesSupabase();
  const health = {
    ok: isReachable,
    database: isReachable ? "ok" : "unreachable",
    mail: isReachable ? await getMailHealth() : "unknown",
  };
  return Response.json(health, { status: isReachable ? 200 : 503, headers: { "cache-control": "no-store" } });
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
