import { MailMark } from "@/components/notifications/mail-mark";
import { formatTimestamp } from "@/lib/dates";
import type { RequestMail } from "@/lib/notifications/mail-queries";
import { kindOf } from "@/lib/notifications/notification-kinds";

type Props = { mails: readonly RequestMail[]; timeZone: string };

/** Who was told what by mail, and whether it got out. */
export function RequestMails({ mails, timeZone }: Props) {
  if (mails.length === 0) return <p className="px-4 py-3 text-sm text-muted">Nobody was told by mail.</p>;
  return (
    <ul className="divide-y divide-separator text-[0.8125rem]">
      {mails.map(({ id, template, recipientName, recipientEmail, standing, sentAt, createdAt }) => (
        <li key={id} className="flex items-start justify-between gap-3 px-4 py-2">
          <div className="min-w-0">
            <p>
              <span className="font-medium">{kindOf(template).label}</span> to {recipientName || recipientEmail}
            </p>
            <p className="truncate text-xs text-muted" title={recipientEmail}>
              {formatTimestamp(sentAt ?? createdAt, timeZone)}
            </p>
          </div>
          <MailMark standing={standing} />
        </li>
      ))}
    </ul>
  );
}
