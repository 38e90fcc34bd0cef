import type { Metadata } from "next";
import { DelegationForm } from "@/components/approvals/delegation-form";
import { DelegationList } from "@/components/approvals/delegation-list";
import { ChangePasswordForm } from "@/components/auth/change-password-form";
import { LeaveForm } from "@/components/auth/leave-form";
import { ProfileNameForm } from "@/components/auth/profile-name-form";
import { PageHeader } from "@/components/layout/page-header";
import { ChoicesForm } from "@/components/notifications/choices-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { listApprovers, listDelegations } from "@/lib/approvals/queries";
import { forPage, requireMember } from "@/lib/auth/gate";
import { signOutEverywhere } from "@/lib/auth/profile-actions";
import { roleLabel } from "@/lib/auth/roles";
import { getChoices, getDigestTime } from "@/lib/notifications/queries";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage({ params }: PageProps<"/[org]/profile">) {
  const { db, member, org } = await requireMember((await params).org);
  const isApprover = member.roles.includes("approver");
  const [choices, digestTime, approvers, delegations] = await forPage(
    Promise.all([
      getChoices(db, org.id, member.id),
      getDigestTime(db, org.id),
      isApprover ? listApprovers(db, org.id) : [],
      isApprover ? listDelegations(db, org.id) : [],
    ]),
  );
  const own = delegations.filter(({ from }) => from.id === member.id);
  return (
    <>
      <PageHeader title="Profile" description={`${member.email} · ${member.roles.map(roleLabel).join(", ")}`} />
      <div className="flex flex-col gap-4">
        <Panel title={`Your name at ${org.name}`}>
          <ProfileNameForm org={org.slug} name={member.name} />
        </Panel>
        <Panel title="What you are told by mail" id="notifications">
          <ChoicesForm org={org.slug} roles={member.roles} choices={choices} digestTime={digestTime} />
        </Panel>
        {isApprover && (
          <Panel title="While you are away">
            <div className="flex flex-col gap-5">
              {own.length > 0 && <DelegationList org={org} delegations={own} />}
              <DelegationForm
                key={own.length}
                org={org.slug}
                idempotencyKey={crypto.randomUUID()}
                approvers={approvers}
                own={member.id}
              />
            </div>
          </Panel>
        )}
        <Panel title="Password">
          <ChangePasswordForm org={org.slug} />
        </Panel>
        <Panel title="Devices">
          <form action={signOutEverywhere} className="flex flex-wrap items-center justify-between gap-4">
            <p className="max-w-prose text-sm text-muted text-pretty">
              Lost a phone, or left a screen open? This ends every session, this one included. Another device may still
              show pages until its session is renewed, an hour at most.
            </p>
            <SubmitButton variant="outline" pendingLabel="Signing out…">
              Sign out everywhere
            </SubmitButton>
          </form>
        </Panel>
        <Panel title="Leave">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p className="max-w-prose text-sm text-muted text-pretty">
              Ends your membership of {org.name}. Your account and other organizations stay.
            </p>
            <DialogButton trigger="Leave…" variant="danger-soft" title={`Leave ${org.name}?`}>
              <LeaveForm org={org.slug} name={org.name} />
            </DialogButton>
          </div>
        </Panel>
      </div>
    </>
  );
}
