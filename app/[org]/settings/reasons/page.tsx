import type { Metadata } from "next";
import { AddReasonForm } from "@/components/settings/add-reason-form";
import { ReasonList } from "@/components/settings/reason-list";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listReasons } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Reasons" };

export default async function ReasonsPage({ params }: PageProps<"/[org]/settings/reasons">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const reasons = await forPage(listReasons(db, org.id));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        Why people change orders. Every request names one, besides saying it in their own words.
      </p>
      <ReasonList org={org.slug} reasons={reasons} />
      <Panel>
        <AddReasonForm org={org.slug} />
      </Panel>
    </div>
  );
}
