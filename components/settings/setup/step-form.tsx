"use client";

import type { ReactNode } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import type { ActionResult } from "@/lib/result";

type Props = {
  org: string;
  action: (formData: FormData) => void;
  result: ActionResult<unknown> | null;
  shownFields: readonly string[];
  children: ReactNode;
};

/** A question's form: native, so that it works before any script has loaded. */
export function StepForm({ org, action, result, shownFields, children }: Props) {
  return (
    // React empties a form after its action, and a radio would then say something else than the fields it has opened.
    <form action={action} onReset={(event) => event.preventDefault()} className="flex flex-col gap-5" noValidate>
      <OrgField slug={org} />
      <FormNotice result={result} shownFields={shownFields} />
      {children}
    </form>
  );
}
