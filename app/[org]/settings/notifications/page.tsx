import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { FulfillmentEmailForm } from "@/components/settings/fulfillment-email-form";
import { MailRules } from "@/components/settings/mail-rules";
import { WaitingMailTable } from "@/components/settings/waiting-mail-table";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { canSendMail } from "@/lib/notifications/mail-transport";
import { getFulfillmentEmail, listWaitingMail } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ params }: PageProps<"/[org]/settings/notifications">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const [email, waiting] = await forPage(Promise.all([getFulfillmentEmail(db, org.id), listWaitingMail(db, org.id)]));
  return (
    <div className="flex flex-col gap-4">
      {!canSendMail() && (
        <Notice tone="warning" title="No mail leaves this installation">
          Neither Resend nor an SMTP server is configured. Mails are kept and go out once one is: see the environment
          table in the README.
        </Notice>
      )}
      <Panel title="Who is told" isFlush>
        <MailRules />
      </Panel>
      <Panel>
        <FulfillmentEmailForm org={org.slug} email={email} />
      </Panel>
      <Panel
        title="Not handed over yet"
        aside={
          waiting.total > waiting.rows.length
            ? `the newest ${waiting.rows.length} of ${waiting.total.toLocaleString("en-US")}`
            : undefined
        }
        isFlush
      >
        {waiting.rows.length > 0 ? (
          <WaitingMailTable mails={waiting.rows} timeZone={org.timeZone} />
        ) : (
          <EmptyState Icon={MailCheck} title="Every mail has been handed over">
            Mails that wait for another attempt would be listed here, with what the mail server said.
          </EmptyState>
        )}
      </Panel>
    </div>
  );
}
