import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { signedInUser } from "@/lib/auth/gate";
import { isRecovering } from "@/lib/auth/next-cookie";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "New password" };

/** Only with a reset link that was just used: a session alone has to know the old password, on the profile page. */
export default async function ResetPage() {
  const user = await signedInUser();
  if (!user || !(await isRecovering(user.userId))) redirect(routes.forgotPassword());
  return (
    <AuthCard title="Choose a new password" lead={`For ${user.email}. Every other device has to sign in again.`}>
      <NewPasswordForm />
    </AuthCard>
  );
}
