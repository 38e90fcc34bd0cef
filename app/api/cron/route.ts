import { settleDueRequests } from "@/lib/change-requests/settle-due-requests";
import { dropOldExportLines } from "@/lib/exports/drop-old-lines";
import { remindOfLateAcknowledgements } from "@/lib/fulfillment/remind-late";
import { sweepImports } from "@/lib/imports/sweep-imports";
import { logError } from "@/lib/log";
import { deliverDue } from "@/lib/notifications/deliver";
import { isAuthorizedCron } from "@/lib/notifications/is-authorized-cron";
import { queueMorningDigests } from "@/lib/notifications/queue-digests";
import { importDueSheets } from "@/lib/sheets/import-due-sheets";

/** A large sheet takes its time; whatever else is due goes with the next call meanwhile. */
export const maxDuration = 300;

/** What is due by time alone, in this order: mail goes last, so that what the others queue leaves with the same call. */
const jobs: Record<string, () => Promise<unknown>> = {
  requests: settleDueRequests,
  acknowledgements: remindOfLateAcknowledgements,
  exports: dropOldExportLines,
  imports: sweepImports,
  sheets: () => importDueSheets({ timeLimitMs: 30_000 }),
  digests: queueMorningDigests,
  notifications: () => deliverDue({ timeLimitMs: 30_000 }),
};

/** For the platform's scheduler, every minute or so. Each job runs on its own: one that fails is logged and stops no other. */
export async function POST(request: Request): Promise<Response> {
  if (!isAuthorizedCron(request)) return Response.json({ ok: false }, { status: 401 });
  const reports: Record<string, unknown> = {};
  let ok = true;
  for (const [name, run] of Object.entries(jobs)) {
    try {
      reports[name] = await run();
    } catch (error) {
      ok = false;
      logError(`scheduled job ${name}`, error);
    }
  }
  return Response.json({ ok, ...reports }, { status: ok ? 200 : 500, headers: { "cache-control": "no-store" } });
}

/** Schedulers of hosting platforms send GET. */
export const GET = POST;
