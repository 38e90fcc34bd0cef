import { InvitationRow } from "@/components/settings/invitation-row";
import { Panel } from "@/components/ui/panel";
import type { Invitation } from "@/lib/settings/invitation-queries";

type Props = {
  org: string;
  invitations: readonly Invitation[];
  /** Addresses that mail is held back from. */
  heldEmails: readonly string[];
  timeZone: string;
};

export function InvitationList({ org, invitations, heldEmails, timeZone }: Props) {
  if (invitations.length === 0) return null;
  return (
    <Panel title="Invited" aside={invitations.length.toLocaleString("en-US")} isFlush>
      <ul className="divide-y divide-separator">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            org={org}
            invitation={invitation}
            isHeld={heldEmails.includes(invitation.email)}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </Panel>
  );
}
