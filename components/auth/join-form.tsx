"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { joinWithPassword } from "@/lib/auth/invitation-actions";

type Props = { token: string; name: string | null };

/** For somebody who is new here: a name, a password, and they are in. */
export function JoinForm({ token, name }: Props) {
  const [result, action] = useActionState(joinWithPassword, null);
  if (result?.ok) {
    return (
      <Notice tone="success" isAnnounced title="One more step">
        A mail to {result.data.email} asks you to confirm the address. Its link brings you back here.
      </Notice>
    );
  }
  const typed = result?.values?.name;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {result?.code !== "invalid" && <FormNotice result={result} />}
      <input type="hidden" name="token" value={token} />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={120}
        isRequired
        defaultValue={typeof typed === "string" ? typed : (name ?? "")}
        error={result?.fields?.name}
      />
      <PasswordField label="Choose a password" error={result?.fields?.password} />
      <SubmitButton pendingLabel="Joining…" className="w-full">
        Accept and join
      </SubmitButton>
    </form>
  );
}
