"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { acceptInvitation } from "@/lib/auth/invitation-actions";

type Props = { token: string; name: string | null };

/** For somebody who is signed in with the right address. */
export function AcceptForm({ token, name }: Props) {
  const [result, action] = useActionState(acceptInvitation, null);
  const refused = result && !result.ok ? result : null;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {refused?.code !== "invalid" && <FormNotice result={result} />}
      {result?.ok && (
        <Notice tone="warning" isAnnounced>
          {result.data.outcome === "deactivated"
            ? "You were a member here before. An admin has to reactivate you; an invitation cannot."
            : `This invitation is for ${result.data.email}. Sign in with that address to accept it.`}
        </Notice>
      )}
      <input type="hidden" name="token" value={token} />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={120}
        isRequired
        defaultValue={name ?? ""}
        error={refused?.fields?.name}
      />
      <SubmitButton pendingLabel="Joining…" className="w-full">
        Accept and join
      </SubmitButton>
    </form>
  );
}
