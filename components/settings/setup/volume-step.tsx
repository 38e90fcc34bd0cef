"use client";

import { useActionState } from "react";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { TextField } from "@/components/ui/text-field";
import { answerVolume } from "@/lib/settings/setup/actions";

type Props = { org: string; dailyOrders: number | null };

export function VolumeStep({ org, dailyOrders }: Props) {
  const [result, action] = useActionState(answerVolume, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.daily_orders;
  return (
    <StepForm org={org} action={action} result={result} shownFields={["daily_orders"]}>
      <TextField
        name="daily_orders"
        label="Orders a day, roughly"
        inputMode="numeric"
        maxLength={7}
        autoComplete="off"
        placeholder="120"
        defaultValue={typeof typed === "string" ? typed : (dailyOrders?.toString() ?? "")}
        error={refused?.fields?.daily_orders}
        className="max-w-48"
      />
      <StepBar org={org} step="volume" />
    </StepForm>
  );
}
