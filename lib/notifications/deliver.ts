import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logError } from "@/lib/log";
import { mailTransport } from "@/lib/notifications/mail-transport";
import type { MailTransport, SendOutcome } from "@/lib/notifications/message";
import { renderMessage } from "@/lib/notifications/render-message";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";

type Notification = Database["public"]["Functions"]["claim_notifications"]["Returns"][number];

/** How many notifications this run brought to which end. `superseded`: another worker had taken over meanwhile. */
export type DeliveryReport = { isConfigured: boolean; sent: number; failed: number; dead: number; superseded: number };

type Options = {
  /** A run starts no further batch after this many milliseconds. */
  timeLimitMs?: number;
  /** For tests; the settings decide otherwise. */
  transport?: MailTransport | null;
};

/** Sent at once; more would only meet the provider's rate limit. */
const BATCH = 4;
const SEND_TIMEOUT_MS = 15_000;
/** Longer than a batch can take, so that nobody else takes a row that is on its way. */
const LEASE_SECONDS = 60;

/**
 * Sends what is due until nothing is, the provider asks to slow down, or the time is up. Safe to run any number of times
 * at once: each row is claimed under a lease by one of them. What this leaves undone, the next run does.
 */
export async function deliverDue({
  timeLimitMs = 20_000,
  transport = mailTransport(),
}: Options = {}): Promise<DeliveryReport> {
  const report: DeliveryReport = { isConfigured: transport !== null, sent: 0, failed: 0, dead: 0, superseded: 0 };
  if (!transport) return report;
  // The outbox belongs to all organizations and its commands to the service role alone; no person's rights apply.
  const db = adminClient();
  const end = Date.now() + timeLimitMs;
  try {
    while (Date.now() < end) {
      const batch: Notification[] = await rpc(db, "claim_notifications", {
        p_limit: BATCH,
        p_lease_seconds: LEASE_SECONDS,
      });
      const outcomes = await Promise.all(batch.map((notification) => deliverOne(db, transport, notification, report)));
      if (batch.length < BATCH || outcomes.some((outcome) => outcome.outcome === "failed" && outcome.isBusy)) break;
    }
  } finally {
    transport.close();
  }
  return report;
}

async function deliverOne(
  db: Db,
  transport: MailTransport,
  notification: Notification,
  report: DeliveryReport,
): Promise<SendOutcome> {
  const outcome = await attempt(db, transport, notification);
  try {
    const settled: { outcome: string } = await rpc(db, "settle_notification", {
      p_id: notification.id,
      p_lease: notification.lease ?? "",
      p_outcome: outcome.outcome,
      p_provider_id: outcome.outcome === "sent" ? (outcome.providerId ?? undefined) : undefined,
      p_error: outcome.outcome === "sent" ? undefined : outcome.error,
    });
    if (isCounted(settled.outcome)) report[settled.outcome] += 1;
  } catch (error) {
    // The row stays `sending` until its lease ends and goes out again under the same key, so nothing is lost or doubled.
    logError(`notification ${notification.id} could not be settled as ${outcome.outcome}`, error);
  }
  return outcome;
}

async function attempt(db: Db, transport: MailTransport, notification: Notification): Promise<SendOutcome> {
  const {
    id,
    template,
    facts: known,
    created_at: createdAt,
    recipient_name: recipientName,
    recipient_email: recipientEmail,
  } = notification;
  try {
    const facts = template === "invitation" ? await unsealed(db, notification) : known;
    const message = await renderMessage(
      { id, template, facts, createdAt, recipientName, recipientEmail },
      env().APP_URL,
    );
    return await transport.send(message, AbortSignal.timeout(SEND_TIMEOUT_MS));
  } catch (error) {
    // The database did not answer: nothing was sent, and there is no reason to give up.
    if (error instanceof AppError) return { outcome: "failed", error: "The mail's facts could not be read." };
    logError(`notification ${id} could not be written`, error);
    return { outcome: "dead", error: "The mail could not be written from its facts; see the server's log." };
  }
}

/** The facts of an invitation with its link, which the outbox keeps apart until the mail is sent. */
async function unsealed(db: Db, { id, lease, facts }: Notification): Promise<unknown> {
  const answer: { outcome: string; facts?: object } = await rpc(db, "unseal_notification", {
    p_id: id,
    p_lease: lease ?? "",
  });
  return { ...(facts as object), ...answer.facts };
}

function isCounted(outcome: string): outcome is "sent" | "failed" | "dead" | "superseded" {
  return outcome === "sent" || outcome === "failed" || outcome === "dead" || outcome === "superseded";
}
