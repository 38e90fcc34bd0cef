"use server";
import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/action";
import { authFailure } from "@/lib/auth/auth-failure";
import { signedInUser } from "@/lib/auth/gate";
import { rememberNext } from "@/lib/auth/next-cookie";
import { acceptSchema, invitedSignUpSchema } from "@/lib/auth/schema";
import { findInvitation, takeAttempt } from "@/lib/auth/visitor-commands";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import { type Db, userClient } from "@/lib/supabase/server";

const gone = () => new AppError("not_found", { hint: "This invitation no longer works. Ask an admin for a new one." });

/** Makes an account for the address of the invitation, which the link proves, and accepts in one go. */
export const joinWithPassword = publicFormAction(
  { schema: invitedSignUpSchema },
  async ({ token, name, password }): Promise<Refused> => {
    await takeAttempt("sign_up");
    const invitation = await findInvitation(token);
    if (!invitation) throw gone();
    const db = await userClient();
    const { data, error } = await db.auth.signUp({ email: invitation.email, password, options: { data: { name } } });
    if (error)
      throw authFailure(error, "conflict", "There is an account for this address. Reload the page and sign in.");
    if (!data.session) {
      await rememberNext(routes.invitation(token));
      redirect(routes.checkMail());
    }
    return accept(db, token, name);
  },
);

/** Accepts as whoever is signed in. */
export const acceptInvitation = publicFormAction(
  { schema: acceptSchema },
  async ({ token, name }): Promise<Refused> => {
    const user = await signedInUser();
    if (!user) throw new AppError("signed_out");
    return accept(user.db, token, name);
  },
);

type Accepted = { outcome: "accepted"; slug: string };
type Refused = { outcome: "other_account"; email: string } | { outcome: "deactivated" };

async function accept(db: Db, token: string, name: string): Promise<Refused> {
  const answer = await answerTo(db, token, name);
  if (answer.outcome === "accepted") redirect(routes.home(answer.slug));
  return answer;
}

async function answerTo(db: Db, token: string, name: string): Promise<Accepted | Refused> {
  try {
    return await rpc<"accept_invitation", Accepted | Refused>(db, "accept_invitation", {
      p_token: token,
      p_name: name,
    });
  } catch (error) {
    throw error instanceof AppError && error.code === "not_found" ? gone() : error;
  }
}
