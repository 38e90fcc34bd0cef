import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { EmptyState } from "@/components/layout/empty-state";
import { signedInUser } from "@/lib/auth/gate";
import { listMemberships } from "@/lib/auth/memberships";
import { isOpenToFounders } from "@/lib/auth/visitor-commands";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "No organization" };

export default async function NoOrganizationPage() {
  const user = await signedInUser();
  if (!user) redirect(routes.signIn());
  const memberships = await listMemberships(user.db, user.userId);
  if (memberships.length > 0) redirect(routes.start());
  if (await isOpenToFounders()) redirect(routes.welcome());
  return (
    <section className="rounded-xl border border-border bg-surface">
      <h1 className="sr-only">No organization</h1>
      <EmptyState Icon={Building2} title="You belong to no organization yet" actions={<SignOutButton />}>
        You are signed in as {user.email}. Ask an admin of your company to invite this address; the mail brings you in.
      </EmptyState>
    </section>
  );
}
