import { deliverDue } from "@/lib/notifications/deliver";
import { isAuthorizedCron } from "@/lib/notifications/is-authorized-cron";

export const maxDuration = 60;

/** For the platform's scheduler, every minute or so: sends what is due and answers with counts. */
export async function POST(request: Request): Promise<Response> {
  if (!isAuthorizedCron(request)) return Response.json({ ok: false }, { status: 401 });
  const report = await deliverDue({ timeLimitMs: 30_000 });
  return Response.json({ ok: report.isConfigured, ...report }, { headers: { "cache-control": "no-store" } });
}

/** Schedulers of hosting platforms send GET. */
export const GET = POST;
