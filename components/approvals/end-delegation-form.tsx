"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { revokeDelegation } from "@/lib/approvals/actions";

/** Ends somebody's standing in, at once. */
export function EndDelegationForm({ org, delegationId }: { org: string; delegationId: string }) {
  const [result, submit] = useActionState(revokeDelegation, null);
  return (
    <form action={submit} data-print="hide">
      <OrgField slug={org} />
      <input type="hidden" name="delegation_id" value={delegationId} />
      <FormNotice result={result} />
      <SubmitButton size="sm" variant="outline" pendingLabel="Ending…">
        End it
      </SubmitButton>
    </form>
  );
}
