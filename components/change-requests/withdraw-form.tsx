"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawRequest } from "@/lib/change-requests/decision-actions";

type Props = { org: string; requestId: string; idempotencyKey: string };

/** Takes a request back, after a second look. The page shows what came of it, whoever was first. */
export function WithdrawForm({ org, requestId, idempotencyKey }: Props) {
  const [result, submit] = useActionState(withdrawRequest, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  return (
    <form action={submit} className="flex flex-col gap-3 pb-1">
      <OrgField slug={org} />
      <input type="hidden" name="request_id" value={requestId} />
      <input type="hidden" name="idempotency_key" value={result?.ok ? result.data.nextKey : idempotencyKey} />
      <FormNotice result={result} />
      <p className="text-sm">Nobody will decide it, and the order stays as it is. The request is kept on record.</p>
      <SubmitButton variant="danger" pendingLabel="Withdrawing…" className="self-start">
        Withdraw
      </SubmitButton>
    </form>
  );
}
