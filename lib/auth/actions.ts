"use server";
import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/action";
import { landingPath } from "@/lib/auth/landing-path";
import { safeNextPath } from "@/lib/auth/safe-next-path";
import { signInSchema } from "@/lib/auth/schema";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { userClient } from "@/lib/supabase/server";

/** Signs in and goes to `next`. A wrong password and an unknown address get the same answer. */
export const signIn = publicFormAction({ schema: signInSchema }, async ({ email, password, next }): Promise<null> => {
  const db = await userClient();
  const { data, error } = await db.auth.signInWithPassword({ email, password });
  if (error?.status === 429) throw new AppError("rate_limited", { cause: error });
  if (error && (!error.status || error.status >= 500)) throw new AppError("unavailable", { cause: error });
  if (error) throw new AppError("wrong_credentials", { cause: error });
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
