"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { retryDeadNotifications } from "@/lib/notifications/mail-actions";
import { retryAllSentence } from "@/lib/notifications/mail-outcome";

type Props = { org: string; dead: number };

/** Everything that was given up, in one go: for when the mail service is back. */
export function RetryAllForm({ org, dead }: Props) {
  const [result, action] = useActionState(retryDeadNotifications, null);
  return (
    <div className="flex shrink-0 flex-col items-start gap-2 md:max-w-xs md:items-end">
      {dead > 0 && (
        <DialogButton
          trigger={`Send all ${dead.toLocaleString("en-US")} given up again…`}
          title="Send again what was given up?"
        >
          <form action={action} className="flex flex-col gap-3">
            <OrgField slug={org} />
            <p className="text-sm text-pretty">
              Each goes out under its own key, so the mail service sends none twice that it remembers. It remembers for
              a day.
            </p>
            <CheckboxField
              name="may_arrive_twice"
              value="yes"
              label="Also those that may have arrived already, more than 23 hours ago"
              description="They would arrive a second time."
            />
            <SubmitButton pendingLabel="Sending…" className="self-start">
              Send them again
            </SubmitButton>
          </form>
        </DialogButton>
      )}
      {result?.ok ? (
        <Notice tone={result.data.queued > 0 ? "success" : "info"} isAnnounced>
          {retryAllSentence(result.data)}
        </Notice>
      ) : (
        <FormNotice result={result} />
      )}
    </div>
  );
}
