import type { MailChange, MailContent } from "@/lib/notifications/mail-content";

/** The mail for people and machines that read no HTML. Lines break where the reader's window does, so a narrow one is fine. */
export function plainText(mail: MailContent): string {
  const { changes, note } = mail;
  const parts = [
    mail.heading,
    mail.lead,
    mail.problems.map((problem) => `! ${problem}`).join("\n"),
    note ? `${note.label}:\n${quoted(note.text)}` : "",
    changes ? changes.rows.map((change) => changeText(change)).join("\n") : "",
    ...mail.lists.map(listText),
    mail.items.map(({ label, text }) => `${label}: ${text}`).join("\n"),
    `${mail.link.label}:\n${mail.link.href}`,
    `-- \n${footerText(mail)}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

export function footerText({ organization, isChoice }: Pick<MailContent, "organization" | "isChoice">): string {
  const choice = isChoice ? " Members choose on their profile page what they are told by mail." : "";
  return `Sent by the order change requests of ${organization}. The link opens a page; opening it decides nothing.${choice}`;
}

function changeText({ subject, before, after, difference }: MailChange): string {
  return `* ${subject}: ${before} → ${after}${difference && ` (${difference})`}`;
}

function listText({ title, rows, more }: MailContent["lists"][number]): string {
  const lines = rows.map((row) => `* ${row.title}\n  ${row.text}`);
  if (more > 0) lines.push(`  … and ${more} more`);
  return `${title}\n${lines.join("\n")}`;
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
