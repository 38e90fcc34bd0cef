import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { ConfirmLinkForm } from "@/components/auth/confirm-link-form";
import { TextLink } from "@/components/ui/text-link";
import { confirmSchema } from "@/lib/auth/schema";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "One more click", robots: { index: false } };

/** Where links from mails lead. Opening it changes nothing: the button does. */
export default async function ConfirmPage({ searchParams }: PageProps<"/auth/confirm">) {
  const { token_hash, type } = await searchParams;
  const link = confirmSchema.safeParse({ token_hash, type });
  if (!link.success) {
    return (
      <AuthCard title="This link is incomplete" lead="Open it again from the mail, in one piece, or ask for a new one.">
        <TextLink href={routes.signIn()}>Go to sign-in</TextLink>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="One more click" lead="The link in your mail works once. Use it now?">
      <ConfirmLinkForm tokenHash={link.data.token_hash} type={link.data.type} />
    </AuthCard>
  );
}
