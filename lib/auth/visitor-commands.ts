import "server-only";
import { headers } from "next/headers";
import { z } from "zod";
import { memberRoles } from "@/lib/auth/roles";
import { visitorAddress } from "@/lib/auth/visitor-address";
import { AppError } from "@/lib/errors";
import { adminClient } from "@/lib/supabase/admin";
import { rpc } from "@/lib/supabase/rpc";

/*
 * What the server asks for visitors who have no session. These four commands are closed to anon, because whoever could
 * call them freely could lock others out or look for links; so the server's key asks, and no row is read with it.
 */

export type AttemptKind = "sign_in" | "link" | "sign_up" | "invitation";

/** Counts an attempt before it is made. Throws `rate_limited` with the time to wait, for known and unknown addresses alike. */
export async function takeAttempt(kind: AttemptKind, email = ""): Promise<void> {
  const answer: { outcome: string; retry_after?: number } = await rpc(adminClient(), "take_attempt", {
    p_kind: kind,
    p_email: email,
    p_address: visitorAddress(await headers()) as string,
  });
  if (answer.outcome !== "limited") return;
  const minutes = Math.ceil((answer.retry_after ?? 60) / 60);
  throw new AppError("rate_limited", {
    hint: `That was tried too often. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`,
  });
}

/** Gives an attempt back that turned out to be the right person's. */
export async function returnAttempt(kind: AttemptKind, email: string): Promise<void> {
  const address = visitorAddress(await headers()) as string;
  await rpc(adminClient(), "return_attempt", { p_kind: kind, p_email: email, p_address: address });
}

/** Whether somebody who comes now may found an organization: while there is none, or where the installation is open to all. */
export async function isOpenToFounders(): Promise<boolean> {
  return rpc(adminClient(), "is_open_to_founders", {});
}

const invitationSchema = z.object({
  organization: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  roles: z.array(z.enum(memberRoles)),
  inviter: z.string(),
  has_account: z.boolean(),
});

export type OpenInvitation = Omit<z.infer<typeof invitationSchema>, "has_account"> & { hasAccount: boolean };

/** The open invitation of a link; null for used, revoked, replaced, expired and invented ones alike. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  if (!/^[0-9a-f]{64}$/.test(token)) return null;
  try {
    const { has_account: hasAccount, ...invitation } = invitationSchema.parse(
      await rpc(adminClient(), "find_invitation", { p_token: token }),
    );
    return { ...invitation, hasAccount };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
