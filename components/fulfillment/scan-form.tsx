"use client";

import { useActionState, useEffect, useRef } from "react";
import { AcknowledgeResult } from "@/components/fulfillment/acknowledge-result";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { acknowledgeOrder } from "@/lib/fulfillment/actions";

/**
 * For a scanner that types the number on the slip and presses Enter, or for fingers. Emptied and ready for the next one
 * after each answer; a number that was not found stays to be corrected.
 */
export function ScanForm({ org }: { org: string }) {
  const [result, submit] = useActionState(acknowledgeOrder, null);
  const form = useRef<HTMLFormElement>(null);
  const isUnknown = result?.ok === true && result.data.outcome === "unknown_order";
  useEffect(() => {
    if (result) form.current?.querySelector<HTMLInputElement>("input[name=order_number]")?.focus();
  }, [result]);
  return (
    <form
      ref={form}
      action={submit}
      data-print="hide"
      aria-label="Acknowledge by order number"
      className="flex flex-col gap-3"
    >
      <OrgField slug={org} />
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow sm:max-w-xs">
          <TextField
            key={isUnknown ? "kept" : "empty"}
            name="order_number"
            label="Order number"
            autoComplete="off"
            maxLength={64}
            placeholder="Scan or type"
            defaultValue={isUnknown && result.data.outcome === "unknown_order" ? result.data.order_number : ""}
            error={result && !result.ok ? result.fields?.order_number : undefined}
          />
        </div>
        <SubmitButton variant="secondary" pendingLabel="Looking…">
          Acknowledge order
        </SubmitButton>
      </div>
      <AcknowledgeResult result={result} />
    </form>
  );
}
