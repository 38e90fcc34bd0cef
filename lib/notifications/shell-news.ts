import "server-only";
import type { Gate } from "@/lib/auth/gate";
import { getMailTrouble, type MailTrouble } from "@/lib/notifications/mail-queries";
import { countUnread } from "@/lib/notifications/queries";

/** What the frame around every page shows of the outside world, and when it was so. */
export type ShellNews = { unread: number; isMailFailing: boolean; at: string };

/** For the frame and its bell. `trouble` is an admin's business; null for everybody else. */
export async function getShellNews({
  db,
  org,
  member,
}: Pick<Gate, "db" | "org" | "member">): Promise<{ news: ShellNews; trouble: MailTrouble | null }> {
  const [unread, trouble] = await Promise.all([
    countUnread(db, org.id, member.id),
    member.roles.includes("admin") ? getMailTrouble(db, org.id) : null,
  ]);
  const isMailFailing = Boolean(trouble?.failingSince);
  return { news: { unread, isMailFailing, at: new Date().toISOString() }, trouble };
}
