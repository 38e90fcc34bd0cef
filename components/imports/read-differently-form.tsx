"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { columnLabel } from "@/lib/imports/column-label";
import { FIELD_NAMES, fieldDefinition } from "@/lib/imports/fields";
import { readDifferently } from "@/lib/imports/read-differently-action";
import type { SourceFormat } from "@/lib/imports/source-format";

const dates = [
  { value: "dmy", label: "Day first: 31/12/2026" },
  { value: "mdy", label: "Month first: 12/31/2026" },
  { value: "iso", label: "Year first: 2026-12-31" },
  { value: "serial", label: "Counted in days: 46387" },
];
const decimals = [
  { value: ".", label: "Point: 1,234.50" },
  { value: ",", label: "Comma: 1.234,50" },
];
const fields = FIELD_NAMES.map((value) => ({ value, label: fieldDefinition(value).label }));

type Props = { org: string; importId: string; requestKey: string; format: Pick<SourceFormat, "headers" | "fields"> };

/** A whole column, or all dates and numbers, read in another way: the rows that are here are read again. */
export function ReadDifferentlyForm({ org, importId, requestKey, format }: Props) {
  const [result, action] = useActionState(readDifferently, null);
  const values = result && !result.ok ? result.values : undefined;
  const chosen = (name: string) => (typeof values?.[name] === "string" ? values[name] : "");
  const columns = format.headers.map((_, column) => ({
    value: String(column),
    label: `${columnLabel(format.headers, column)} (now: ${meaningOf(format.fields, column)})`,
  }));
  return (
    <details open={result ? true : undefined}>
      <summary className="w-fit cursor-pointer rounded text-sm font-medium text-accent-soft-foreground">
        Read the file differently
      </summary>
      <form action={action} className="mt-3 flex flex-col gap-3">
        <OrgField slug={org} />
        <input type="hidden" name="import_id" value={importId} />
        <input type="hidden" name="idempotency_key" value={requestKey} />
        <FormNotice result={result} />
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            name="column"
            label="Column"
            placeholder="All as they are"
            options={columns}
            defaultValue={chosen("column")}
          />
          <SelectField
            name="field"
            label="Its meaning"
            placeholder="Nothing: it is only passed on"
            options={fields}
            defaultValue={chosen("field")}
          />
          <SelectField
            name="date"
            label="Dates"
            placeholder="As they are"
            options={dates}
            defaultValue={chosen("date")}
          />
          <SelectField
            name="decimal"
            label="Decimals"
            placeholder="As they are"
            options={decimals}
            defaultValue={chosen("decimal")}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton size="sm" variant="secondary" pendingLabel="Reading again…">
            Read again
          </SubmitButton>
          <p className="text-xs text-muted">
            Corrections of single cells stay. The next file like it is read this way too.
          </p>
        </div>
      </form>
    </details>
  );
}

function meaningOf(columns: SourceFormat["fields"], column: number): string {
  const field = FIELD_NAMES.find((name) => columns[name] === column);
  return field ? fieldDefinition(field).label : "nothing";
}
