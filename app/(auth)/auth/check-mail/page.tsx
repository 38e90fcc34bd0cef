import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Check your mail" };

/** After signing up where addresses have to be confirmed. A page of its own: the one before has changed by then. */
export default function CheckMailPage() {
  return (
    <AuthCard
      title="One more step"
      lead="We sent you a mail to confirm the address. Open its link in this browser, and you go on where you were."
    >
      <p className="text-sm">
        Confirmed already? <TextLink href={routes.signIn()}>Sign in</TextLink>
      </p>
    </AuthCard>
  );
}
