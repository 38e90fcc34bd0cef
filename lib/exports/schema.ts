import { z } from "zod";

const STALE_FORM = "Reload the page and try again.";

export const EXPORT_SCOPES = ["updates", "open"] as const;

export const createExportSchema = z.strictObject({
  scope: z.enum(EXPORT_SCOPES, "Choose updates or open orders."),
  idempotency_key: z.uuid(STALE_FORM),
});

/** The number of an export in its address; null when it isn't one. */
export function exportNumberFrom(param: string): number | null {
  return /^[1-9]\d{0,8}$/.test(param) ? Number(param) : null;
}
