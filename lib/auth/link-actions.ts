"use server";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { publicFormAction } from "@/lib/action";
import { authFailure } from "@/lib/auth/auth-failure";
import { signedInUser } from "@/lib/auth/gate";
import { landingPath } from "@/lib/auth/landing-path";
import { forgetRecovery, isRecovering, rememberNext, rememberRecovery, takeNext } from "@/lib/auth/next-cookie";
import { confirmSchema, linkSchema, newPasswordSchema } from "@/lib/auth/schema";
import { takeAttempt } from "@/lib/auth/visitor-commands";
import { AppError } from "@/lib/errors";
import { logError } from "@/lib/log";
import { routes } from "@/lib/routes";
import { userClient } from "@/lib/supabase/server";
import { statelessClient } from "@/lib/supabase/stateless";

/** Sends a link to sign in with. Says the same, equally fast, whether or not there is such an account. */
export const sendSignInLink = publicFormAction({ schema: linkSchema }, async ({ email, next }) => {
  await takeAttempt("link", email);
  await rememberNext(next);
  mailAfterResponse("sign-in link", () =>
    statelessClient().auth.signInWithOtp({ email, options: { shouldCreateUser: false } }),
  );
  return { email };
});

/** Sends a link to set a new password with, under the same terms. */
export const sendResetLink = publicFormAction({ schema: linkSchema }, async ({ email }) => {
  await takeAttempt("link", email);
  mailAfterResponse("reset link", () => statelessClient().auth.resetPasswordForEmail(email));
  return { email };
});

/** Uses a link up: the only place that does, and only when somebody pressed the button. */
export const confirmLink = publicFormAction({ schema: confirmSchema }, async ({ token_hash, type }): Promise<null> => {
  const db = await userClient();
  const { data, error } = await db.auth.verifyOtp({ token_hash, type });
  if (error) throw authFailure(error, "not_found", "This link was used, replaced or is too old. Ask for a new one.");
  if (!data.user) throw new AppError("unexpected");
  if (type === "recovery") {
    await rememberRecovery(data.user.id);
    redirect(routes.resetPassword());
  }
  const path = await takeNext();
  redirect(path === routes.start() ? await landingPath(db, data.user.id) : path);
});

/** After a reset link, without the old password. Every other session ends: the reset may be because of one of them. */
export const setNewPassword = publicFormAction({ schema: newPasswordSchema }, async ({ password }): Promise<null> => {
  const user = await signedInUser();
  if (!user || !(await isRecovering(user.userId))) {
    throw new AppError("not_allowed", { hint: "The link was used too long ago. Ask for a new one." });
  }
  const { error } = await user.db.auth.updateUser({ password });
  if (error) throw authFailure(error, "invalid", "Choose another password.");
  await user.db.auth.signOut({ scope: "others" });
  await forgetRecovery();
  redirect(await landingPath(user.db, user.userId));
});

/** What the API says about an unknown address, and how long it takes, stays here. */
function mailAfterResponse(what: string, send: () => Promise<{ error: { status?: number } | null }>): void {
  after(async () => {
    const { error } = await send();
    if (error && (!error.status || error.status >= 429)) logError(`${what} could not be sent`, error);
  });
}
