"use client";

import { useActionState } from "react";
import { CreatedKey } from "@/components/api-keys/created-key";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { createApiKey } from "@/lib/api-keys/actions";
import { API_KEY_SCOPES, scopeWords } from "@/lib/api-keys/scopes";

type Props = { org: string; requestKey: string; appUrl: string };

const lifetimes = [
  { value: "90", label: "90 days" },
  { value: "30", label: "30 days" },
  { value: "365", label: "A year" },
  { value: "never", label: "Until it is revoked" },
];

/** A key for one machine, with what it may do; the key itself is shown once. */
export function CreateKeyForm({ org, requestKey, appUrl }: Props) {
  const [result, action] = useActionState(createApiKey, null);
  const refused = result && !result.ok ? result : null;
  const answer = result?.ok ? result.data : null;
  const typed = refused?.values;
  const nameError =
    answer?.outcome === "name_taken"
      ? `There is a key called ${answer.name} already. Names tell keys apart in the audit trail.`
      : refused?.fields?.name;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <OrgField slug={org} />
      <input type="hidden" name="idempotency_key" value={answer?.nextKey ?? requestKey} />
      <FormNotice result={result} shownFields={["name", "scopes"]} />
      {answer?.outcome === "created" && <CreatedKey name={answer.name} secret={answer.key} appUrl={appUrl} />}
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <TextField
          name="name"
          label="Name"
          maxLength={60}
          autoComplete="off"
          description="What uses it: “nightly import”, “ERP on server 2”."
          isRequired
          defaultValue={answer?.outcome === "name_taken" ? answer.name : textOf(typed?.name)}
          error={nameError}
        />
        <SelectField
          name="lifetime"
          label="Good for"
          options={lifetimes}
          defaultValue={textOf(typed?.lifetime) ?? "90"}
        />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">What it may do</legend>
          {API_KEY_SCOPES.map((scope) => (
            <CheckboxField
              key={scope}
              name="scopes[]"
              value={scope}
              label={scopeWords(scope).label}
              description={scopeWords(scope).description}
              isDefaultChecked={typed?.scopes?.includes(scope) ?? false}
            />
          ))}
          {refused?.fields?.scopes && <p className="text-xs text-danger-soft-foreground">{refused.fields.scopes}</p>}
        </fieldset>
        <SubmitButton pendingLabel="Creating…">Create key</SubmitButton>
      </div>
    </form>
  );
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
