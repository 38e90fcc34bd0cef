import type { ReactNode } from "react";
import { CheckRowsForm } from "@/components/imports/check-rows-form";
import { ImportCounts } from "@/components/imports/import-counts";
import { ImportVerdict } from "@/components/imports/import-verdict";
import { MissingOrders, type ShownMissingOrder } from "@/components/imports/missing-orders";
import { ReadDifferentlyForm } from "@/components/imports/read-differently-form";
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
  /** A page of the file's rows with what comes of them. */
  rows: ReactNode;
  missingOrders: ShownMissingOrder[];
};

/** What the file would change, before anything is written. */
export function ImportPreview({ org, timeZone, run, counts, preview, stages, requestKey, rows, missingOrders }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <ImportVerdict org={org} run={run} counts={counts} requestKey={requestKey} />
      {counts.errors > 0 && rows}
      <StatusWords
        org={org}
        importId={run.id}
        words={preview.status_words}
        stages={stages}
        preset={run.format.preset}
      />
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
          <ReadDifferentlyForm org={org} importId={run.id} requestKey={requestKey} format={run.format} />
        </div>
      </Panel>
      {counts.errors === 0 && rows}
      <MissingOrders org={org} importId={run.id} counts={counts} orders={missingOrders} />
    </div>
  );
}
