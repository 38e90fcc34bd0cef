"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signUpFirst } from "@/lib/auth/welcome-actions";

export function FirstAccountForm() {
  const [result, action] = useActionState(signUpFirst, null);
  if (result?.ok) {
    return (
      <Notice tone="success" isAnnounced title="One more step">
        A mail to {result.data.email} asks you to confirm the address. Its link brings you back here.
      </Notice>
    );
  }
  const typed = result?.values?.email;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {result?.code !== "invalid" && <FormNotice result={result} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        maxLength={254}
        isRequired
        defaultValue={typeof typed === "string" ? typed : ""}
        error={result?.fields?.email}
      />
      <PasswordField label="Choose a password" error={result?.fields?.password} />
      <SubmitButton pendingLabel="One moment…" className="w-full">
        Continue
      </SubmitButton>
    </form>
  );
}
