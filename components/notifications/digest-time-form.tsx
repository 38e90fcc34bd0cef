"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { setDigestTime } from "@/lib/notifications/mail-actions";

type Props = { org: string; time: string; timeZone: string };

/** When the morning digest leaves. */
export function DigestTimeForm({ org, time, timeZone }: Props) {
  const [result, action] = useActionState(setDigestTime, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.time;
  return (
    <form action={action} className="flex flex-col gap-2" noValidate>
      <OrgField slug={org} />
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <TextField
          name="time"
          label="Morning digest"
          type="time"
          maxLength={5}
          defaultValue={typeof typed === "string" ? typed : time}
          error={refused?.fields?.time}
          description={`Leaves then, in the time of ${timeZone.replaceAll("_", " ")}, to everybody for whom something waits.`}
          className="max-w-md min-w-64 grow"
        />
        <SubmitButton className="mt-6">Save</SubmitButton>
      </div>
      <FormNotice result={result} shownFields={["time"]} />
      {result?.ok && (
        <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
          <Check aria-hidden className="size-3.5" /> Saved. The next digest leaves at {result.data.time}.
        </p>
      )}
    </form>
  );
}
