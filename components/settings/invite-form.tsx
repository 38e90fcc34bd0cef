"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { memberRoles, roleLabel } from "@/lib/auth/roles";
import { inviteMember } from "@/lib/settings/invitation-actions";
import { inviteSentence } from "@/lib/settings/invitation-outcome";

type Props = {
  org: string;
  /** Minted with the page: a double click is one invitation, the next page brings a new one. */
  requestKey: string;
};

/** One person at a time, with what they may do from their first minute. */
export function InviteForm({ org, requestKey }: Props) {
  const [result, action] = useActionState(inviteMember, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values;
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <OrgField slug={org} />
      <input type="hidden" name="idempotency_key" value={requestKey} />
      <FormNotice result={result} shownFields={["email", "name", "roles"]} />
      {result?.ok && (
        <Notice tone={result.data.outcome === "invited" ? "success" : "info"} isAnnounced>
          {inviteSentence(result.data)}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="email"
          label="E-mail"
          type="email"
          maxLength={254}
          autoComplete="off"
          isRequired
          defaultValue={text(typed?.email)}
          error={refused?.fields?.email}
        />
        <TextField
          name="name"
          label="Name"
          maxLength={120}
          autoComplete="off"
          description="They can change it when they accept."
          defaultValue={text(typed?.name)}
          error={refused?.fields?.name}
        />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 text-sm font-medium">Roles</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {memberRoles.map((role) => (
              <CheckboxField
                key={role}
                name="roles[]"
                value={role}
                label={roleLabel(role)}
                isDefaultChecked={typed ? typed.roles?.includes(role) : role === "requester"}
              />
            ))}
          </div>
          {refused?.fields?.roles && <p className="text-xs text-danger-soft-foreground">{refused.fields.roles}</p>}
        </fieldset>
        <SubmitButton pendingLabel="Inviting…">Send invitation</SubmitButton>
      </div>
    </form>
  );
}
