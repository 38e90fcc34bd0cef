import type { ReactNode } from "react";
import { ImportCounts } from "@/components/imports/import-counts";
import { UndoImportForm } from "@/components/imports/undo-import-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { formatTimestamp } from "@/lib/dates";
import type { ImportRun } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

type Props = { org: string; timeZone: string; run: ImportRun; requestKey: string; rows: ReactNode };

/** How an import ended. */
export function FinishedImport({ org, timeZone, run, requestKey, rows }: Props) {
  const ended = `by ${run.closedBy ?? "somebody"} on ${run.closedAt ? formatTimestamp(run.closedAt, timeZone) : "an unknown day"}`;
  if (run.status === "discarded") {
    return (
      <Notice
        title={`Discarded ${ended}`}
        actions={
          <ButtonLink size="sm" href={routes.import(org)}>
            Start a new import
          </ButtonLink>
        }
      >
        The uploaded rows were deleted. No order was changed.
      </Notice>
    );
  }
  const isUndone = run.status === "undone";
  return (
    <div className="flex flex-col gap-4">
      {isUndone && (
        <Notice
          title={`Undone by ${run.undoneBy ?? "somebody"} on ${run.undoneAt ? formatTimestamp(run.undoneAt, timeZone) : "an unknown day"}`}
        >
          Orders and lines are as they were before; orders this file brought are cancelled.
        </Notice>
      )}
      <Notice
        tone={isUndone ? "info" : "success"}
        title={`Imported ${ended}`}
        actions={
          <>
            <ButtonLink size="sm" variant="primary" href={routes.orders(org)}>
              Open the orders
            </ButtonLink>
            <ButtonLink size="sm" href={routes.import(org)}>
              Import another file
            </ButtonLink>
            {!isUndone && <UndoImportForm org={org} importId={run.id} number={run.number} requestKey={requestKey} />}
          </>
        }
      >
        Every row of the file {isUndone ? "was" : "is"} in. {closedSentence(run.counts?.closing_orders ?? 0)}
      </Notice>
      {run.counts && (
        <Panel title="What the file held">
          <ImportCounts counts={run.counts} />
        </Panel>
      )}
      {rows}
    </div>
  );
}

function closedSentence(closed: number): string {
  if (closed === 0) return "Orders the file didn’t name stayed as they were.";
  const orders = closed === 1 ? "1 order" : `${closed.toLocaleString("en-US")} orders`;
  return `${orders} the file no longer named ${closed === 1 ? "was" : "were"} closed, the others stayed as they were.`;
}
