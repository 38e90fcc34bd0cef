import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Whether a request carries the scheduler's secret. Both sides are hashed first, so that neither length nor content leaks by time. */
export function isAuthorizedCron(request: Request): boolean {
  const given = request.headers.get("authorization") ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${env().CRON_SECRET}`));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
