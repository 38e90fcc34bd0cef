"use client";

import { useActionState } from "react";
import { StepProgress } from "@/components/imports/step-progress";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { commitImport } from "@/lib/imports/actions";
import { describeConfirmation } from "@/lib/imports/describe-confirmation";
import type { Confirmation } from "@/lib/imports/import-view";

type Props = {
  org: string;
  importId: string;
  /** Made with the page, so that a double click or a lost answer writes once. */
  requestKey: string;
  /** Some status words have no stage yet: another step comes first. */
  hasUnknownWords: boolean;
  /** What the preview found that a person has to say yes to. */
  confirmations: Confirmation[];
};

/** Writes the file into the orders, all of it or nothing. */
export function CommitImportForm({ org, importId, requestKey, hasUnknownWords, confirmations }: Props) {
  const [result, action, isPending] = useActionState(commitImport, null);
  const outcome = result?.ok ? result.data : null;
  const asked = outcome?.outcome === "unconfirmed" ? outcome.unconfirmed : confirmations;
  return (
    <form action={action} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="import_id" value={importId} />
      <input type="hidden" name="idempotency_key" value={requestKey} />
      <FormNotice result={result} />
      {outcome?.outcome === "refused" && (
        <Notice tone="danger" title="Nothing was imported" isAnnounced>
          A row no longer fits the orders as they are now. The rows below were compared again; look at the errors.
        </Notice>
      )}
      {asked.length > 0 && (
        <Notice
          tone="warning"
          title={outcome?.outcome === "unconfirmed" ? "Nothing was imported: say yes to this first" : "Is this right?"}
          isAnnounced={outcome?.outcome === "unconfirmed"}
        >
          <ul className="flex flex-col gap-2.5">
            {asked.map((one) => {
              const { what, yes } = describeConfirmation(one);
              return (
                <li key={one.code} className="flex flex-col gap-1">
                  {what}
                  <CheckboxField
                    name="confirmed[]"
                    value={one.code}
                    label={<span className="font-medium">{yes}</span>}
                  />
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      <div>
        <SubmitButton variant={hasUnknownWords ? "outline" : "primary"} pendingLabel="Importing…">
          {hasUnknownWords ? "Import anyway" : "Import"}
        </SubmitButton>
      </div>
      {isPending && <StepProgress org={org} importId={importId} label="Writing your orders" />}
    </form>
  );
}
