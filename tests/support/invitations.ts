import { type Answer, ask, askAs } from "./ask.ts";
import type { Member, Organization, Role } from "./organization.ts";
import { superuser } from "./postgres.ts";

/** Invites an address as the organization's admin. */
export function invite(
  org: Organization,
  email: string,
  {
    by = org.admin,
    roles = ["requester"],
    key = crypto.randomUUID(),
  }: { by?: Member; roles?: Role[]; key?: string } = {},
): Promise<Answer> {
  return ask(by.userId, "invite_member", {
    p_org: org.id,
    p_email: email,
    p_name: null,
    p_roles: roles,
    p_idempotency_key: key,
  });
}

/** The secret link of the newest mail to an address that has not been sent, as its sender gets it. */
export async function tokenFor(orgId: string, email: string): Promise<string> {
  const [row] = await superuser<{ token: string }[]>`
    select s.facts ->> 'token' as token
    from private.mail_secrets s join public.notifications n on n.org_id = s.org_id and n.id = s.notification_id
    where n.org_id = ${orgId} and n.recipient_email = ${email} and n.state <> 'dead' order by n.created_at desc limit 1`;
  if (!row) throw new Error(`No unsent invitation mail to ${email}.`);
  return row.token;
}

export function accept(userId: string, token: string, name: string | null = null): Promise<Answer> {
  return ask(userId, "accept_invitation", { p_token: token, p_name: name });
}

/** One attempt as the server counts it before it asks the auth API. */
export function takeAttempt(kind: string, email: string, address: string | null): Promise<Answer> {
  return askAs("service_role", "take_attempt", { p_kind: kind, p_email: email, p_address: address });
}

/** Lets the last mail of an invitation have been long ago. */
export async function age(invitationId: unknown, interval: string): Promise<void> {
  await superuser`
    update public.invitations set sent_at = sent_at - ${interval}::interval, expires_at = expires_at - ${interval}::interval
    where id = ${String(invitationId)}`;
}
