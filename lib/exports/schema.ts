import { z } from "zod";

const STALE_FORM = "Reload the page and try again.";

export const EXPORT_SCOPES = ["updates", "open", "request"] as const;
export const EXPORT_FORMATS = ["csv", "xlsx"] as const;

export const createExportSchema = z.strictObject({
  scope: z.enum(EXPORT_SCOPES, "Choose updates, open orders or one request."),
  /** The request, where one is exported. */
  request_id: z.uuid(STALE_FORM).optional(),
  idempotency_key: z.uuid(STALE_FORM),
});

/** The number of an export in its address; null when it isn't one. */
export function exportNumberFrom(param: string): number | null {
  return /^[1-9]\d{0,8}$/.test(param) ? Number(param) : null;
}

/** The format an address asks for; null when there is no such format. */
export function exportFormatFrom(param: string | null): (typeof EXPORT_FORMATS)[number] | null {
  return EXPORT_FORMATS.find((format) => format === (param ?? "csv")) ?? null;
}
