import { CheckRowsForm } from "@/components/imports/check-rows-form";
import { ResumeUpload } from "@/components/imports/resume-upload";
import { Notice } from "@/components/ui/notice";
import type { ImportRun } from "@/lib/imports/import-view";

type Props = { org: string; run: ImportRun; stagedRows: number };

/** An import whose rows, or whose comparison, are still missing. */
export function UnfinishedImport({ org, run, stagedRows }: Props) {
  const [staged, expected] = [stagedRows.toLocaleString("en-US"), run.rowCount.toLocaleString("en-US")];
  if (stagedRows >= run.rowCount) {
    return (
      <Notice tone="info" title={run.rowCount === 1 ? "Its one row is here" : `All ${expected} rows are here`}>
        <p className="mb-3">Not compared with your orders yet.</p>
        <CheckRowsForm org={org} importId={run.id} label="Compare them now" />
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warning" title={`${staged} of ${expected} rows have arrived`}>
        The upload stopped before the end. Nothing was written. Choose the same file again to go on, or discard the
        import.
      </Notice>
      <ResumeUpload org={org} run={run} />
    </div>
  );
}
