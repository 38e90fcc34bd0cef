import { AppError, type ErrorCode } from "@/lib/errors";

type AuthError = { status?: number; code?: string; message?: string };

/** What the auth API refused, as something a person can be told. `otherwise` is what any other refusal means here. */
export function authFailure(error: AuthError, otherwise: ErrorCode, hint?: string): AppError {
  if (error.status === 429) return new AppError("rate_limited", { cause: error });
  if (!error.status || error.status >= 500) return new AppError("unavailable", { cause: error });
  if (error.code === "same_password") return aboutPassword("This is your password already. Choose another.", error);
  if (error.code === "weak_password") return aboutPassword("This password is easy to guess. Choose another.", error);
  return new AppError(otherwise, { hint, cause: error });
}

function aboutPassword(hint: string, cause: AuthError): AppError {
  return new AppError("invalid", { hint, detail: { field: "password" }, cause });
}
