import postgres from "postgres";

/**
 * Marks what earlier steps queued as sent. The database tests leave hundreds of mails to nobody, and a test that waits for
 * its own in the mailbox would wait behind all of them.
 */
export async function forgetEarlierMail(adminDatabaseUrl: string): Promise<void> {
  const sql = postgres(adminDatabaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`
      update public.notifications set state = 'sent', sent_at = now(), lease = null, lease_until = null
      where state in ('queued', 'failed', 'sending')`;
  } finally {
    await sql.end();
  }
}
