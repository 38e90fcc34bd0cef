"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saveDeadlines } from "@/lib/approvals/actions";

type Props = { org: string; deadlines: { remind: number; escalate: number; acknowledge: number } };

/** When people are reminded before a request expires at the cut-off. */
export function DeadlinesForm({ org, deadlines }: Props) {
  const [result, submit] = useActionState(saveDeadlines, null);
  const refused = result && !result.ok ? result : null;
  const typed = (name: string, saved: number) => {
    const value = refused?.values?.[name];
    return typeof value === "string" ? value : String(saved);
  };
  return (
    <form action={submit} className="flex flex-col gap-3" noValidate>
      <OrgField slug={org} />
      <p className="max-w-prose text-sm text-muted text-pretty">
        A request expires at the cut-off of the earliest ship date it touches. Before that, whoever can decide it is
        reminded, and at last the admins are told as well. A change that was approved and that fulfillment has not
        acknowledged by then is told to fulfillment, to whoever approved it and to the admins.
      </p>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
        <TextField
          name="remind_minutes"
          label="Reminder, minutes before"
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed("remind_minutes", deadlines.remind)}
          error={refused?.fields?.remind_minutes}
        />
        <TextField
          name="escalate_minutes"
          label="Last warning, minutes before"
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed("escalate_minutes", deadlines.escalate)}
          error={refused?.fields?.escalate_minutes}
        />
        <TextField
          name="acknowledge_minutes"
          label="Not acknowledged, minutes before"
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed("acknowledge_minutes", deadlines.acknowledge)}
          error={refused?.fields?.acknowledge_minutes}
        />
      </div>
      <FormNotice result={result} shownFields={["remind_minutes", "escalate_minutes", "acknowledge_minutes"]} />
      {result?.ok && (
        <Notice tone="success" isAnnounced>
          Saved. It counts for everything that waits.
        </Notice>
      )}
      <SubmitButton className="self-start">Save deadlines</SubmitButton>
    </form>
  );
}
