"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import { commentOnRequest } from "@/lib/change-requests/comment-actions";

type Props = {
  org: string;
  requestId: string;
  idempotencyKey: string;
  colleagues: readonly { id: string; name: string }[];
};

/** Says something, and to whom in particular. Emptied once it stands on the page. */
export function CommentForm({ org, requestId, idempotencyKey, colleagues }: Props) {
  const [result, submit] = useActionState(commentOnRequest, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  const key = result?.ok ? result.data.nextKey : idempotencyKey;
  const values = result && !result.ok ? result.values : undefined;
  return (
    <form key={result?.ok ? key : "first"} action={submit} data-print="hide" className="flex flex-col gap-2">
      <OrgField slug={org} />
      <input type="hidden" name="request_id" value={requestId} />
      <input type="hidden" name="idempotency_key" value={key} />
      <FormNotice result={result} shownFields={["body"]} />
      <TextareaField
        name="body"
        label="Comment"
        maxLength={2000}
        rows={2}
        defaultValue={typeof values?.body === "string" ? values.body : ""}
        error={result && !result.ok ? result.fields?.body : undefined}
      />
      <div className="flex flex-wrap items-start justify-between gap-2">
        {colleagues.length > 0 && (
          <details className="text-sm">
            <summary className="cursor-pointer py-1 text-muted hover:text-foreground">Mention somebody</summary>
            <div className="mt-1 grid max-h-48 gap-x-6 gap-y-1.5 overflow-y-auto sm:grid-cols-2">
              {colleagues.map(({ id, name }) => (
                <CheckboxField
                  key={id}
                  name="mentioned[]"
                  value={id}
                  label={name}
                  isDefaultChecked={[values?.mentioned ?? []].flat().includes(id)}
                />
              ))}
            </div>
          </details>
        )}
        <SubmitButton size="sm" variant="secondary" pendingLabel="Sending…">
          Comment
        </SubmitButton>
      </div>
    </form>
  );
}
