import postgres from "postgres";

/**
 * Marks what earlier steps queued as sent. The database tests leave hundreds of mails to nobody, and a test that waits for
 * its own in the mailbox would wait behind all of them. Nor do their organizations have a morning of their own today, whatever
 * time the tests run at.
 */
export async function forgetEarlierMail(adminDatabaseUrl: string): Promise<void> {
  const sql = postgres(adminDatabaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`
      update public.notifications set state = 'sent', sent_at = now(), lease = null, lease_until = null
      where state in ('queued', 'failed', 'sending')`;
    await sql`
      insert into private.digest_days (org_id, day)
      select g.id, current_date + n from public.organizations g cross join generate_series(-1, 1) n on conflict do nothing`;
  } finally {
    await sql.end();
  }
}
