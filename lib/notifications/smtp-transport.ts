import "server-only";
import { createTransport } from "nodemailer";
import type { MailTransport, SendOutcome } from "@/lib/notifications/message";

type Settings = { url: string; from: string };

/**
 * Sends by SMTP. The protocol has no idempotency key; the Message-ID made from the message's key lets mail systems recognize
 * a repeat after a lost answer.
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
    send: async ({ key, to, subject, html, text }, signal) => {
      const stop = Promise.withResolvers<never>();
      const onAbort = () => stop.reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
      try {
        const headers = { "Auto-Submitted": "auto-generated" };
        const sending = smtp.sendMail({ from, to, subject, html, text, messageId: messageId(key, from), headers });
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

/**
 * 5yz is final, except where the server refuses us (sign-in, policy before the recipient) rather than the message; 4yz
 * passes. A server that never let us begin took nothing; one that fell silent halfway may have.
 */
export function outcomeOfSmtpError(error: unknown): SendOutcome {
  const { responseCode, code, command, message = String(error) } = (error ?? {}) as SmtpError;
  if (responseCode === undefined) {
    const neverBegan = command === "CONN" || code === "EDNS" || code === "EAUTH" || code === "ETLS";
    return { outcome: "failed", error: `The mail server did not answer: ${message}`, isUnknown: !neverBegan };
  }
  const text = `The mail server refused: ${message}`;
  if (responseCode === 421) return { outcome: "busy", error: text, retryAfterSeconds: 30 };
  if (responseCode >= 550 && responseCode <= 555) return { outcome: "dead", error: text };
  return { outcome: "failed", error: text, isUnknown: false };
}

type SmtpError = { responseCode?: number; code?: string; command?: string; message?: string };

/** `<key@the sender's own domain>`. */
function messageId(key: string, from: string): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? "localhost";
  return `<${key}@${domain}>`;
}
