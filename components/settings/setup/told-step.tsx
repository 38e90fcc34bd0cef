"use client";

import { useActionState } from "react";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { TextField } from "@/components/ui/text-field";
import { answerTold } from "@/lib/settings/setup/actions";

type Props = { org: string; email: string | null };

export function ToldStep({ org, email }: Props) {
  const [result, action] = useActionState(answerTold, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.email;
  return (
    <StepForm org={org} action={action} result={result} shownFields={["email"]}>
      <TextField
        name="email"
        label="Fulfillment mailbox"
        type="email"
        placeholder="warehouse@example.com"
        maxLength={320}
        autoComplete="off"
        description="A shared address that hears of every approved change. Leave it empty if people look at the stop list instead."
        defaultValue={typeof typed === "string" ? typed : (email ?? "")}
        error={refused?.fields?.email}
        className="max-w-md"
      />
      <StepBar org={org} step="told" />
    </StepForm>
  );
}
