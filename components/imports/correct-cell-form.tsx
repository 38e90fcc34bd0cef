"use client";

import { useActionState, useId } from "react";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { correctCell } from "@/lib/imports/correction-actions";

type Props = {
  org: string;
  importId: string;
  row: number;
  /** Counted from 0, and what the file calls it. */
  column: number;
  columnName: string;
  /** What stands there now. */
  value: string;
};

/** Puts a cell right where its error is told: read like the rest of the file, and the file is compared again. */
export function CorrectCellForm({ org, importId, row, column, columnName, value }: Props) {
  const [result, action] = useActionState(correctCell, null);
  const id = useId();
  const typed = result && !result.ok ? result.values?.value : undefined;
  return (
    <details className="mt-1.5">
      <summary className="w-fit cursor-pointer rounded text-xs font-medium text-accent-soft-foreground">
        Correct it here
      </summary>
      <form action={action} className="mt-2 flex max-w-md flex-col gap-2">
        <OrgField slug={org} />
        <input type="hidden" name="import_id" value={importId} />
        <input type="hidden" name="row" value={row} />
        <input type="hidden" name="column" value={column} />
        <FormNotice result={result} shownFields={["value"]} />
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            name="value"
            idPrefix={id}
            label={`${columnName} in row ${row.toLocaleString("en-US")}`}
            maxLength={5000}
            defaultValue={typeof typed === "string" ? typed : value}
            error={result && !result.ok ? result.fields?.value : undefined}
            className="min-w-40 grow"
          />
          <SubmitButton size="sm" variant="secondary" pendingLabel="Comparing again…">
            Correct
          </SubmitButton>
        </div>
        <CheckboxField
          name="everywhere"
          label={value === "" ? "In every row that leaves it empty" : `Wherever this column says “${shortened(value)}”`}
        />
      </form>
    </details>
  );
}

const shortened = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
