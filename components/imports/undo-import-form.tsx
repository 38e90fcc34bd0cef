"use client";

import { useActionState } from "react";
import { StepProgress } from "@/components/imports/step-progress";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { undoImport } from "@/lib/imports/actions";
import { describeUndoProblem } from "@/lib/imports/describe-undo-problem";
import { routes } from "@/lib/routes";

type Props = { org: string; importId: string; number: number; requestKey: string };

/** Takes an import back, after a second look; when orders moved since it says which. */
export function UndoImportForm({ org, importId, number, requestKey }: Props) {
  const [result, action, isPending] = useActionState(undoImport, null);
  const refused = result?.ok && result.data.outcome === "refused" ? result.data : null;
  const more = refused ? (refused.touched ?? refused.problems.length) - refused.problems.length : 0;
  return (
    <DialogButton trigger="Undo" size="sm" title={`Undo import ${number}?`}>
      <form action={action} className="flex flex-col gap-4">
        <OrgField slug={org} />
        <input type="hidden" name="import_id" value={importId} />
        <input type="hidden" name="idempotency_key" value={requestKey} />
        <FormNotice result={result} />
        {refused ? (
          <Notice tone="warning" title="Nothing was undone" isAnnounced>
            <ul className="flex max-h-64 list-disc flex-col gap-1 overflow-y-auto pl-4">
              {refused.problems.map((problem) => (
                <li key={problem.code === "order_touched" ? problem.order_id : problem.import_id}>
                  {problem.code === "order_touched" && (
                    <>
                      <TextLink href={routes.order(org, problem.order_number)}>{problem.order_number}</TextLink>:{" "}
                    </>
                  )}
                  {describeUndoProblem(problem)}
                </li>
              ))}
              {more > 0 && <li>and {more.toLocaleString("en-US")} more</li>}
            </ul>
          </Notice>
        ) : (
          <p className="text-sm text-pretty">
            Orders and lines get back what stood there before. Orders the file brought are cancelled. It is all of it or
            nothing: when somebody changed one of these orders since, nothing happens and you see which.
          </p>
        )}
        {isPending && <StepProgress org={org} importId={importId} label="Taking the import back" />}
        <div className="flex justify-end">
          <SubmitButton variant="danger" pendingLabel="Undoing…">
            {refused ? "Try again" : "Undo the import"}
          </SubmitButton>
        </div>
      </form>
    </DialogButton>
  );
}
