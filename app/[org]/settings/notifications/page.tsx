import type { Metadata } from "next";
import { DigestTimeForm } from "@/components/notifications/digest-time-form";
import { FulfillmentEmailForm } from "@/components/settings/fulfillment-email-form";
import { MailRules } from "@/components/settings/mail-rules";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getDigestTime } from "@/lib/notifications/queries";
import { getFulfillmentEmail } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ params }: PageProps<"/[org]/settings/notifications">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const [email, digestTime] = await forPage(Promise.all([getFulfillmentEmail(db, org.id), getDigestTime(db, org.id)]));
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Who is told" isFlush>
        <MailRules />
      </Panel>
      <Panel>
        <FulfillmentEmailForm org={org.slug} email={email} />
      </Panel>
      <Panel>
        <DigestTimeForm org={org.slug} time={digestTime} timeZone={org.timeZone} />
      </Panel>
    </div>
  );
}
