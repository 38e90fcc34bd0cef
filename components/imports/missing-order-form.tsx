"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { chooseMissingOrders } from "@/lib/imports/correction-actions";

type Props = {
  org: string;
  importId: string;
  /** Left out for all of them. */
  orderId?: string;
  isClosing: boolean;
  label: string;
  /** The order's number, for screen readers. */
  of?: string;
};

/** Says whether the import closes an order its file no longer has. */
export function MissingOrderForm({ org, importId, orderId, isClosing, label, of }: Props) {
  const [result, action] = useActionState(chooseMissingOrders, null);
  return (
    <form action={action}>
      <OrgField slug={org} />
      <input type="hidden" name="import_id" value={importId} />
      {orderId && <input type="hidden" name="order_id" value={orderId} />}
      <FormNotice result={result} />
      <SubmitButton name="close" value={String(isClosing)} size="sm" variant="outline">
        {label}
        {of && <span className="sr-only"> {of}</span>}
      </SubmitButton>
    </form>
  );
}
