import { type NextRequest, NextResponse } from "next/server";
import { lastOrgCookie } from "@/lib/auth/last-org";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { contentSecurityPolicy, NONCE_HEADER } from "@/lib/content-security-policy";
import { refreshSession } from "@/lib/supabase/refresh-session";

/**
 * Runs before every page and action: renews the session's cookies (pages cannot write them), sets the content security
 * policy and remembers the path for the way back from sign-in. A convenience and never the lock: each page, action and
 * route asks the gate itself.
 */
export async function proxy(request: NextRequest) {
  if (!isDecodable(request.nextUrl.pathname)) return new NextResponse("This address is damaged.", { status: 400 });
  const renewed = await refreshSession(request);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);

  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  for (const { name, value, options } of renewed) response.cookies.set(name, value, options);
  const lastOrg = lastOrgCookie(request);
  if (lastOrg) response.cookies.set(lastOrg);
  return response;
}

/** "%E0%A4" is no text in UTF-8. The router would fail on it with an error 500 of its own. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Not before the API: it has no session to renew, and whatever runs here cuts a request's body at ten megabytes. Nor before
 * the health route, which says what is wrong when nothing else can.
 */
export const config = {
  matcher: ["/((?!api/v1/|api/health|_next/static|_next/image|icon|apple-icon|favicon|samples/|manifest).*)"],
};
