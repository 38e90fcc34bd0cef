"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/auth/actions";

type Props = { next: string; email?: string };

/** E-mail and password. After a refusal the e-mail is still there and the password is not. */
export function SignInForm({ next, email: known }: Props) {
  const [result, action] = useActionState(signIn, null);
  const refused = result && !result.ok ? result : null;
  const email = refused?.values?.email;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {/* A field that is empty or malformed says so itself. */}
      {refused?.code !== "invalid" && <FormNotice result={result} />}
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        autoFocus={!refused}
        maxLength={254}
        isRequired
        defaultValue={typeof email === "string" ? email : known}
        error={refused?.fields?.email}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        isRequired
        error={refused?.fields?.password}
      />
      <SubmitButton pendingLabel="Signing in…" className="mt-1 w-full">
        Sign in
      </SubmitButton>
    </form>
  );
}
