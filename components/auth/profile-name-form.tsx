"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { renameMember } from "@/lib/auth/profile-actions";

type Props = { org: string; name: string };

export function ProfileNameForm({ org, name }: Props) {
  const [result, action] = useActionState(renameMember, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.name;
  return (
    <form action={action} className="flex max-w-md flex-col gap-3" noValidate>
      <OrgField slug={org} />
      <FormNotice result={result} shownFields={["name"]} />
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        maxLength={120}
        isRequired
        description="Entries of the trail keep the name you had at the time."
        defaultValue={typeof typed === "string" ? typed : name}
        error={refused?.fields?.name}
      />
      <div className="flex items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save name</SubmitButton>
        {result?.ok && (
          <p role="status" className="text-xs text-success-soft-foreground">
            Saved
          </p>
        )}
      </div>
    </form>
  );
}
