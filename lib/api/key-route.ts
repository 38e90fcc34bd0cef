import "server-only";
import { createHash } from "node:crypto";
import { visitorAddress } from "@/lib/auth/visitor-address";
import { AppError } from "@/lib/errors";
import { logError } from "@/lib/log";
import { checkApiKey } from "@/lib/unattended/commands";
import { ApiProblem, problemFrom, problemResponse } from "./problem";

/** Who calls: the credential for the commands, and the organization's name in addresses. */
export type ApiCaller = { credential: string; slug: string };

export type ApiScope = "imports:write" | "exports:read";

type Handler<Context> = (request: Request, caller: ApiCaller, context: Context) => Promise<Response>;

/**
 * A route of the API: the key is checked and counted first, before a byte of the body is read, and every refusal has the
 * same shape. Cookies play no part: no page can be made to call it with somebody's session.
 */
export function keyRoute<Context>(scope: ApiScope, run: Handler<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await run(request, await callerOf(request, scope), context);
    } catch (error) {
      if (error instanceof ApiProblem) return problemResponse(error);
      if (error instanceof AppError) return problemResponse(problemFrom(error));
      logError(`API ${request.method} ${new URL(request.url).pathname}`, error);
      return problemResponse(new ApiProblem(500, "unexpected", "Something went wrong on our side. Try again later."));
    }
  };
}

async function callerOf(request: Request, scope: ApiScope): Promise<ApiCaller> {
  const [, key = ""] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const credential = createHash("sha256").update(key).digest("hex");
  const use = await checkApiKey(credential, scope, visitorAddress(request.headers));
  if (use.outcome === "allowed") return { credential, slug: use.slug };
  if (use.outcome === "limited") {
    throw new ApiProblem(429, "rate_limited", `Wait ${use.retry_after} seconds and try again.`, {
      headers: { "retry-after": String(use.retry_after) },
    });
  }
  const missing = key === "" ? "Send the key as “Authorization: Bearer ocr_…”. " : "";
  throw new ApiProblem(use.status, key === "" ? "key_required" : use.reason, missing + use.hint, {
    facts: use.facts ? { facts: use.facts } : {},
    headers: use.status === 401 ? { "www-authenticate": 'Bearer realm="api"' } : {},
  });
}

/**
 * 1 to 150 visible characters, which the sender makes up; the same one again is the same step. What the commands get begins
 * with a word of ours, so that it is long enough for them and no key of a page.
 */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,150}$/.test(key)) {
    throw new ApiProblem(400, "invalid_idempotency_key", "Send an Idempotency-Key of 1 to 150 visible characters.");
  }
  return `api-call:${key}`;
}

/** The values of a query, and no others: a misspelled one would silently do something else. */
export function queryOf<Name extends string>(request: Request, names: readonly Name[]): Partial<Record<Name, string>> {
  const query = new URL(request.url).searchParams;
  const found: Partial<Record<Name, string>> = {};
  for (const [name, value] of query) {
    const known = names.find((one) => one === name);
    if (!known || query.getAll(name).length > 1) {
      throw new ApiProblem(400, "unknown_parameter", `Use each of these at most once: ${names.join(", ")}.`, {
        facts: { parameter: name.slice(0, 60) },
      });
    }
    found[known] = value;
  }
  return found;
}
