"use client";

import { useActionState } from "react";
import { FormatFields } from "@/components/settings/format-fields";
import { FormatLegend } from "@/components/settings/format-legend";
import { MisfitChoice } from "@/components/settings/misfit-choice";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import type { Format } from "@/lib/orders/format";
import type { FormatSettings } from "@/lib/settings/formats";
import { answerFormats } from "@/lib/settings/setup/actions";

type Props = { org: string; formats: FormatSettings };

const lines = (formats: readonly Format[], part: "pattern" | "example") => formats.map((one) => one[part]).join("\n");

export function FormatsStep({ org, formats }: Props) {
  const [result, action] = useActionState(answerFormats, null);
  const errors = result && !result.ok ? result.fields : undefined;
  return (
    <StepForm
      org={org}
      action={action}
      result={result}
      shownFields={["order_number_patterns", "sku_patterns", "import_misfits"]}
    >
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-sm font-semibold">Order numbers</legend>
        <FormatFields
          subject="order_number"
          noun="order numbers"
          placeholder={"SO-48201\nSO-48202"}
          examples={lines(formats.order_number, "example")}
          patterns={lines(formats.order_number, "pattern")}
          error={errors?.order_number_patterns}
        />
      </fieldset>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-sm font-semibold">SKUs</legend>
        <FormatFields
          subject="sku"
          noun="SKUs"
          placeholder={"WH-SHELF-48\nTAPE-2-110"}
          examples={lines(formats.sku, "example")}
          patterns={lines(formats.sku, "pattern")}
          error={errors?.sku_patterns}
        />
      </fieldset>
      <FormatLegend />
      <MisfitChoice value={formats.import_misfits} error={errors?.import_misfits} />
      <StepBar org={org} step="formats" />
    </StepForm>
  );
}
