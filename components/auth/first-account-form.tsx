"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signUpFirst } from "@/lib/auth/welcome-actions";

export function FirstAccountForm() {
  const [result, action] = useActionState(signUpFirst, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.email;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {refused?.code !== "invalid" && <FormNotice result={result} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        maxLength={254}
        isRequired
        defaultValue={typeof typed === "string" ? typed : ""}
        error={refused?.fields?.email}
      />
      <PasswordField label="Choose a password" error={refused?.fields?.password} />
      <SubmitButton pendingLabel="One moment…" className="w-full">
        Continue
      </SubmitButton>
    </form>
  );
}
