import { MailMark } from "@/components/notifications/mail-mark";
import { RetryForm } from "@/components/notifications/retry-form";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { MailRow } from "@/lib/notifications/mail-queries";
import { kindOf } from "@/lib/notifications/notification-kinds";
import { routes } from "@/lib/routes";

type Props = { org: string; mails: readonly MailRow[]; timeZone: string };

/** Mail as it stands: to whom, about what, what became of it and why, and the way to send it again. */
export function MailTable({ org, mails, timeZone }: Props) {
  return (
    <DataTable
      caption="Mail of this organization"
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "to",
          header: "To",
          phone: "lead",
          className: "max-w-56 lg:min-w-44",
          cell: ({ name, email }) => (
            <>
              {name && <span className="block truncate font-medium">{name}</span>}
              <span className={name ? "block text-xs text-muted wrap-anywhere" : "font-medium wrap-anywhere"}>
                {email}
              </span>
            </>
          ),
        },
        {
          id: "about",
          header: "About",
          cell: ({ template, reference, orderNumber, createdAt }) => (
            <div>
              <span className="block">{kindOf(template).label}</span>
              <span className="block text-xs text-muted">
                {reference && (
                  <>
                    <TextLink href={routes.request(org, reference)} className="whitespace-nowrap">
                      {reference}
                    </TextLink>{" "}
                    · <span className="wrap-anywhere">{orderNumber}</span> ·{" "}
                  </>
                )}
                <RelativeTime at={createdAt} timeZone={timeZone} className="whitespace-nowrap" />
              </span>
            </div>
          ),
        },
        {
          id: "state",
          header: "State",
          cell: ({ standing, attempts }) => (
            <div>
              <MailMark standing={standing} />
              {attempts > 1 && <span className="mt-1 block text-xs text-muted">{attempts} attempts</span>}
            </div>
          ),
        },
        {
          id: "reason",
          header: "Why",
          className: "max-w-xs",
          cell: ({ reason }) =>
            reason && <span className="text-xs text-muted text-pretty wrap-anywhere">{reason}</span>,
        },
        {
          id: "again",
          header: "Send again",
          isHeaderHidden: true,
          className: "md:w-28",
          cell: (mail) => <RetryForm org={org} mail={mail} />,
        },
      ]}
    />
  );
}
