import "server-only";
import { AppError, type ErrorCode, isErrorCode } from "@/lib/errors";

type PostgrestFailure = { message: string; details?: string | null; hint?: string | null; code?: string };

/** Our commands raise only these (PT4xx becomes HTTP 4xx); the rest are what the API says about a session or a timeout. */
const codesByState: Record<string, ErrorCode> = {
  PT401: "signed_out",
  PT403: "not_allowed",
  PT404: "not_found",
  PT409: "conflict",
  PT422: "invalid",
  PGRST301: "signed_out",
  PGRST302: "signed_out",
  PGRST303: "signed_out",
  PGRST116: "not_found",
  PGRST000: "unavailable",
  PGRST001: "unavailable",
  PGRST002: "unavailable",
  PGRST003: "unavailable",
  "42501": "not_allowed",
  "57014": "unavailable",
  "55P03": "unavailable",
  "40001": "unavailable",
  "40P01": "unavailable",
  "57P01": "unavailable",
  "53300": "unavailable",
};

/**
 * The one place that reads an error of the Supabase API. Returns an `AppError` for what a person can be told, and a plain
 * error (a bug, to be logged) for the rest. `status` 0 means that no answer came at all.
 */
export function fromPostgrest(error: PostgrestFailure, status: number): Error {
  const state = error.code ?? "";
  // A path or form with something that isn't a uuid asks for a row that cannot exist.
  if (state === "22P02" && error.message.includes("uuid")) return new AppError("not_found", { cause: error });
  const known = isErrorCode(error.message) ? error.message : codesByState[state];
  const code = known ?? (isTimeout(error.message) ? "unavailable" : codeByStatus(status, state));
  if (!code) return new Error(`database refused: ${state || status} ${error.message}`, { cause: error });
  return new AppError(code, {
    reason: error.message,
    detail: parseDetail(error.details),
    hint: error.hint ?? undefined,
    cause: error,
  });
}

/** The embedded API keeps no code of a statement that ran out of time, only Postgres' words. */
function isTimeout(message: string): boolean {
  return /canceling statement due to (statement|lock) timeout/.test(message);
}

function codeByStatus(status: number, state: string): ErrorCode | undefined {
  if (status === 0 || status >= 502) return "unavailable";
  if (status === 413) return "too_large";
  if (status === 429) return "rate_limited";
  if (status === 401 && !state) return "signed_out";
  return undefined;
}

function parseDetail(details: string | null | undefined): unknown {
  if (!details) return null;
  try {
    return JSON.parse(details) as unknown;
  } catch {
    return details;
  }
}
