"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { previewImport } from "@/lib/imports/actions";

type Props = { org: string; importId: string; label: string; variant?: "primary" | "outline"; size?: "sm" | "md" };

/** Compares the uploaded rows with the orders as they are now. */
export function CheckRowsForm({ org, importId, label, variant, size }: Props) {
  const [result, action] = useActionState(previewImport, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="import_id" value={importId} />
      <FormNotice result={result} />
      <div>
        <SubmitButton variant={variant} size={size} pendingLabel="Comparing…">
          {label}
        </SubmitButton>
      </div>
    </form>
  );
}
