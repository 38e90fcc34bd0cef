import "server-only";
import type { AppError, ErrorCode } from "@/lib/errors";
import { failureFrom } from "@/lib/result";

const statuses = {
  signed_out: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  not_found: 404,
  invalid: 422,
  key_reused: 422,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  unexpected: 500,
} satisfies Record<ErrorCode, number>;

/** A refusal as a route handler answers it: the same shape as an action's, with the status that fits. */
export function failureResponse(error: AppError, message?: string): Response {
  const body = { ...failureFrom(error), ...(message && { message }) };
  return Response.json(body, { status: statuses[error.code], headers: { "cache-control": "private, no-store" } });
}
