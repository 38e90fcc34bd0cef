"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { keepAnswers } from "@/lib/settings/setup/apply-actions";

/** After somebody else was faster: the answers, compared with their version. */
export function KeepAnswersForm({ org, version }: { org: string; version: number }) {
  const [result, action] = useActionState(keepAnswers, null);
  return (
    <form action={action} className="flex flex-col items-start gap-2">
      <OrgField slug={org} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton size="sm" variant="outline">
        Look at it again
      </SubmitButton>
      <FormNotice result={result} />
    </form>
  );
}
