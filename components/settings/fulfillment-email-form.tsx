"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { setFulfillmentEmail } from "@/lib/settings/actions";

type Props = { org: string; email: string | null };

/** A shared mailbox on the floor that hears of every applied change, besides the members with the role. */
export function FulfillmentEmailForm({ org, email }: Props) {
  const [result, action] = useActionState(setFulfillmentEmail, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.email;
  return (
    <form action={action} className="flex flex-col gap-2" noValidate>
      <OrgField slug={org} />
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <TextField
          name="email"
          label="Fulfillment mailbox"
          type="email"
          placeholder="warehouse@example.com"
          maxLength={320}
          autoComplete="off"
          defaultValue={typeof typed === "string" ? typed : (email ?? "")}
          error={refused?.fields?.email}
          description="Hears of every applied change. Leave it empty to tell only the members with the fulfillment role."
          className="max-w-md min-w-64 grow"
        />
        <SubmitButton className="mt-6">Save</SubmitButton>
      </div>
      <FormNotice result={result} shownFields={["email"]} />
      {result?.ok && (
        <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
          <Check aria-hidden className="size-3.5" />
          {result.data.email ? `Saved. Applied changes go to ${result.data.email} too.` : "Saved. No mailbox is told."}
        </p>
      )}
    </form>
  );
}
