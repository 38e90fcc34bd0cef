"use client";

import { useActionState } from "react";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { TextareaField } from "@/components/ui/textarea-field";
import { answerExceptions } from "@/lib/settings/setup/actions";

type Props = { org: string; exceptions: string | null };

export function ExceptionsStep({ org, exceptions }: Props) {
  const [result, action] = useActionState(answerExceptions, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.exceptions;
  return (
    <StepForm org={org} action={action} result={result} shownFields={["exceptions"]}>
      <TextareaField
        name="exceptions"
        label="In your own words"
        placeholder="Export orders are never changed after the customs papers are printed; ask Rosa first."
        maxLength={4_000}
        rows={5}
        defaultValue={typeof typed === "string" ? typed : (exceptions ?? "")}
        error={refused?.fields?.exceptions}
      />
      <StepBar org={org} step="exceptions" />
    </StepForm>
  );
}
