"use client";

import { Clock } from "lucide-react";
import { useActionState } from "react";
import { HeldMark } from "@/components/settings/held-mark";
import { FormNotice } from "@/components/ui/form-notice";
import { Mark } from "@/components/ui/mark";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { roleLabel } from "@/lib/auth/roles";
import { formatTimestamp } from "@/lib/dates";
import { resendInvitation, revokeInvitation } from "@/lib/settings/invitation-actions";
import { invitationSentence } from "@/lib/settings/invitation-outcome";
import type { Invitation } from "@/lib/settings/invitation-queries";

type Props = { org: string; invitation: Invitation; isHeld: boolean; timeZone: string };

/** Somebody who has not come yet, and until when the door stays open. */
export function InvitationRow({ org, invitation, isHeld, timeZone }: Props) {
  const [resent, resend] = useActionState(resendInvitation, null);
  const [revoked, revoke] = useActionState(revokeInvitation, null);
  const { id, email, name, roles, invitedBy, expiresAt, isExpired } = invitation;
  const hidden = (
    <>
      <OrgField slug={org} />
      <input type="hidden" name="invitation_id" value={id} />
    </>
  );
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 text-sm">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <span className="wrap-anywhere">{name ?? email}</span>
            {isExpired && <Mark Icon={Clock} label="Expired" tone="warning" />}
            {isHeld && <HeldMark org={org} email={email} />}
          </p>
          <p className="text-xs text-muted">
            {name && <span className="wrap-anywhere">{email} · </span>}
            {roles.map(roleLabel).join(", ")} · by {invitedBy} · {isExpired ? "ended" : "until"}{" "}
            {formatTimestamp(expiresAt, timeZone)}
          </p>
        </div>
        <div className="flex gap-2">
          <form action={resend}>
            {hidden}
            <SubmitButton size="sm" variant="outline" pendingLabel="Sending…">
              Send again <span className="sr-only">to {email}</span>
            </SubmitButton>
          </form>
          <form action={revoke}>
            {hidden}
            <SubmitButton size="sm" variant="ghost" pendingLabel="Revoking…">
              Revoke <span className="sr-only">the invitation of {email}</span>
            </SubmitButton>
          </form>
        </div>
      </div>
      {[resent, revoked].map((result, index) =>
        result?.ok ? (
          <p key={index === 0 ? "resent" : "revoked"} role="status" className="text-xs text-muted">
            {invitationSentence(result.data.outcome)}
          </p>
        ) : (
          <FormNotice key={index === 0 ? "resent" : "revoked"} result={result} />
        ),
      )}
    </li>
  );
}
