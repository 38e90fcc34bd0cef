import type { MailContent } from "@/lib/notifications/mail-content";

/** The mail for people and machines that read no HTML. */
export function plainText(mail: MailContent): string {
  const parts = [
    mail.heading,
    mail.lead,
    mail.problems.map((problem) => `- ${problem}`).join("\n"),
    mail.note ? `${mail.noteLabel}:\n${mail.note}` : "",
    mail.changes.map((change) => changeText(change)).join("\n"),
    mail.items.map(({ label, text }) => `${label}: ${text}`).join("\n"),
    `${mail.button}: ${mail.href}`,
    footerText(mail),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

export function footerText({ organization }: Pick<MailContent, "organization">): string {
  return `Sent by the order change requests of ${organization}. The link opens the page; opening it decides nothing.`;
}

function changeText({ subject, before, after, difference }: MailContent["changes"][number]): string {
  return `${subject}: ${inOneLine(before)} → ${inOneLine(after)}${difference && ` (${difference})`}`;
}

function inOneLine(text: string): string {
  return text.split(/\s*[\r\n]+\s*/).join(", ");
}
