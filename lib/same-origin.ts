import "server-only";
import { env } from "@/lib/env";

/**
 * True when a page of ours sent this request. Server actions check that themselves; a route handler that writes asks
 * here. Browsers send `Origin` with every POST, so a request without it comes from no page at all and is refused too.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return host === new URL(env().APP_URL).host || host === request.headers.get("host");
}
