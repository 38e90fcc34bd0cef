"use server";
import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/action";
import { authFailure } from "@/lib/auth/auth-failure";
import { landingPath } from "@/lib/auth/landing-path";
import { safeNextPath } from "@/lib/auth/safe-next-path";
import { signInSchema } from "@/lib/auth/schema";
import { returnAttempt, takeAttempt } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";
import { userClient } from "@/lib/supabase/server";

/** Checking a password takes time, finding no account takes none: a refusal never comes earlier than this. */
const REFUSAL_MS = 600;

/** Signs in and goes to `next`. A wrong password and an unknown address get the same answer. */
export const signIn = publicFormAction({ schema: signInSchema }, async ({ email, password, next }): Promise<null> => {
  await takeAttempt("sign_in", email);
  const db = await userClient();
  const refusable = new Promise((resolve) => setTimeout(resolve, REFUSAL_MS));
  const { data, error } = await db.auth.signInWithPassword({ email, password });
  if (error) {
    await refusable;
    throw authFailure(error, "wrong_credentials");
  }
  await returnAttempt("sign_in", email);
  const path = safeNextPath(next);
  // The start page would only send them on, over a blank screen.
  redirect(path === routes.start() ? await landingPath(db, data.user.id) : path);
});

/** Ends this session, here and at the auth server; the cookies go even when the server cannot be reached. */
export async function signOut(): Promise<void> {
  const db = await userClient();
  await db.auth.signOut({ scope: "local" });
  redirect(routes.signIn());
}

/** Ends this session and comes back to sign in as somebody else: for a link that belongs to another address. */
export async function switchAccount(next: string): Promise<void> {
  const db = await userClient();
  await db.auth.signOut({ scope: "local" });
  redirect(safeNextPath(next));
}
