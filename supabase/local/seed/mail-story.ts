import type { Sql } from "postgres";
import type { Command } from "./as-person.ts";

/** A shared mailbox on the floor that has been closed, so that mail to it comes back. */
export const closedMailbox = "dock-3@northwind.test";

/**
 * What became of the mail of a story that was over before anybody came: nearly all of it arrived, some waits for an admin.
 * Nobody wants a mailbox full of it, so nothing is sent. The mail server's answers are the seed's own; the report of a mail
 * that came back goes the way it would come.
 */
export async function tellMail(sql: Sql, orgId: string): Promise<void> {
  await sql`
    update public.notifications set
      state = 'sent', attempts = 1, sent_at = created_at, provider_id = 'demo-' || id,
      first_attempt_at = created_at, last_attempt_at = created_at, delivered_at = created_at + interval '4 seconds'
    where state = 'queued'`;
  await comesBack(sql, orgId);
  await givesUp(sql, orgId);
  // What people have seen by now; the newest few are news to them.
  await sql`
    update public.inbox_items i set read_at = now() from (
      select id, row_number() over (partition by member_id order by created_at desc, id) as place
      from public.inbox_items where org_id = ${orgId}
    ) n where n.id = i.id and n.place > 6`;
}

/** Tells the organization's floor by a mailbox that does not exist any more. */
export async function openClosedMailbox(admin: Command, orgId: string): Promise<void> {
  await admin("set_fulfillment_email", { p_org: orgId, p_email: closedMailbox });
}

async function comesBack(sql: Sql, orgId: string): Promise<void> {
  const mails = await sql<{ id: string; provider: string }[]>`
    select id, provider_id as provider from public.notifications
    where org_id = ${orgId} and recipient_email = ${closedMailbox} order by created_at, id`;
  const [first, ...later] = mails;
  if (!first) throw new Error("Nothing was mailed to the closed mailbox.");
  await sql`update public.notifications set delivered_at = null where id = ${first.id}`;
  await sql`
    select private.record_mail_event(${`demo-${first.id}`}, ${first.provider}, 'bounced', true,
      '550 5.1.1 The mailbox dock-3 was closed', now())`;
  await sql`
    update public.notifications set
      state = 'suppressed', attempts = 0, sent_at = null, delivered_at = null, provider_id = null,
      last_error = 'Held: an earlier mail to this address came back: 550 5.1.1 The mailbox dock-3 was closed'
    where id = any (${later.map(({ id }) => id)})`;
}

async function givesUp(sql: Sql, orgId: string): Promise<void> {
  const mails = await sql<{ id: string }[]>`
    select id from public.notifications
    where org_id = ${orgId} and state = 'sent' and bounced_at is null and recipient_email like 'sam@%' order by created_at, id limit 4`;
  const [longAgo, other, refused, retried] = mails.map(({ id }) => id);
  if (!longAgo || !other || !refused || !retried) throw new Error("Sam was told too little for this story.");
  const unsent = sql`sent_at = null, delivered_at = null, provider_id = null`;
  await sql`
    update public.notifications set ${unsent}, state = 'dead', attempts = 10,
      last_error = 'Resend answered 503 application_error: Service unavailable',
      first_attempt_at = now() - interval '31 hours', last_attempt_at = now() - interval '27 hours', maybe_sent_at = now() - interval '31 hours'
    where id = ${longAgo}`;
  await sql`
    update public.notifications set ${unsent}, state = 'dead', attempts = 10,
      last_error = 'Resend answered 503 application_error: Service unavailable',
      first_attempt_at = now() - interval '9 hours', last_attempt_at = now() - interval '5 hours', maybe_sent_at = now() - interval '9 hours'
    where id = ${other}`;
  await sql`
    update public.notifications set ${unsent}, state = 'dead', attempts = 1,
      last_error = 'Resend answered 403 validation_error: The northwind.test domain is not verified',
      first_attempt_at = now() - interval '2 hours', last_attempt_at = now() - interval '2 hours'
    where id = ${refused}`;
  await sql`
    update public.notifications set ${unsent}, state = 'failed', attempts = 4, next_attempt_at = now() + interval '40 minutes',
      last_error = 'The mail server refused: 451 4.7.1 Greylisted, try again later',
      first_attempt_at = now() - interval '4 minutes', last_attempt_at = now() - interval '1 minute'
    where id = ${retried}`;
}
