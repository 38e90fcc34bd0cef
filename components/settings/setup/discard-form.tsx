"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { discardAnswers } from "@/lib/settings/setup/apply-actions";

/** Lets go of what was answered and not applied. */
export function DiscardForm({ org }: { org: string }) {
  const [result, action] = useActionState(discardAnswers, null);
  return (
    <form action={action}>
      <OrgField slug={org} />
      <SubmitButton size="sm" variant="ghost">
        Throw my answers away
      </SubmitButton>
      <FormNotice result={result} />
    </form>
  );
}
