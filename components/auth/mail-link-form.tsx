"use client";

import { MailCheck } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { sendResetLink, sendSignInLink } from "@/lib/auth/link-actions";

type Props = { kind: "sign-in" | "reset"; next?: string; email?: string };

/** Asks for a link by e-mail. The answer never says whether there is an account. */
export function MailLinkForm({ kind, next, email }: Props) {
  const [result, action] = useActionState(kind === "reset" ? sendResetLink : sendSignInLink, null);
  if (result?.ok) {
    return (
      <div role="status" className="flex gap-3 text-sm">
        <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success-soft-foreground" />
        <p className="text-pretty">
          If there is an account for <strong className="font-medium wrap-anywhere">{result.data.email}</strong>, a link
          is on its way. It works once. Nothing there after a few minutes? Look at the spelling and in the spam folder.
        </p>
      </div>
    );
  }
  const typed = result?.values?.email;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {result?.code !== "invalid" && <FormNotice result={result} />}
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        maxLength={254}
        isRequired
        defaultValue={typeof typed === "string" ? typed : (email ?? "")}
        error={result?.fields?.email}
      />
      <SubmitButton pendingLabel="Sending…" className="w-full">
        Send the link
      </SubmitButton>
    </form>
  );
}
