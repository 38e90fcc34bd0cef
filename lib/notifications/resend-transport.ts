import "server-only";
import { type ErrorResponse, Resend } from "resend";
import type { MailTransport, Message, SendOutcome } from "@/lib/notifications/message";

type Settings = { apiKey: string; baseUrl?: string; from: string };

/**
 * Sends through Resend. The notification's id is the Idempotency-Key: Resend keeps it for 24 hours, so a second attempt
 * after a lost answer or a crash is answered like the first and sends nothing.
 */
export function resendTransport({ apiKey, baseUrl, from }: Settings): MailTransport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  return {
    send: async (message, signal) => {
      try {
        const { data, error } = await resend.emails.send(
          {
            from,
            to: recipientOf(message),
            subject: message.subject,
            html: message.html,
            text: message.text,
            headers: { "Auto-Submitted": "auto-generated" },
          },
          { idempotencyKey: message.id, signal },
        );
        return error ? outcomeOfResendError(error) : { outcome: "sent", providerId: data.id };
      } catch (error) {
        // Aborted, or no answer: whether the mail left is unknown, and the same key makes asking again safe.
        return { outcome: "failed", error: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => undefined,
  };
}

/**
 * Slow down and broken servers pass by themselves; so does a wrong key or an unverified domain (401, 403) once somebody
 * has put it right, and no mail may be lost until then. What is left of 4xx stays wrong however often it is sent.
 */
export function outcomeOfResendError({
  name,
  message,
  statusCode,
}: Pick<ErrorResponse, "message" | "statusCode"> & { name: string }): SendOutcome {
  const error = `Resend answered ${statusCode ?? "nothing"} ${name}: ${message}`;
  if (statusCode === 429) return { outcome: "failed", error, isBusy: true };
  const isTemporary = statusCode === null || statusCode >= 500 || [401, 403, 408, 425].includes(statusCode);
  const isRunning = statusCode === 409 && name === "concurrent_idempotent_requests";
  return { outcome: isTemporary || isRunning ? "failed" : "dead", error };
}

/** A display name in quotes, without what could end them or start an address of its own. */
function recipientOf({ to }: Message): string {
  const name = to.name.replaceAll(/["\\<>]/g, "").trim();
  return name ? `"${name}" <${to.address}>` : to.address;
}
