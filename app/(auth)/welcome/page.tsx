import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { FirstAccountForm } from "@/components/auth/first-account-form";
import { FoundOrganizationForm } from "@/components/auth/found-organization-form";
import { TextLink } from "@/components/ui/text-link";
import { currencies, timeZones } from "@/lib/auth/founding-choices";
import { signedInUser } from "@/lib/auth/gate";
import { isOpenToFounders } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Welcome" };

/** An account and an organization for whoever may found one: the first person, or anybody where the installation is open. */
export default async function WelcomePage() {
  if (!(await isOpenToFounders())) redirect(routes.start());
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
    <AuthCard title="Welcome" lead="Set up your organization. Start with your own account.">
      <FirstAccountForm />
      <p className="mt-5 text-sm">
        <TextLink href={routes.signIn(routes.welcome())}>I have an account</TextLink>
      </p>
    </AuthCard>
  );
}
