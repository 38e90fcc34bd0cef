"use client";

import { useActionState } from "react";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { revokeApiKey } from "@/lib/api-keys/actions";

type Props = { org: string; keyId: string; name: string };

/** Ends a key for good, after a second look: a nightly job may depend on it. */
export function RevokeKeyForm({ org, keyId, name }: Props) {
  const [result, action] = useActionState(revokeApiKey, null);
  const trigger = (
    <>
      Revoke<span className="sr-only"> {name}</span>
    </>
  );
  return (
    <DialogButton trigger={trigger} size="sm" variant="ghost" title={`Revoke ${name}?`}>
      <form action={action} className="flex flex-col gap-4">
        <OrgField slug={org} />
        <input type="hidden" name="key_id" value={keyId} />
        <FormNotice result={result} />
        <p className="text-sm">
          Whatever uses it is refused from its next call on. It cannot be brought back; a new key is made in a moment.
        </p>
        <div>
          <SubmitButton variant="danger" pendingLabel="Revoking…">
            Revoke the key
          </SubmitButton>
        </div>
      </form>
    </DialogButton>
  );
}
