import type { ReactNode } from "react";
import { ImportCounts } from "@/components/imports/import-counts";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { formatTimestamp } from "@/lib/dates";
import type { ImportRun } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

type Props = { org: string; timeZone: string; run: ImportRun; rowNotes: ReactNode };

/** How an import ended. */
export function FinishedImport({ org, timeZone, run, rowNotes }: Props) {
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
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone="success"
        title={`Imported ${ended}`}
        actions={
          <>
            <ButtonLink size="sm" variant="primary" href={routes.orders(org)}>
              Open the orders
            </ButtonLink>
            <ButtonLink size="sm" href={routes.import(org)}>
              Import another file
            </ButtonLink>
          </>
        }
      >
        Every row of the file is in. Orders the file didn’t name stayed as they were.
      </Notice>
      {run.counts && (
        <Panel title="What the file held">
          <ImportCounts counts={run.counts} />
        </Panel>
      )}
      {rowNotes}
    </div>
  );
}
