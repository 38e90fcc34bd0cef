"use server";
import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/action";
import { authFailure } from "@/lib/auth/auth-failure";
import { signedInUser } from "@/lib/auth/gate";
import { rememberNext } from "@/lib/auth/next-cookie";
import { foundSchema, signUpSchema } from "@/lib/auth/schema";
import { isOpenToFounders, takeAttempt } from "@/lib/auth/visitor-commands";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import { userClient } from "@/lib/supabase/server";

/** An account for somebody nobody invited; only where they may found an organization with it. */
export const signUpFirst = publicFormAction({ schema: signUpSchema }, async ({ email, password }): Promise<null> => {
  await takeAttempt("sign_up");
  if (!(await isOpenToFounders()))
    throw new AppError("not_allowed", { hint: "This is set up already. Ask an admin to invite you." });
  const db = await userClient();
  const { data, error } = await db.auth.signUp({ email, password });
  if (error) throw authFailure(error, "conflict", "There is an account for this address. Sign in with it instead.");
  if (data.session) redirect(routes.welcome());
  await rememberNext(routes.welcome());
  redirect(routes.checkMail());
});

export const foundOrganization = publicFormAction({ schema: foundSchema }, async (input): Promise<null> => {
  const user = await signedInUser();
  if (!user) throw new AppError("signed_out");
  const founded: { slug: string } = await rpc(user.db, "create_organization", {
    p_name: input.name,
    p_member_name: input.member_name,
    p_time_zone: input.time_zone,
    p_currency: input.currency,
  });
  redirect(routes.setup(founded.slug));
});
