import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { signedInUser } from "@/lib/auth/gate";
import { safeNextPath } from "@/lib/auth/safe-next-path";
import { isOpenToFounders } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = safeNextPath((await searchParams).next);
  if (await signedInUser()) redirect(next);
  const isOpen = await isOpenToFounders();
  return (
    <AuthCard title="Sign in" lead="Request, approve and follow changes to open orders.">
      {isOpen && (
        <Notice title="New here?" className="mb-4">
          <TextLink href={routes.welcome()}>Set up your organization</TextLink>
        </Notice>
      )}
      <SignInForm next={next} />
      <p className="mt-5 flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <TextLink href={routes.signInLink(next)}>Get a link by e-mail</TextLink>
        <TextLink href={routes.forgotPassword()}>Forgot the password?</TextLink>
      </p>
    </AuthCard>
  );
}
