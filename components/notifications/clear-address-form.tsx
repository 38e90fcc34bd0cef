"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { clearAddress } from "@/lib/notifications/mail-actions";
import { clearSentence } from "@/lib/notifications/mail-outcome";

type Props = { org: string; email: string };

/** Lets mail go to an address again, with or without what was held. */
export function ClearAddressForm({ org, email }: Props) {
  const [result, action] = useActionState(clearAddress, null);
  return (
    <div className="flex flex-col items-end gap-1">
      <DialogButton
        trigger={
          <>
            Clear… <span className="sr-only">{email}</span>
          </>
        }
        size="sm"
        title="Let mail go there again?"
      >
        <form action={action} className="flex flex-col gap-3">
          <OrgField slug={org} />
          <input type="hidden" name="email" value={email} />
          <p className="text-sm text-pretty">
            Do this once you know that <b className="font-medium wrap-anywhere">{email}</b> takes mail. If the next one
            comes back, the address is held again.
          </p>
          <CheckboxField
            name="send_held"
            value="yes"
            label="Send what was held meanwhile"
            description="Otherwise it stays held, and each can be sent by hand."
          />
          <SubmitButton pendingLabel="Clearing…" className="self-start">
            Clear the address
          </SubmitButton>
        </form>
      </DialogButton>
      {result?.ok ? (
        <p role="status" className="text-xs text-muted">
          {clearSentence(result.data)}
        </p>
      ) : (
        <FormNotice result={result} />
      )}
    </div>
  );
}
