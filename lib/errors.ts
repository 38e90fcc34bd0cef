/**
 * Every way a request to this application can fail, as the person reads it: what happened, what was kept, what to do next.
 * Domain refusals (locked, stale, duplicate, …) are not here: they are outcomes, see the commands' own types.
 */
export type ErrorCode =
  | "signed_out"
  | "wrong_credentials"
  | "not_allowed"
  | "not_found"
  | "invalid"
  | "key_reused"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "unavailable"
  | "unexpected";

const sentences = {
  signed_out: "Your session has ended. Nothing was saved. Sign in again and repeat the step.",
  wrong_credentials: "That e-mail and password don't match an account. Check both and try again.",
  not_allowed:
    "Your role doesn't include this step. Nothing was changed. Ask an admin of your organization for the role.",
  not_found: "This doesn't exist or you can't see it. Nothing was changed. Go back to the list and open it again.",
  invalid: "Some fields need another look. Nothing was saved, and what you typed is still here.",
  key_reused:
    "This form was already sent with other contents. Nothing more was saved. Reload the page to see what was recorded.",
  conflict: "Somebody changed this at the same moment. Nothing was saved. Reload the page and look again.",
  too_large: "That is more than can be sent at once. Nothing was saved. Shorten it or split it in two.",
  rate_limited: "That was tried too often in a short time. Nothing was saved. Wait a minute and try again.",
  unavailable:
    "The database did not answer in time. What you typed is still here. Try again: it won't be recorded twice.",
  unexpected:
    "Something went wrong on our side. What you typed is still here. Try again, and tell an admin if it stays.",
} satisfies Record<ErrorCode, string>;

/** The sentence a person reads for a code. */
export function errorSentence(code: ErrorCode): string {
  return sentences[code];
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(sentences, value);
}

/**
 * A failure that is answered rather than logged. `reason` is the database's own stable code (`message` of a PT4xx error),
 * `detail` its facts, parsed from JSON where they are JSON.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | null;
  readonly detail: unknown;
  readonly hint: string | null;

  constructor(code: ErrorCode, facts: { reason?: string; detail?: unknown; hint?: string; cause?: unknown } = {}) {
    super(errorSentence(code), { cause: facts.cause });
    this.name = "AppError";
    this.code = code;
    this.reason = facts.reason ?? null;
    this.detail = facts.detail ?? null;
    this.hint = facts.hint ?? null;
  }
}
