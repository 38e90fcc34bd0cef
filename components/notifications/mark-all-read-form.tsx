"use client";

import { CheckCheck } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { markAllRead } from "@/lib/notifications/actions";

type Props = {
  org: string;
  /** When the newest one came that the page knows of: what arrives after it stays unread. */
  until: string;
};

export function MarkAllReadForm({ org, until }: Props) {
  const [result, action] = useActionState(markAllRead, null);
  return (
    <form action={action} className="flex flex-col items-end gap-1">
      <OrgField slug={org} />
      <input type="hidden" name="until" value={until} />
      <SubmitButton variant="outline" pendingLabel="Marking…">
        <CheckCheck aria-hidden className="size-4" /> Mark all read
      </SubmitButton>
      <FormNotice result={result} />
    </form>
  );
}
