import { render } from "react-email";
import { type MailSource, mailContent } from "@/lib/notifications/mail-content";
import type { Message } from "@/lib/notifications/message";
import { oneLine } from "@/lib/notifications/one-line";
import { plainText } from "@/lib/notifications/plain-text";
import { RequestMail } from "@/lib/notifications/templates/request-mail";

export type Recipient = { id: string; recipientName: string; recipientEmail: string };

/** The message of a notification, the same at every attempt. Throws when its facts cannot be read. */
export async function renderMessage(source: MailSource & Recipient, appUrl: string): Promise<Message> {
  const mail = mailContent(source, appUrl);
  return {
    id: source.id,
    to: { name: oneLine(source.recipientName, 100), address: source.recipientEmail },
    subject: mail.subject,
    html: await render(<RequestMail mail={mail} />),
    text: plainText(mail),
  };
}
