"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { commitImport } from "@/lib/imports/actions";

type Props = {
  org: string;
  importId: string;
  /** Made with the page, so that a double click or a lost answer writes once. */
  requestKey: string;
  /** Some status words have no stage yet: another step comes first. */
  hasUnknownWords: boolean;
};

/** Writes the file into the orders, all of it or nothing. */
export function CommitImportForm({ org, importId, requestKey, hasUnknownWords }: Props) {
  const [result, action] = useActionState(commitImport, null);
  const isRefused = result?.ok && result.data.outcome === "refused";
  return (
    <form action={action} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="import_id" value={importId} />
      <input type="hidden" name="idempotency_key" value={requestKey} />
      <FormNotice result={result} />
      {isRefused && (
        <Notice tone="danger" title="Nothing was imported" isAnnounced>
          A row no longer fits the orders as they are now. The rows below were compared again; look at the errors.
        </Notice>
      )}
      <div>
        <SubmitButton variant={hasUnknownWords ? "outline" : "primary"} pendingLabel="Importing…">
          {hasUnknownWords ? "Import anyway" : "Import"}
        </SubmitButton>
      </div>
    </form>
  );
}
