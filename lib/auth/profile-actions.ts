"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import { authFailure } from "@/lib/auth/auth-failure";
import { changePasswordSchema, emptySchema, renameSchema } from "@/lib/auth/schema";
import { returnAttempt, takeAttempt } from "@/lib/auth/visitor-commands";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import { userClient } from "@/lib/supabase/server";
import { statelessClient } from "@/lib/supabase/stateless";

export const renameMember = formAction({ schema: renameSchema }, async ({ name }, { db, org }) => {
  await rpc(db, "rename_member", { p_org: org.id, p_name: name });
  revalidatePath(routes.home(org.slug), "layout");
  return { name };
});

/** With the old password, since a session may be a screen somebody left open. Other devices have to sign in again. */
export const changePassword = formAction(
  { schema: changePasswordSchema },
  async ({ current_password, password }, { db }) => {
    const { data } = await db.auth.getUser();
    const email = data.user?.email;
    if (!email) throw new AppError("signed_out");
    await takeAttempt("sign_in", email);
    const check = statelessClient();
    const { error: wrong } = await check.auth.signInWithPassword({ email, password: current_password });
    if (wrong) {
      const hint = "That is not your password.";
      const failed = authFailure(wrong, "invalid", hint);
      throw failed.code === "invalid"
        ? new AppError("invalid", { hint, detail: { field: "current_password" } })
        : failed;
    }
    await returnAttempt("sign_in", email);
    await check.auth.signOut({ scope: "local" });
    const { error } = await db.auth.updateUser({ password });
    if (error) throw authFailure(error, "invalid", "Choose another password.");
    await db.auth.signOut({ scope: "others" });
    return { outcome: "saved" as const };
  },
);

export async function signOutEverywhere(): Promise<void> {
  const db = await userClient();
  await db.auth.signOut({ scope: "global" });
  redirect(routes.signIn());
}

/** The last admin is told to make another first. */
export const leaveOrganization = formAction({ schema: emptySchema }, async (_input, { db, org }): Promise<null> => {
  await rpc(db, "leave_organization", { p_org: org.id });
  redirect(routes.start());
});
