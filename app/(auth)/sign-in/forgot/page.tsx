import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { MailLinkForm } from "@/components/auth/mail-link-form";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <AuthCard title="Set a new password" lead="We send a link to the page where you choose a new one.">
      <MailLinkForm kind="reset" />
      <p className="mt-5 text-sm">
        <TextLink href={routes.signIn()}>Back to sign-in</TextLink>
      </p>
    </AuthCard>
  );
}
