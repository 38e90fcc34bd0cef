import type { AppError, ErrorCode } from "@/lib/errors";

/** A refusal of the API (RFC 9457): `code` is stable and for programs, the rest is for whoever reads the log of a job. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    detail: string,
    { facts = {}, headers = {} }: { facts?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.headers = headers;
  }
}

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

/** What the database refused, in its own stable code and hint. */
export function problemFrom(error: AppError): ApiProblem {
  const { code, reason, detail, hint } = error;
  const facts = typeof detail === "object" && detail !== null ? { facts: detail } : {};
  const headers = code === "unavailable" ? { "retry-after": "10" } : undefined;
  return new ApiProblem(statuses[code], reason && /^[a-z_]+$/.test(reason) ? reason : code, hint || error.message, {
    facts,
    headers,
  });
}

const titles: Record<number, string> = {
  400: "The request is malformed",
  401: "Not authorized",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  410: "Gone",
  413: "Too large",
  415: "Unsupported content",
  422: "Cannot be taken",
  429: "Too many requests",
  503: "Not available",
};

export function problemResponse({ status, code, message, facts, headers }: ApiProblem): Response {
  // The members every problem has come last: no fact takes their place.
  const body = { ...facts, title: titles[status] ?? "Error", status, code, detail: message };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "private, no-store", ...headers },
  });
}
