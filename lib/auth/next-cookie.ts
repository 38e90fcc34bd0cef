import "server-only";
import { cookies } from "next/headers";
import { safeNextPath } from "@/lib/auth/safe-next-path";
import { env } from "@/lib/env";

const NEXT = "after-sign-in";
const RECOVERY = "recovered";

const settings = (maxAge: number) => ({
  path: "/",
  httpOnly: true,
  sameSite: "lax" as const,
  secure: env().APP_URL.startsWith("https:"),
  maxAge,
});

/** Remembers where the person was going, over the detour through their mailbox. */
export async function rememberNext(next: unknown): Promise<void> {
  const path = safeNextPath(next);
  if (path !== "/") (await cookies()).set(NEXT, path, settings(3_600));
}

/** Where they were going, checked again, since anybody can write a cookie; "/" when that is forgotten. */
export async function takeNext(): Promise<string> {
  const store = await cookies();
  const path = safeNextPath(store.get(NEXT)?.value);
  store.delete(NEXT);
  return path;
}

/** A link from a reset mail was used here by this account: for a quarter of an hour it may set a password without the old one. */
export async function rememberRecovery(userId: string): Promise<void> {
  (await cookies()).set(RECOVERY, userId, settings(900));
}

export async function isRecovering(userId: string): Promise<boolean> {
  return (await cookies()).get(RECOVERY)?.value === userId;
}

export async function forgetRecovery(): Promise<void> {
  (await cookies()).delete(RECOVERY);
}
