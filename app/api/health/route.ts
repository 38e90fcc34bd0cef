import { env } from "@/lib/env";
import { canSendMail } from "@/lib/notifications/mail-transport";

/**
 * For monitors: 200 when the settings are complete and the Supabase API answers, 503 otherwise. `mail` is false where no
 * way to send is configured: mail then waits in the outbox. Says nothing else.
 */
export async function GET(): Promise<Response> {
  const isHealthy = await reachesSupabase();
  return Response.json(
    { ok: isHealthy, mail: isHealthy && canSendMail() },
    { status: isHealthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
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
