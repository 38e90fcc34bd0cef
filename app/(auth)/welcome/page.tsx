import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { FirstAccountForm } from "@/components/auth/first-account-form";
import { FoundOrganizationForm } from "@/components/auth/found-organization-form";
import { TextLink } from "@/components/ui/text-link";
import { currencies, timeZones } from "@/lib/auth/founding-choices";
import { signedInUser } from "@/lib/auth/gate";
import { hasOrganization } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Welcome" };

/** The first account and the first organization of an installation; after that there is nothing here. */
export default async function WelcomePage() {
  if (await hasOrganization()) redirect(routes.start());
  const user = await signedInUser();
  if (user) {
    return (
      <AuthCard
        title="Your organization"
        lead={`You will be its first admin, as ${user.email}, and can invite the others.`}
      >
        <FoundOrganizationForm timeZones={timeZones()} currencies={currencies()} />
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Welcome" lead="Nobody has set this up yet. Start with your own account.">
      <FirstAccountForm />
      <p className="mt-5 text-sm">
        <TextLink href={routes.signIn(routes.welcome())}>I have an account</TextLink>
      </p>
    </AuthCard>
  );
}
