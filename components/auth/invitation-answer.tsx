import { AcceptForm } from "@/components/auth/accept-form";
import { JoinForm } from "@/components/auth/join-form";
import { SignInForm } from "@/components/auth/sign-in-form";
import { SwitchAccountButton } from "@/components/auth/switch-account-button";
import { TextLink } from "@/components/ui/text-link";
import type { OpenInvitation } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";

type Props = { token: string; invitation: OpenInvitation; signedInAs: string | null };

/** What there is to do with an invitation: accept it, sign in first, sign up, or change the account. */
export function InvitationAnswer({ token, invitation, signedInAs }: Props) {
  const here = routes.invitation(token);
  if (signedInAs?.toLowerCase() === invitation.email) return <AcceptForm token={token} name={invitation.name} />;
  if (signedInAs !== null) {
    return (
      <div className="flex flex-col gap-4 text-sm">
        <p className="text-pretty">
          You are signed in as <strong className="font-medium wrap-anywhere">{signedInAs}</strong>, and this invitation
          is for another address.
        </p>
        <SwitchAccountButton next={here} />
      </div>
    );
  }
  if (!invitation.hasAccount) return <JoinForm token={token} name={invitation.name} />;
  return (
    <>
      <p className="mb-4 text-sm">You have an account. Sign in to accept.</p>
      <SignInForm next={here} email={invitation.email} />
      <p className="mt-5 flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <TextLink href={routes.signInLink(here)}>Get a link by e-mail</TextLink>
        <TextLink href={routes.forgotPassword()}>Forgot the password?</TextLink>
      </p>
    </>
  );
}
