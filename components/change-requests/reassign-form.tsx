"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { ProblemList } from "@/components/change-requests/problem-list";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { reassignRequest } from "@/lib/change-requests/decision-actions";

type Props = {
  org: string;
  requestId: string;
  idempotencyKey: string;
  people: readonly { id: string; name: string }[];
};

/** Hands a request to one more person; those who could decide it still can. */
export function ReassignForm({ org, requestId, idempotencyKey, people }: Props) {
  const [result, submit] = useActionState(reassignRequest, null);
  const router = useRouter();
  const outcome = result?.ok ? result.data.outcome : null;
  useEffect(() => {
    if (outcome?.outcome === "reassigned") router.refresh();
  }, [outcome, router]);
  return (
    <details className="text-sm" data-print="hide">
      <summary className="cursor-pointer py-1 text-muted hover:text-foreground">Hand it to somebody</summary>
      <form action={submit} className="mt-2 flex flex-col gap-2">
        <OrgField slug={org} />
        <input type="hidden" name="request_id" value={requestId} />
        <input type="hidden" name="idempotency_key" value={result?.ok ? result.data.nextKey : idempotencyKey} />
        <FormNotice result={result} shownFields={["member_id", "note"]} />
        {outcome?.outcome === "reassigned" && (
          <Notice tone="success" isAnnounced>
            {outcome.member} can decide it now, and is told.
          </Notice>
        )}
        {outcome?.outcome === "refused" && (
          <Notice tone="danger" isAnnounced>
            <ProblemList problems={outcome.problems} />
          </Notice>
        )}
        <SelectField
          name="member_id"
          label="To"
          placeholder="Choose somebody"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          error={result && !result.ok ? result.fields?.member_id : undefined}
        />
        <TextField
          name="note"
          idPrefix="reassign"
          label="Note (optional)"
          maxLength={2000}
          error={result && !result.ok ? result.fields?.note : undefined}
        />
        <SubmitButton size="sm" variant="secondary" pendingLabel="Handing over…" className="self-start">
          Hand it over
        </SubmitButton>
      </form>
    </details>
  );
}
