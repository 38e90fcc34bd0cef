import "server-only";
import { type ErrorResponse, Resend } from "resend";
import type { MailTransport, Message, SendOutcome } from "@/lib/notifications/message";
import { retryAfterSeconds } from "@/lib/notifications/retry-after";

type Settings = { apiKey: string; baseUrl?: string; from: string };

/**
 * Sends through Resend. The message's key is the Idempotency-Key: Resend keeps it for 24 hours, so a second attempt after a
 * lost answer or a crash is answered like the first and sends nothing.
 */
export function resendTransport({ apiKey, baseUrl, from }: Settings): MailTransport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  return {
    send: async (message, signal) => {
      try {
        const { data, error, headers } = await resend.emails.send(
          {
            from,
            to: recipientOf(message),
            subject: message.subject,
            html: message.html,
            text: message.text,
            headers: { "Auto-Submitted": "auto-generated" },
          },
          { idempotencyKey: message.key, signal },
        );
        if (!error) return { outcome: "sent", providerId: data.id };
        return outcomeOfResendError(error, retryAfterSeconds(headers?.["retry-after"]));
      } catch (error) {
        // Aborted, or no answer: whether the mail left is unknown, and the same key makes asking again safe.
        return { outcome: "failed", error: error instanceof Error ? error.message : String(error), isUnknown: true };
      }
    },
    close: () => undefined,
  };
}

/**
 * Slow down and broken servers pass by themselves; so does a wrong key or an unverified domain (401, 403) once somebody
 * has put it right, and no mail may be lost until then. What is left of 4xx stays wrong however often it is sent. A server
 * that broke, or gave no answer, may have taken the mail before.
 */
export function outcomeOfResendError(
  { name, message, statusCode }: Pick<ErrorResponse, "message" | "statusCode"> & { name: string },
  retryAfter?: number,
): SendOutcome {
  const error = `Resend answered ${statusCode ?? "nothing"} ${name}: ${message}`;
  if (statusCode === 429) {
    // A day's or a month's quota comes back with the hour at the earliest, the rate with the next second.
    return { outcome: "busy", error, retryAfterSeconds: retryAfter ?? (name.includes("quota") ? 3600 : 1) };
  }
  const isRunning = statusCode === 409 && name === "concurrent_idempotent_requests";
  const isUnknown = statusCode === null || statusCode >= 500 || statusCode === 408 || isRunning;
  if (isUnknown) return { outcome: "failed", error, isUnknown, retryAfterSeconds: retryAfter };
  if ([401, 403, 425].includes(statusCode)) return { outcome: "failed", error, isUnknown: false };
  return { outcome: "dead", error };
}

/** A display name in quotes, without what could end them or start an address of its own. */
function recipientOf({ to }: Message): string {
  const name = to.name.replaceAll(/["\\<>]/g, "").trim();
  return name ? `"${name}" <${to.address}>` : to.address;
}
