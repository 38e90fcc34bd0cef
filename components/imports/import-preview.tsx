import type { ReactNode } from "react";
import { ChangeTable } from "@/components/imports/change-table";
import { CheckRowsForm } from "@/components/imports/check-rows-form";
import { ImportCounts } from "@/components/imports/import-counts";
import { ImportVerdict } from "@/components/imports/import-verdict";
import { MissingOrders } from "@/components/imports/missing-orders";
import { StatusWords } from "@/components/imports/status-words";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ImportCounts as Counts, ImportRun, ImportPreview as Preview } from "@/lib/imports/import-view";

type Props = {
  org: string;
  timeZone: string;
  run: ImportRun;
  counts: Counts;
  preview: Preview;
  stages: { value: string; label: string }[];
  requestKey: string;
  /** The rows with errors or warnings, a page of them; null when there are none. */
  rowNotes: ReactNode;
};

/** What the file would change, before anything is written. */
export function ImportPreview({ org, timeZone, run, counts, preview, stages, requestKey, rowNotes }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <ImportVerdict org={org} run={run} counts={counts} requestKey={requestKey} />
      {counts.errors > 0 && rowNotes}
      <StatusWords org={org} importId={run.id} words={preview.status_words} stages={stages} />
      <Panel
        title="What the file holds"
        aside={
          run.previewedAt && (
            <>
              compared <RelativeTime at={run.previewedAt} timeZone={timeZone} />
            </>
          )
        }
      >
        <div className="flex flex-col gap-4">
          <ImportCounts counts={counts} />
          <CheckRowsForm org={org} importId={run.id} label="Compare again" variant="outline" size="sm" />
        </div>
      </Panel>
      {counts.errors === 0 && rowNotes}
      {preview.changes.length > 0 && (
        <Panel
          title="What changes"
          aside={`${preview.changes.length >= SHOWN_CHANGES ? "the first " : ""}${preview.changes.length}`}
          isFlush
        >
          <ChangeTable changes={preview.changes} />
        </Panel>
      )}
      <MissingOrders org={org} count={counts.missing_orders} shown={preview.missing_orders} />
    </div>
  );
}

/** The database describes no more than this many. */
const SHOWN_CHANGES = 100;
