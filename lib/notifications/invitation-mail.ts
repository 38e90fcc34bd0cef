import { z } from "zod";
import { memberRoles, roleLabel } from "@/lib/auth/roles";
import { formatTimestamp } from "@/lib/dates";
import { type MailContent, type MailContext, nothingMore } from "@/lib/notifications/mail-content";
import { oneLine } from "@/lib/notifications/one-line";
import { routes } from "@/lib/routes";

const schema = z.object({
  organization: z.string(),
  inviter: z.string(),
  email: z.string(),
  roles: z.array(z.enum(memberRoles)),
  expires_at: z.string(),
  time_zone: z.string(),
  /** Not in the outbox: the sender unseals it for this one mail. */
  token: z.string().min(32),
});

/** What an invitation says. Throws on facts of another shape, such as those without the token. */
export function invitationMail(frozen: unknown, { appUrl }: MailContext): MailContent {
  const facts = schema.parse(frozen);
  const { organization, inviter } = facts;
  return {
    ...nothingMore,
    isChoice: false,
    organization,
    subject: oneLine(`${inviter} invites you to ${organization}`),
    heading: `Join ${organization}`,
    lead: `${inviter} invites you to request, approve and follow changes to open orders. The link is yours alone: it works once, and for this address only.`,
    items: [
      { label: "Address", text: facts.email },
      { label: facts.roles.length > 1 ? "Roles" : "Role", text: facts.roles.map(roleLabel).join(", ") },
      { label: "Good until", text: formatTimestamp(facts.expires_at, facts.time_zone) },
    ],
    link: { label: "Open the invitation", href: `${appUrl}${routes.invitation(facts.token)}` },
  };
}
