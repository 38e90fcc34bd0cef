"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/auth/password-field";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { changePassword } from "@/lib/auth/profile-actions";

export function ChangePasswordForm({ org }: { org: string }) {
  const [result, action] = useActionState(changePassword, null);
  const refused = result && !result.ok ? result : null;
  return (
    <form action={action} className="flex max-w-md flex-col gap-3" noValidate>
      <OrgField slug={org} />
      <FormNotice result={result} shownFields={["current_password", "password"]} />
      <TextField
        name="current_password"
        label="Current password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        isRequired
        error={refused?.fields?.current_password}
      />
      <PasswordField error={refused?.fields?.password} />
      <div className="flex items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Change password</SubmitButton>
        {result?.ok && (
          <p role="status" className="text-xs text-success-soft-foreground">
            Changed. Your other devices have to sign in again.
          </p>
        )}
      </div>
    </form>
  );
}
