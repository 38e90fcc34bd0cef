"use client";

import { useActionState, useEffect, useRef } from "react";
import { ExportFiles } from "@/components/exports/export-files";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { createExport } from "@/lib/exports/actions";
import { routes } from "@/lib/routes";

type Props = { org: string; requestKey: string; waiting: number };

/** Makes an export. A single file is saved right away; several are listed. */
export function ExportForm({ org, requestKey, waiting }: Props) {
  const [result, action] = useActionState(createExport, null);
  const answer = result?.ok ? result.data : null;
  const link = useRef<HTMLAnchorElement>(null);
  const created = answer?.outcome.outcome === "created" ? answer.outcome : null;
  const number = created && answer?.files.length === 1 ? created.number : null;
  useEffect(() => {
    if (number !== null) link.current?.click();
  }, [number]);

  return (
    <form action={action} className="flex flex-col gap-4">
      <OrgField slug={org} />
      <input type="hidden" name="idempotency_key" value={answer?.nextKey ?? requestKey} />
      <FormNotice result={result} />
      {created && answer && (
        <Notice tone="success" title={`Export ${created.number} is ready`} isAnnounced>
          <p className="mb-2">
            {created.rows.toLocaleString("en-US")} {created.rows === 1 ? "row" : "rows"} of{" "}
            {created.orders.toLocaleString("en-US")} {created.orders === 1 ? "order" : "orders"}, in the columns of the
            imported file.
            {answer.files.length > 1 && " Each source has its own columns, so each has its own file."}
          </p>
          <ExportFiles org={org} number={created.number} files={answer.files} />
          {number !== null && (
            <a ref={link} href={routes.exportDownload(org, number)} download hidden tabIndex={-1}>
              {`export ${number}`}
            </a>
          )}
        </Notice>
      )}
      {answer?.outcome.outcome === "empty" && (
        <Notice tone="info" title="There is nothing to export" isAnnounced>
          {answer.outcome.scope === "updates"
            ? "Every approved change has been exported already, perhaps by somebody else a moment ago. Nothing was recorded."
            : "No order is open. Nothing was recorded."}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="scope" value="updates" pendingLabel="Exporting…" isDisabled={waiting === 0}>
          Export updates
        </SubmitButton>
        <SubmitButton name="scope" value="open" variant="outline" pendingLabel="Exporting…">
          Export all open orders
        </SubmitButton>
      </div>
    </form>
  );
}
