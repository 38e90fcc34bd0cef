import type { NextRequest } from "next/server";
import { env } from "@/lib/env";

export const LAST_ORG = "last-org";

const RESERVED = new Set(["api", "sign-in", "auth", "invite", "welcome", "reset", "no-organization"]);
const YEAR = 31_536_000;

/**
 * The organization a person looked at last, for "/". Only a preference: "/" checks the membership, so a slug somebody
 * else made up leads nowhere.
 */
export function lastOrgCookie(request: NextRequest) {
  const [slug] = request.nextUrl.pathname.slice(1).split("/");
  if (request.method !== "GET" || !slug || slug.length > 80 || RESERVED.has(slug)) return null;
  if (request.cookies.get(LAST_ORG)?.value === slug) return null;
  const secure = env().APP_URL.startsWith("https:");
  return { name: LAST_ORG, value: slug, path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: YEAR } as const;
}
