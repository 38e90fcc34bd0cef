import "server-only";
import { MAILS_PER_PAGE, type MailSearch } from "@/lib/notifications/mail-search";
import { type MailStanding, mailStanding } from "@/lib/notifications/mail-standing";
import type { Template } from "@/lib/notifications/template";
import type { Database } from "@/lib/supabase/database.types";
import { read } from "@/lib/supabase/read";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";

/** Whether a mail may go out anew, and what stands in the way: `private.retry_verdict` in the database. */
export type RetryVerdict =
  | "unchanged"
  | "again"
  | "anew"
  | "may_arrive_twice"
  | "address_suppressed"
  | "use_invitation";

export type MailRow = {
  id: string;
  template: Template;
  email: string;
  name: string;
  orderNumber: string | null;
  reference: string | null;
  standing: MailStanding;
  attempts: number;
  /** What the mail server said last, or what the provider reported. */
  reason: string | null;
  createdAt: string;
  nextAttemptAt: string;
  sentAt: string | null;
  retry: RetryVerdict;
};

/** A page of the organization's mail, the newest first; for admins. */
export async function searchMail(
  db: Db,
  orgId: string,
  { view, query, page }: MailSearch,
): Promise<{ rows: MailRow[]; total: number }> {
  const rows = await rpc(db, "search_mail", {
    p_org: orgId,
    p_view: view,
    p_query: query,
    p_limit: MAILS_PER_PAGE,
    p_offset: (page - 1) * MAILS_PER_PAGE,
  });
  return { rows: rows.map(mailRow), total: rows[0]?.total_count ?? 0 };
}

type Found = Database["public"]["Functions"]["search_mail"]["Returns"][number];

function mailRow(row: Found): MailRow {
  return {
    id: row.id,
    template: row.template,
    email: row.recipient_email,
    name: row.recipient_name,
    orderNumber: row.order_number,
    reference: row.request_reference,
    standing: mailStanding({
      state: row.state,
      deliveredAt: row.delivered_at,
      delayedAt: row.delayed_at,
      bouncedAt: row.bounced_at,
      complainedAt: row.complained_at,
    }),
    attempts: row.attempts,
    reason: row.last_error ?? row.delivery_detail,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at,
    sentAt: row.sent_at,
    retry: row.retry as RetryVerdict,
  };
}

/** What is wrong with the organization's mail: `private.mail_trouble` in the database. */
export type MailTrouble = {
  failingSince: string | null;
  waiting: number;
  dead: number;
  suppressed: number;
  addresses: number;
  lastError: string | null;
};

export async function getMailTrouble(db: Db, orgId: string): Promise<MailTrouble> {
  const answer = (await rpc(db, "mail_trouble", { p_org: orgId })) as Omit<
    MailTrouble,
    "failingSince" | "lastError"
  > & {
    failing_since: string | null;
    last_error: string | null;
  };
  const { failing_since: failingSince, last_error: lastError, waiting, dead, suppressed, addresses } = answer;
  return { failingSince, lastError, waiting, dead, suppressed, addresses };
}

/** An address that mail is held back from. */
export type HeldAddress = { email: string; reason: "bounced" | "complained"; detail: string; since: string };

export async function listHeldAddresses(db: Db, orgId: string): Promise<HeldAddress[]> {
  const rows = await read(
    db
      .from("suppressed_addresses")
      .select("email, reason, detail, suppressed_at")
      .eq("org_id", orgId)
      .is("cleared_at", null)
      .order("suppressed_at", { ascending: false })
      .limit(500),
  );
  return rows.map(({ email, reason, detail, suppressed_at }) => ({
    email,
    reason: reason === "complained" ? "complained" : "bounced",
    detail,
    since: suppressed_at,
  }));
}

/** An e-mail about a request and what became of it. */
export type RequestMail = {
  id: string;
  template: Template;
  recipientName: string;
  recipientEmail: string;
  standing: MailStanding;
  createdAt: string;
  sentAt: string | null;
};

/** The e-mails about a request, the first one first. */
export async function listRequestMails(db: Db, orgId: string, requestId: string): Promise<RequestMail[]> {
  const rows = await read(
    db
      .from("notifications")
      .select(
        "id, template, recipient_name, recipient_email, state, created_at, sent_at, delivered_at, delayed_at, bounced_at, complained_at",
      )
      .eq("org_id", orgId)
      .eq("request_id", requestId)
      .order("created_at")
      .order("recipient_email")
      .limit(200),
  );
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    recipientName: row.recipient_name,
    recipientEmail: row.recipient_email,
    standing: mailStanding({
      state: row.state,
      deliveredAt: row.delivered_at,
      delayedAt: row.delayed_at,
      bouncedAt: row.bounced_at,
      complainedAt: row.complained_at,
    }),
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }));
}
