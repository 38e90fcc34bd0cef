import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { signedInUser } from "@/lib/auth/gate";
import { safeNextPath } from "@/lib/auth/safe-next-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = safeNextPath((await searchParams).next);
  if (await signedInUser()) redirect(next);
  return (
    <section className="rounded-xl border border-border bg-surface p-6">
      <h1 className="mb-1 text-lg font-semibold tracking-tight">Sign in</h1>
      <p className="mb-5 text-sm text-muted">Request, approve and follow changes to open orders.</p>
      <SignInForm next={next} />
    </section>
  );
}
