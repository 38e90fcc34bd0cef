import "server-only";
import { createTransport } from "nodemailer";
import type { MailTransport, SendOutcome } from "@/lib/notifications/message";

type Settings = { url: string; from: string };

/**
 * Sends by SMTP. The protocol has no idempotency key; the Message-ID made from the notification's id lets mail systems
 * recognize a repeat after a lost answer.
 */
export function smtpTransport({ url, from }: Settings): MailTransport {
  const smtp = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
  });
  return {
    send: async ({ id, to, subject, html, text }, signal) => {
      const stop = Promise.withResolvers<never>();
      const onAbort = () => stop.reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
      try {
        const headers = { "Auto-Submitted": "auto-generated" };
        const sending = smtp.sendMail({ from, to, subject, html, text, messageId: messageId(id, from), headers });
        const { messageId: accepted } = await Promise.race([sending, stop.promise]);
        return { outcome: "sent", providerId: accepted };
      } catch (error) {
        return outcomeOfSmtpError(error);
      } finally {
        signal.removeEventListener("abort", onAbort);
      }
    },
    close: () => smtp.close(),
  };
}

/** 5yz is final, except where the server refuses us (sign-in, policy before the recipient) rather than the message. */
export function outcomeOfSmtpError(error: unknown): SendOutcome {
  const { responseCode, message = String(error) } = (error ?? {}) as { responseCode?: number; message?: string };
  const text = `The mail server refused: ${message}`;
  if (responseCode === 421) return { outcome: "failed", error: text, isBusy: true };
  const isFinal = responseCode !== undefined && responseCode >= 550 && responseCode <= 555;
  return { outcome: isFinal ? "dead" : "failed", error: text };
}

/** `<id@the sender's own domain>`. */
function messageId(id: string, from: string): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? "localhost";
  return `<${id}@${domain}>`;
}
