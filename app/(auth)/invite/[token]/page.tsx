import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { InvitationAnswer } from "@/components/auth/invitation-answer";
import { TextLink } from "@/components/ui/text-link";
import { signedInUser } from "@/lib/auth/gate";
import { roleLabel } from "@/lib/auth/roles";
import { findInvitation, takeAttempt } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

/** Who invites whom to what. Opening it accepts nothing: mail scanners open links too. */
export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const isCounted = await takeAttempt("invitation").then(
    () => true,
    () => false,
  );
  const invitation = isCounted ? await findInvitation(token) : null;
  if (!invitation) {
    return (
      <AuthCard
        title="This invitation doesn't work"
        lead="It may have been used, replaced, revoked or be older than seven days. Ask an admin of your company for a new one."
      >
        <TextLink href={routes.signIn()}>Go to sign-in</TextLink>
      </AuthCard>
    );
  }
  const { organization, inviter, email, roles } = invitation;
  const user = await signedInUser();
  return (
    <AuthCard
      title={`Join ${organization}`}
      lead={
        <>
          {inviter} invites <strong className="font-medium wrap-anywhere">{email}</strong> as{" "}
          {roles.map(roleLabel).join(", ")}.
        </>
      }
    >
      <InvitationAnswer token={token} invitation={invitation} signedInAs={user?.email ?? null} />
    </AuthCard>
  );
}
