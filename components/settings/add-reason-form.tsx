"use client";

import { useActionState } from "react";
import { SettingNotice } from "@/components/settings/setting-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { addReason } from "@/lib/settings/reason-actions";

export function AddReasonForm({ org }: { org: string }) {
  const [result, action] = useActionState(addReason, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.label;
  return (
    <form action={action} className="flex flex-col gap-2" noValidate>
      <OrgField slug={org} />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name="label"
          label="New reason"
          placeholder="Carrier changed"
          maxLength={120}
          autoComplete="off"
          isRequired
          defaultValue={typeof typed === "string" ? typed : undefined}
          error={refused?.fields?.label}
          className="max-w-md min-w-64 grow"
        />
        <SubmitButton>Add reason</SubmitButton>
      </div>
      <SettingNotice result={result} shownFields={["label"]} savedText="Added" />
    </form>
  );
}
