"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeSheet } from "@/lib/sheets/actions";

/** Forgets a sheet; the orders that came from it stay. */
export function RemoveSheetForm({ org, sheetId }: { org: string; sheetId: string }) {
  const [result, action] = useActionState(removeSheet, null);
  return (
    <form action={action} className="flex flex-wrap items-center justify-between gap-3 border-t border-separator pt-4">
      <OrgField slug={org} />
      <input type="hidden" name="sheet_id" value={sheetId} />
      <FormNotice result={result} />
      <p className="text-sm text-muted">The sheet itself and the orders that came from it stay.</p>
      <SubmitButton size="sm" variant="danger-soft" pendingLabel="Removing…">
        Remove it from the list
      </SubmitButton>
    </form>
  );
}
