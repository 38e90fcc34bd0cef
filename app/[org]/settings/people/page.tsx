import type { Metadata } from "next";
import { InvitationList } from "@/components/settings/invitation-list";
import { InviteForm } from "@/components/settings/invite-form";
import { PeopleList } from "@/components/settings/people-list";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listHeldAddresses } from "@/lib/notifications/mail-queries";
import { newRequestKey } from "@/lib/request-key";
import { listInvitations } from "@/lib/settings/invitation-queries";
import { listPeople } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: PageProps<"/[org]/settings/people">) {
  const { db, member, org } = await requireMember((await params).org, "admin");
  const [people, invitations, held] = await forPage(
    Promise.all([listPeople(db, org.id), listInvitations(db, org.id), listHeldAddresses(db, org.id)]),
  );
  const heldEmails = held.map(({ email }) => email);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        Somebody may hold several roles, but nobody decides a request they wrote. A change counts from the next click; a
        deactivated member keeps their name in the trail and sees nothing.
      </p>
      <Panel title="Invite somebody">
        <InviteForm org={org.slug} requestKey={newRequestKey()} />
      </Panel>
      <InvitationList org={org.slug} invitations={invitations} heldEmails={heldEmails} timeZone={org.timeZone} />
      <PeopleList org={org.slug} people={people} heldEmails={heldEmails} myId={member.id} />
    </div>
  );
}
