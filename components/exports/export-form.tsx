"use client";

import { useActionState } from "react";
import { ExportAnswer } from "@/components/exports/export-answer";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { createExport } from "@/lib/exports/actions";

type Props = { org: string; requestKey: string; waiting: number };

/** Makes an export of what is new, or of everything that is open. */
export function ExportForm({ org, requestKey, waiting }: Props) {
  const [result, action] = useActionState(createExport, null);
  return (
    <form action={action} className="flex flex-col gap-4">
      <OrgField slug={org} />
      <input type="hidden" name="idempotency_key" value={result?.ok ? result.data.nextKey : requestKey} />
      <ExportAnswer org={org} result={result} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="scope" value="updates" pendingLabel="Exporting…" isDisabled={waiting === 0}>
          Export updates
        </SubmitButton>
        <SubmitButton name="scope" value="open" variant="outline" pendingLabel="Exporting…">
          Export all open orders
        </SubmitButton>
      </div>
    </form>
  );
}
