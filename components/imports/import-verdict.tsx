import { buttonVariants } from "@heroui/styles";
import { CommitImportForm } from "@/components/imports/commit-import-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { commitSentence } from "@/lib/imports/commit-sentence";
import type { ImportCounts, ImportRun } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

type Props = { org: string; run: ImportRun; counts: ImportCounts; requestKey: string };

/** Whether the file can be imported, and what that would do. */
export function ImportVerdict({ org, run, counts, requestKey }: Props) {
  if (counts.problems > 0) {
    const rows =
      counts.errors === 1 ? "1 row has an error" : `${counts.errors.toLocaleString("en-US")} rows have errors`;
    return (
      <Notice
        tone="danger"
        title={`${rows}, so nothing can be imported yet`}
        actions={
          <>
            <a
              className={buttonVariants({ variant: "outline", size: "sm" })}
              href={routes.importErrors(org, run.id)}
              download
            >
              Download the error file
            </a>
            <ButtonLink size="sm" href={routes.import(org)}>
              Choose the corrected file
            </ButtonLink>
          </>
        }
      >
        A file is imported as a whole or not at all. Correct the cells below, here or in the error file, or correct the
        source and upload its file again. Nothing was written.
      </Notice>
    );
  }
  const unknown = run.preview?.status_words.filter(({ stage }) => stage === "unknown") ?? [];
  const needsCare = unknown.length > 0 || (run.preview?.confirmations ?? []).length > 0;
  return (
    <Notice tone={needsCare ? "warning" : "success"} title="This file can be imported">
      <p>{commitSentence(counts)}</p>
      {unknown.length > 0 && (
        <p className="mt-1">
          {unknown.length === 1 ? "One status word has" : `${unknown.length} status words have`} no stage yet: nobody
          could request a change to those orders. Give {unknown.length === 1 ? "it" : "them"} one below first.
        </p>
      )}
      <div className="mt-3">
        <CommitImportForm
          org={org}
          importId={run.id}
          requestKey={requestKey}
          hasUnknownWords={unknown.length > 0}
          confirmations={run.preview?.confirmations ?? []}
        />
      </div>
    </Notice>
  );
}
