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
  /** Handed over at once; more would only meet the provider's rate limit. */
  batch?: number;
  sendTimeoutMs?: number;
  /** How it waits while the provider is busy. */
  pause?: (milliseconds: number) => Promise<void>;
  /** For tests; the settings decide otherwise. */
  transport?: MailTransport | null;
};

/** Longer than a batch can take, so that nobody else takes a row that is on its way. */
const LEASE_SECONDS = 60;

/**
 * Sends what is due until nothing is, nothing gets through, or the time is up; waits as long as a busy provider asks. Safe to
 * run any number of times at once: each row is claimed under a lease by one of them. What this leaves undone, the next does.
 */
export async function deliverDue({
  timeLimitMs = 20_000,
  batch = 4,
  sendTimeoutMs = 15_000,
  pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  transport = mailTransport(),
}: Options = {}): Promise<DeliveryReport> {
  const report: DeliveryReport = { isConfigured: transport !== null, sent: 0, failed: 0, dead: 0, superseded: 0 };
  if (!transport) return report;
  // The outbox belongs to all organizations and its commands to the service role alone; no person's rights apply.
  const db = adminClient();
  const end = Date.now() + timeLimitMs;
  try {
    while (Date.now() < end) {
      const claimed: Notification[] = await rpc(db, "claim_notifications", {
        p_limit: batch,
        p_lease_seconds: LEASE_SECONDS,
      });
      if (claimed.length === 0) break;
      const outcomes = await Promise.all(
        claimed.map((notification) => deliverOne(db, transport, notification, { sendTimeoutMs, report })),
      );
      // The provider is down, it seems: the others keep their attempts for when it is not.
      if (outcomes.every(({ outcome }) => outcome === "failed")) break;
      const waits = outcomes.map((one) => (one.outcome === "busy" ? one.retryAfterSeconds * 1000 : 0));
      const wait = Math.max(...waits);
      if (Date.now() + wait >= end) break;
      if (wait > 0) await pause(wait);
    }
  } finally {
    transport.close();
  }
  return report;
}

type Run = { sendTimeoutMs: number; report: DeliveryReport };

async function deliverOne(
  db: Db,
  transport: MailTransport,
  notification: Notification,
  { sendTimeoutMs, report }: Run,
): Promise<SendOutcome> {
  const outcome = await attempt(db, transport, notification, sendTimeoutMs);
  try {
    const settled: { outcome: string } = await rpc(db, "settle_notification", {
      p_id: notification.id,
      p_lease: notification.lease ?? "",
      p_outcome: outcome.outcome,
      ...(outcome.outcome === "sent"
        ? { p_provider_id: outcome.providerId ?? undefined }
        : {
            p_error: outcome.error,
            p_retry_after_seconds: "retryAfterSeconds" in outcome ? outcome.retryAfterSeconds : undefined,
            p_is_unknown: outcome.outcome === "failed" && outcome.isUnknown,
          }),
    });
    if (isCounted(settled.outcome)) report[settled.outcome] += 1;
  } catch (error) {
    // The row stays `sending` until its lease ends and goes out again under the same key, so nothing is lost or doubled.
    logError(`notification ${notification.id} could not be settled as ${outcome.outcome}`, error);
  }
  return outcome;
}

async function attempt(
  db: Db,
  transport: MailTransport,
  notification: Notification,
  timeoutMs: number,
): Promise<SendOutcome> {
  const { id, issue, template, facts: known } = notification;
  try {
    const source = {
      template,
      facts: template === "invitation" ? await unsealed(db, notification) : known,
      createdAt: notification.created_at,
      key: issue === 1 ? id : `${id}.${issue}`,
      recipientName: notification.recipient_name,
      recipientEmail: notification.recipient_email,
    };
    return await transport.send(await renderMessage(source, env().APP_URL), AbortSignal.timeout(timeoutMs));
  } catch (error) {
    // The database did not answer: nothing was sent, and there is no reason to give up.
    if (error instanceof AppError)
      return { outcome: "failed", error: "The mail's facts could not be read.", isUnknown: false };
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
