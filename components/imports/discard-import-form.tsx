"use client";

import { useActionState } from "react";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { discardImport } from "@/lib/imports/actions";

type Props = { org: string; importId: string; number: number };

/** Throws the uploaded rows away, after a second look. */
export function DiscardImportForm({ org, importId, number }: Props) {
  const [result, action] = useActionState(discardImport, null);
  return (
    <DialogButton trigger="Discard" title={`Discard import ${number}?`}>
      <form action={action} className="flex flex-col gap-4">
        <OrgField slug={org} />
        <input type="hidden" name="import_id" value={importId} />
        <FormNotice result={result} />
        <p className="text-sm">The uploaded rows are deleted. Your orders stay exactly as they are.</p>
        <div className="flex justify-end">
          <SubmitButton variant="danger" pendingLabel="Discarding…">
            Discard the rows
          </SubmitButton>
        </div>
      </form>
    </DialogButton>
  );
}
