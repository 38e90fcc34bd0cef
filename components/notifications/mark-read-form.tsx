"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { markRead } from "@/lib/notifications/actions";

type Props = { org: string; itemId: string; heading: string };

/** Marks one as read where it stands. */
export function MarkReadForm({ org, itemId, heading }: Props) {
  const [result, action] = useActionState(markRead, null);
  return (
    <form action={action} className="relative z-1 shrink-0">
      <OrgField slug={org} />
      <input type="hidden" name="item_id" value={itemId} />
      <SubmitButton size="sm" variant="ghost">
        <Check aria-hidden className="size-4" />
        <span className="max-md:sr-only">Mark read</span>
        <span className="sr-only">: {heading}</span>
      </SubmitButton>
      <FormNotice result={result} />
    </form>
  );
}
