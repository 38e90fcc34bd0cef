import "server-only";
import { type Env, env } from "@/lib/env";
import type { MailTransport } from "@/lib/notifications/message";
import { resendTransport } from "@/lib/notifications/resend-transport";
import { smtpTransport } from "@/lib/notifications/smtp-transport";

type MailSettings = Pick<Env, "MAIL_FROM" | "RESEND_API_KEY" | "RESEND_BASE_URL" | "SMTP_URL">;

/** Resend when its key is set, SMTP otherwise, null when neither is: then mail waits in the outbox. */
export function mailTransport(settings: MailSettings = env()): MailTransport | null {
  const { MAIL_FROM: from, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_URL: url } = settings;
  if (apiKey) return resendTransport({ apiKey, baseUrl, from });
  return url ? smtpTransport({ url, from }) : null;
}

/** Whether mail can leave at all, for the health route and the settings. */
export function canSendMail(): boolean {
  const { RESEND_API_KEY, SMTP_URL } = env();
  return Boolean(RESEND_API_KEY ?? SMTP_URL);
}
