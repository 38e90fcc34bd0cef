"use client";

import { useActionState } from "react";
import { ExportAnswer } from "@/components/exports/export-answer";
import { ExportFiles } from "@/components/exports/export-files";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { createExport } from "@/lib/exports/actions";
import type { ExportFile } from "@/lib/exports/export-view";

type Props = {
  org: string;
  requestId: string;
  requestKey: string;
  /** The export that told it; null while the source system doesn't know. */
  told: { number: number; files: ExportFile[]; isDropped: boolean } | null;
};

/** Whether the source system was told of one approved change, and the way to tell it of this one alone. */
export function RequestExport({ org, requestId, requestKey, told }: Props) {
  const [result, action] = useActionState(createExport, null);
  if (told && !result) {
    return (
      <div className="flex flex-col gap-2 text-sm">
        <p>Told in export {told.number}.</p>
        {!told.isDropped && <ExportFiles org={org} number={told.number} files={told.files} />}
      </div>
    );
  }
  return (
    <form action={action} className="flex flex-col items-start gap-3 text-sm">
      <OrgField slug={org} />
      <input type="hidden" name="scope" value="request" />
      <input type="hidden" name="request_id" value={requestId} />
      <input type="hidden" name="idempotency_key" value={requestKey} />
      <ExportAnswer org={org} result={result} />
      {!result?.ok && (
        <>
          <p className="text-muted">
            Not told yet. It is in the next export of updates, or send it by itself; it is told once either way.
          </p>
          <SubmitButton size="sm" variant="outline" pendingLabel="Exporting…">
            Export this change
          </SubmitButton>
        </>
      )}
    </form>
  );
}
