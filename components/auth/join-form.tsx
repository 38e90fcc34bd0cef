"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { joinWithPassword } from "@/lib/auth/invitation-actions";

type Props = { token: string; name: string | null };

/** For somebody who is new here: a name, a password, and they are in. */
export function JoinForm({ token, name }: Props) {
  const [result, action] = useActionState(joinWithPassword, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.name;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {refused?.code !== "invalid" && <FormNotice result={result} />}
      <input type="hidden" name="token" value={token} />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={120}
        isRequired
        defaultValue={typeof typed === "string" ? typed : (name ?? "")}
        error={refused?.fields?.name}
      />
      <PasswordField label="Choose a password" error={refused?.fields?.password} />
      <SubmitButton pendingLabel="Joining…" className="w-full">
        Accept and join
      </SubmitButton>
    </form>
  );
}
