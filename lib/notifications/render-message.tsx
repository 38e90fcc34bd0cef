import { render } from "react-email";
import type { Message } from "@/lib/notifications/message";
import { oneLine } from "@/lib/notifications/one-line";
import { plainText } from "@/lib/notifications/plain-text";
import type { Template } from "@/lib/notifications/template";
import { MailPage } from "@/lib/notifications/templates/mail-page";
import { writeMail } from "@/lib/notifications/write-mail";

/** A notification as far as its mail is concerned. */
export type MailSource = {
  template: Template;
  facts: unknown;
  createdAt: string;
  key: string;
  recipientName: string;
  recipientEmail: string;
};

/** The message of a notification, the same at every attempt. Throws when its facts cannot be read. */
export async function renderMessage(source: MailSource, appUrl: string): Promise<Message> {
  const mail = writeMail(source.template, source.facts, { createdAt: source.createdAt, appUrl });
  return {
    key: source.key,
    to: { name: oneLine(source.recipientName, 100), address: source.recipientEmail },
    subject: mail.subject,
    html: await render(<MailPage mail={mail} />),
    text: plainText(mail),
  };
}
