"use client";

import { cn } from "@heroui/styles";
import { useActionState, useState } from "react";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { TextField } from "@/components/ui/text-field";
import { answerSystem } from "@/lib/settings/setup/actions";
import { OTHER_SYSTEM, systems } from "@/lib/settings/setup/systems";

type Props = { org: string; system: { id: string; name: string } | null };

export function SystemStep({ org, system }: Props) {
  const [result, action] = useActionState(answerSystem, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values;
  const [chosen, setChosen] = useState(system?.id ?? "");
  const choices = [...systems, { id: OTHER_SYSTEM, name: "Another one" }];
  return (
    <StepForm org={org} action={action} result={result} shownFields={["system", "name"]}>
      <fieldset className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        <legend className="sr-only">Source system</legend>
        {choices.map(({ id, name }) => (
          <label
            key={id}
            className={cn(
              "flex cursor-pointer items-center gap-2.5 rounded-lg border px-3 py-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              chosen === id ? "border-accent bg-accent/6 font-medium" : "border-border hover:bg-default",
            )}
          >
            <input
              type="radio"
              name="system"
              value={id}
              checked={chosen === id}
              onChange={() => setChosen(id)}
              className="size-4 accent-accent outline-none"
            />
            {name}
          </label>
        ))}
      </fieldset>
      {refused?.fields?.system && <p className="text-xs text-danger-soft-foreground">{refused.fields.system}</p>}
      {chosen === OTHER_SYSTEM && (
        <TextField
          name="name"
          label="What it is called"
          placeholder="Our own ERP"
          maxLength={80}
          autoComplete="off"
          isRequired
          defaultValue={typeof typed?.name === "string" ? typed.name : system?.id === OTHER_SYSTEM ? system.name : ""}
          error={refused?.fields?.name}
          className="max-w-sm"
        />
      )}
      <StepBar org={org} step="system" />
    </StepForm>
  );
}
