import "server-only";
import type { CookieOptionsWithName } from "@supabase/ssr";
import { env } from "@/lib/env";

/** The session lives in cookies no script can read: the browser never talks to the database itself. */
export function cookieOptions(): CookieOptionsWithName {
  return {
    name: "session",
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
  };
}
