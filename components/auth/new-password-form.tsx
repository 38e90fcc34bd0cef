"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { setNewPassword } from "@/lib/auth/link-actions";

export function NewPasswordForm() {
  const [result, action] = useActionState(setNewPassword, null);
  const refused = result && !result.ok ? result : null;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {refused?.code !== "invalid" && <FormNotice result={result} />}
      <PasswordField error={refused?.fields?.password} />
      <SubmitButton pendingLabel="Saving…" className="w-full">
        Save and continue
      </SubmitButton>
    </form>
  );
}
