"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { restoreReading } from "@/lib/imports/actions";

type Props = { org: string; sourceId: string; version: number; sourceName: string };

/** Reads the next file like this version again. Orders that are there stay as they are. */
export function RestoreReadingForm({ org, sourceId, version, sourceName }: Props) {
  const [result, action] = useActionState(restoreReading, null);
  return (
    <form action={action} aria-label={`Use version ${version} of ${sourceName}`} className="flex flex-col gap-2">
      <OrgField slug={org} />
      <input type="hidden" name="source_id" value={sourceId} />
      <input type="hidden" name="version" value={version} />
      <FormNotice result={result} />
      <SubmitButton variant="outline" size="sm" pendingLabel="Saving…">
        Use this version
      </SubmitButton>
    </form>
  );
}
