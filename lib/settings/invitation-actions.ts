"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { memberRoles } from "@/lib/auth/roles";
import { deliverAfterResponse } from "@/lib/notifications/deliver-after";
import { routes } from "@/lib/routes";
import type { ClosingOutcome, InviteOutcome, ResendOutcome } from "@/lib/settings/invitation-outcome";
import { rpc } from "@/lib/supabase/rpc";

const inviteSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, "Enter an e-mail address.")
    .max(254, "An e-mail address has at most 254 characters.")
    .pipe(z.email("This doesn't look like an e-mail address: name@company.com.")),
  name: z.string().trim().max(120, "A name has at most 120 characters."),
  roles: z.array(z.enum(memberRoles)).min(1, "Choose at least one role.").max(4).default([]),
  idempotency_key: z.string().min(8).max(200),
});

const invitationSchema = z.strictObject({
  invitation_id: z.uuid("This invitation no longer exists. Reload the page."),
});

export const inviteMember = formAction(
  { role: "admin", schema: inviteSchema },
  async ({ email, name, roles, idempotency_key }, { db, org }) => {
    const outcome: InviteOutcome = await rpc(db, "invite_member", {
      p_org: org.id,
      p_email: email,
      p_name: name,
      p_roles: roles,
      p_idempotency_key: idempotency_key,
    });
    deliverAfterResponse();
    revalidatePath(routes.people(org.slug));
    return { ...outcome, email };
  },
);

export const resendInvitation = formAction(
  { role: "admin", schema: invitationSchema },
  async ({ invitation_id }, { db, org }) => {
    const args = { p_org: org.id, p_invitation_id: invitation_id };
    const { outcome }: { outcome: ResendOutcome } = await rpc(db, "resend_invitation", args);
    deliverAfterResponse();
    revalidatePath(routes.people(org.slug));
    return { outcome };
  },
);

export const revokeInvitation = formAction(
  { role: "admin", schema: invitationSchema },
  async ({ invitation_id }, { db, org }) => {
    const args = { p_org: org.id, p_invitation_id: invitation_id };
    const { outcome }: { outcome: ClosingOutcome } = await rpc(db, "revoke_invitation", args);
    revalidatePath(routes.people(org.slug));
    return { outcome };
  },
);
