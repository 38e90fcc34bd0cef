import { settingsProblem } from "@/lib/env";
import { getMailHealth } from "@/lib/notifications/mail-health";

/**
 * For monitors. `settings`: ok, or the names of what is missing or malformed. `database`: ok or unreachable; 503 goes with
 * either, for then nothing works. `mail`: see getMailHealth; the app works without it and nothing is lost, so it takes
 * nobody's traffic away. Says nothing else.
 */
export async function GET(): Promise<Response> {
  const settings = settingsProblem();
  const mail = settings ? null : await getMailHealth();
  const health = {
    ok: mail !== null,
    settings: settings ?? "ok",
    database: settings ? "unknown" : mail === null ? "unreachable" : "ok",
    mail: mail ?? "unknown",
  };
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
