"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { FormatFields } from "@/components/settings/format-fields";
import { FormatLegend } from "@/components/settings/format-legend";
import { MisfitChoice } from "@/components/settings/misfit-choice";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Format } from "@/lib/orders/format";
import { type FormatSettings, misfitCount, misfitSentences } from "@/lib/settings/formats";
import { saveFormats } from "@/lib/settings/formats-actions";

type Props = { org: string; formats: FormatSettings };

const lines = (formats: readonly Format[], part: "pattern" | "example") => formats.map((one) => one[part]).join("\n");

/** Both formats and what an import does with the rest. What is open now and wouldn't fit is said before anything is saved. */
export function FormatsForm({ org, formats }: Props) {
  const [result, action] = useActionState(saveFormats, null);
  const refused = result && !result.ok ? result : null;
  const misfits = result?.ok && result.data.outcome === "misfits" ? result.data : null;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <OrgField slug={org} />
      <Panel title="Order numbers">
        <FormatFields
          key={lines(formats.order_number, "pattern")}
          subject="order_number"
          noun="order numbers"
          placeholder={"SO-48201\nSO-48202"}
          examples={lines(formats.order_number, "example")}
          patterns={lines(formats.order_number, "pattern")}
          error={refused?.fields?.order_number_patterns}
        />
      </Panel>
      <Panel title="SKUs">
        <FormatFields
          key={lines(formats.sku, "pattern")}
          subject="sku"
          noun="SKUs"
          placeholder={"WH-SHELF-48\nTAPE-2-110"}
          examples={lines(formats.sku, "example")}
          patterns={lines(formats.sku, "pattern")}
          error={refused?.fields?.sku_patterns}
        />
      </Panel>
      <FormatLegend />
      <Panel>
        <MisfitChoice value={formats.import_misfits} error={refused?.fields?.import_misfits} />
      </Panel>
      <FormNotice result={result} shownFields={["order_number_patterns", "sku_patterns", "import_misfits"]} />
      {misfits && (
        <Notice tone="warning" isAnnounced title="Not saved yet: not everything that is open now fits">
          {misfitSentences(misfits).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>They stay as they are and can still be changed, but an import will name them each time.</p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Comparing with what is open…">Save</SubmitButton>
        {misfits && (
          <SubmitButton variant="outline" name="known_misfits" value={String(misfitCount(misfits))}>
            Save anyway
          </SubmitButton>
        )}
        {result?.ok && !misfits && (
          <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
            <Check aria-hidden className="size-3.5" />
            {result.data.outcome === "saved"
              ? "Saved. The form and the next import hold to it."
              : "Nothing had changed"}
          </p>
        )}
      </div>
    </form>
  );
}
