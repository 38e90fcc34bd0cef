"use client";

import { buttonVariants } from "@heroui/styles";
import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, useState } from "react";
import { BulkResults } from "@/components/change-requests/bulk-results";
import { type Selected, useSelection } from "@/components/change-requests/queue-selection";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import { decideMany } from "@/lib/change-requests/decision-actions";

type Props = {
  org: string;
  idempotencyKey: string /** What the list shows and the reader can decide. */;
  shown: readonly Selected[];
};

/** Decides what is selected, each on its own; says of each what became of it, above the list that loads again. */
export function BulkBar({ org, idempotencyKey, shown }: Props) {
  const selection = useSelection();
  const router = useRouter();
  const [asked, setAsked] = useState<readonly Selected[]>([]);
  const [result, submit] = useActionState(async (...args: Parameters<typeof decideMany>) => {
    const answer = await decideMany(...args);
    if (answer.ok) {
      startTransition(() => {
        setAsked([...(selection?.items.values() ?? [])]);
        selection?.set([]);
      });
    }
    return answer;
  }, null);
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  if (!selection) return null;

  const items = [...selection.items.values()];
  const count = items.length;
  const isAll = shown.length > 0 && shown.every(({ request_id }) => selection.items.has(request_id));
  const things = count === 1 ? "1 request" : `${count} requests`;
  return (
    <div data-print="hide" className="mb-3 flex flex-col gap-3">
      {result?.ok && <BulkResults org={org} results={result.data.outcome} asked={asked} />}
      {shown.length > 1 && (
        <label className="flex items-center gap-2 px-4 text-sm text-muted">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => selection.set(isAll ? [] : shown)}
            className="size-4 accent-accent"
          />
          Select all {shown.length} on this page
        </label>
      )}
      {count > 0 && (
        <form
          action={submit}
          aria-label="Decide what is selected"
          className="sticky top-2 z-10 flex flex-col gap-2 rounded-xl border border-accent/50 bg-surface p-3"
        >
          <OrgField slug={org} />
          <input
            type="hidden"
            name="items"
            value={JSON.stringify(items.map(({ reference: _reference, ...item }) => item))}
          />
          <input type="hidden" name="idempotency_key" value={result?.ok ? result.data.nextKey : idempotencyKey} />
          <FormNotice result={result} shownFields={["note"]} />
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-sm font-medium">{things} selected</span>
            <SubmitButton name="decision" value="approve" size="sm" pendingLabel="Approving…">
              Approve {things}
            </SubmitButton>
            <button
              type="button"
              className={buttonVariants({ variant: "ghost", size: "sm" })}
              onClick={() => selection.set([])}
            >
              Clear
            </button>
          </div>
          <details className="group">
            <summary className="cursor-pointer py-1 text-sm text-muted hover:text-foreground">
              Reject or send back with one note
            </summary>
            <div className="mt-2 flex max-w-2xl flex-col gap-2">
              <TextareaField
                name="note"
                idPrefix="bulk"
                label="Note to everybody who asked"
                maxLength={2000}
                rows={2}
                error={result && !result.ok ? result.fields?.note : undefined}
              />
              <div className="flex flex-wrap gap-2">
                <SubmitButton name="decision" value="return" variant="secondary" size="sm" pendingLabel="Sending back…">
                  Send back {things}
                </SubmitButton>
                <SubmitButton name="decision" value="reject" variant="danger-soft" size="sm" pendingLabel="Rejecting…">
                  Reject {things}
                </SubmitButton>
              </div>
            </div>
          </details>
        </form>
      )}
    </div>
  );
}
