import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { MailLinkForm } from "@/components/auth/mail-link-form";
import { TextLink } from "@/components/ui/text-link";
import { safeNextPath } from "@/lib/auth/safe-next-path";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in by e-mail" };

export default async function SignInLinkPage({ searchParams }: PageProps<"/sign-in/link">) {
  const next = safeNextPath((await searchParams).next);
  return (
    <AuthCard title="Sign in by e-mail" lead="We send a link that signs you in once. No password needed.">
      <MailLinkForm kind="sign-in" next={next} />
      <p className="mt-5 text-sm">
        <TextLink href={routes.signIn(next)}>Sign in with a password</TextLink>
      </p>
    </AuthCard>
  );
}
