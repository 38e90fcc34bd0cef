"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { confirmLink } from "@/lib/auth/link-actions";
import { routes } from "@/lib/routes";

type Props = { tokenHash: string; type: "signup" | "magiclink" | "recovery" };

const labels = { signup: "Confirm my address", magiclink: "Sign in", recovery: "Set a new password" };

/** A button, because mail scanners open links but press nothing. */
export function ConfirmLinkForm({ tokenHash, type }: Props) {
  const [result, action] = useActionState(confirmLink, null);
  const isGone = result && !result.ok && result.code === "not_found";
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormNotice result={result} />
      <input type="hidden" name="token_hash" value={tokenHash} />
      <input type="hidden" name="type" value={type} />
      {isGone ? (
        <TextLink href={type === "recovery" ? routes.forgotPassword() : routes.signInLink()}>
          Ask for a new link
        </TextLink>
      ) : (
        <SubmitButton pendingLabel="One moment…" className="w-full">
          {labels[type]}
        </SubmitButton>
      )}
    </form>
  );
}
