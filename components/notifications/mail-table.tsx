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
          className: "max-w-64 lg:min-w-40",
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
          className: "lg:min-w-44",
          cell: ({ template, reference, orderNumber }) => (
            <div className="max-lg:text-end">
              <span className="block">{kindOf(template).label}</span>
              {reference && (
                <span className="block text-xs text-muted">
                  <TextLink href={routes.request(org, reference)} className="whitespace-nowrap">
                    {reference}
                  </TextLink>{" "}
                  · <span className="wrap-anywhere">{orderNumber}</span>
                </span>
              )}
            </div>
          ),
        },
        { id: "state", header: "State", cell: ({ standing }) => <MailMark standing={standing} /> },
        {
          id: "reason",
          header: "Why",
          className: "max-w-md lg:min-w-48",
          cell: ({ reason }) => <span className="text-xs text-muted text-pretty wrap-anywhere">{reason ?? "–"}</span>,
        },
        { id: "attempts", header: "Attempts", align: "end", cell: ({ attempts }) => attempts },
        {
          id: "since",
          header: "Queued",
          cell: ({ createdAt }) => (
            <RelativeTime at={createdAt} timeZone={timeZone} className="whitespace-nowrap text-muted" />
          ),
        },
        {
          id: "again",
          header: "Send again",
          isHeaderHidden: true,
          cell: (mail) => <RetryForm org={org} mail={mail} />,
        },
      ]}
    />
  );
}
