import { SubmitButton } from "@/components/ui/submit-button";
import { switchAccount } from "@/lib/auth/actions";

/** Out, and back to this page as somebody else. */
export function SwitchAccountButton({ next }: { next: string }) {
  return (
    <form action={switchAccount.bind(null, next)}>
      <SubmitButton pendingLabel="Signing out…" className="w-full">
        Use another account
      </SubmitButton>
    </form>
  );
}
