"use client";

import { type ReactNode, useActionState } from "react";
import { AcknowledgeResult } from "@/components/fulfillment/acknowledge-result";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { acknowledgeChanges } from "@/lib/fulfillment/actions";

type Props = { org: string /** The list with its ticks. */; children: ReactNode };

/** One list, one button in reach of the thumb: what is ticked was seen. */
export function AcknowledgeForm({ org, children }: Props) {
  const [result, submit] = useActionState(acknowledgeChanges, null);
  return (
    <form action={submit} aria-label="Changes to acknowledge" className="flex flex-col gap-3">
      <OrgField slug={org} />
      <AcknowledgeResult result={result} />
      {children}
      <div className="sticky bottom-20 z-10 flex flex-wrap items-center gap-3 rounded-xl border border-border bg-surface p-3 lg:bottom-4">
        <SubmitButton pendingLabel="Acknowledging…">Acknowledge what is ticked</SubmitButton>
        <span className="hidden text-xs text-muted sm:inline">
          It says that you saw the change, with your name and the time.
        </span>
      </div>
    </form>
  );
}
