import "server-only";
import { type CookieOptions, createServerClient } from "@supabase/ssr";
import type { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { cookieOptions } from "@/lib/supabase/cookie-options";
import { timedFetch } from "@/lib/supabase/timed-fetch";

type Cookie = { name: string; value: string; options: CookieOptions };

/**
 * Renews the session of a request when its access token has run out. The new cookies are put on the request, for the
 * page that renders next, and returned for the response. Nothing is trusted here: who somebody is, is the gate's question.
 */
export async function refreshSession(request: NextRequest): Promise<Cookie[]> {
  const renewed = new Map<string, Cookie>();
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  const client = createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    cookieOptions: cookieOptions(),
    global: { fetch: timedFetch },
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (cookies) => {
        for (const { name, value, options } of cookies) {
          request.cookies.set(name, value);
          renewed.set(name, { name, value, options });
        }
      },
    },
  });
  // The answer is not used: reading the session is what renews it. An auth server that is down leaves it as it was.
  await client.auth.getSession().catch(() => null);
  return [...renewed.values()];
}
