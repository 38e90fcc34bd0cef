"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import { takeBackMark } from "@/lib/fulfillment/actions";
import { takeBackSentence } from "@/lib/fulfillment/mark-outcome";

type Props = { org: string; orderId: string; lineId: string | null; idempotencyKey: string };

/** For a mark that was wrong: says why, and what the order system says counts again. */
export function TakeBackForm({ org, orderId, lineId, idempotencyKey }: Props) {
  const [result, submit] = useActionState(takeBackMark, null);
  return (
    <form action={submit} className="flex flex-col gap-3 pb-1">
      <OrgField slug={org} />
      <input type="hidden" name="order_id" value={orderId} />
      {lineId && <input type="hidden" name="line_id" value={lineId} />}
      <input type="hidden" name="idempotency_key" value={result?.ok ? result.data.nextKey : idempotencyKey} />
      <FormNotice result={result} shownFields={["note"]} />
      {result?.ok && (
        <Notice tone={result.data.outcome.outcome === "taken_back" ? "success" : "danger"} isAnnounced>
          {takeBackSentence(result.data.outcome)}
        </Notice>
      )}
      <p className="text-sm text-pretty">
        The order system's own status counts again, and changes can be asked for where it allows them. Requests that
        expired stay expired.
      </p>
      <TextareaField
        name="note"
        label="Why?"
        maxLength={2000}
        rows={2}
        defaultValue={result && !result.ok ? String(result.values?.note ?? "") : ""}
        error={result && !result.ok ? result.fields?.note : undefined}
      />
      <SubmitButton variant="danger" pendingLabel="Taking back…" className="self-start">
        Take the mark back
      </SubmitButton>
    </form>
  );
}
