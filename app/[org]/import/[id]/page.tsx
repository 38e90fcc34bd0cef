import type { Metadata } from "next";
import { DiscardImportForm } from "@/components/imports/discard-import-form";
import { EarlierImportNotice } from "@/components/imports/earlier-import-notice";
import { FinishedImport } from "@/components/imports/finished-import";
import { ImportPreview } from "@/components/imports/import-preview";
import { ImportStatusBadge } from "@/components/imports/import-status-badge";
import { ImportSteps } from "@/components/imports/import-steps";
import { RowNotes } from "@/components/imports/row-notes";
import { UnfinishedImport } from "@/components/imports/unfinished-import";
import { PageHeader } from "@/components/layout/page-header";
import { stageLabel } from "@/components/orders/stage-badge";
import { forPage, requireMember } from "@/lib/auth/gate";
import { noteKindsOf, shownNoteKind } from "@/lib/imports/note-kinds";
import {
  countStagedRows,
  getEarlierImportOfFile,
  getImport,
  listRowNotes,
  NOTES_PER_PAGE,
} from "@/lib/imports/queries";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { Constants } from "@/lib/supabase/database.types";

export const metadata: Metadata = { title: "Import" };

const steps = { staging: "Upload", previewed: "Check", committed: "Done", undone: null, discarded: null } as const;
const stages = Constants.public.Enums.order_stage
  .filter((stage) => stage !== "unknown")
  .map((stage) => ({ value: stage, label: stageLabel(stage) }));

export default async function ImportRunPage({ params, searchParams }: PageProps<"/[org]/import/[id]">) {
  const { org: slug, id } = await params;
  const { db, org } = await requireMember(slug, "admin");
  const run = await forPage(getImport(db, org.id, id));
  const { rows, page: pageParam } = await searchParams;
  const isOpen = run.status === "staging" || run.status === "previewed";
  const kinds = run.status === "staging" ? [] : noteKindsOf(run.counts);
  const [kind, page] = [shownNoteKind(kinds, rows), pageNumber(pageParam)];
  const [earlier, staged, notes] = await Promise.all([
    isOpen ? getEarlierImportOfFile(db, org.id, run) : null,
    run.status === "staging" ? countStagedRows(db, org.id, run.id) : 0,
    kind && run.status !== "discarded" ? listRowNotes(db, org.id, run.id, { kind, page }) : null,
  ]);
  const where = { org: org.slug, importId: run.id, kinds, page, pageSize: NOTES_PER_PAGE };
  const rowNotes = kind && notes && (notes.total > 0 || page > 1) && <RowNotes {...where} {...notes} kind={kind} />;
  const step = steps[run.status];
  return (
    <>
      <PageHeader
        back={{ label: "Import", href: routes.import(org.slug) }}
        title={`Import ${run.number}`}
        marks={<ImportStatusBadge status={run.status} counts={run.counts} />}
        description={<span className="wrap-anywhere">{run.fileName}</span>}
        actions={isOpen && <DiscardImportForm org={org.slug} importId={run.id} number={run.number} />}
      />
      {step && <ImportSteps current={step} />}
      {earlier && <EarlierImportNotice org={org.slug} earlier={earlier} timeZone={org.timeZone} />}
      {run.status === "staging" && <UnfinishedImport org={org.slug} run={run} stagedRows={staged} />}
      {run.status === "previewed" && run.counts && run.preview && (
        <ImportPreview
          {...{ org: org.slug, timeZone: org.timeZone, run, stages, rowNotes }}
          counts={run.counts}
          preview={run.preview}
          requestKey={crypto.randomUUID()}
        />
      )}
      {!isOpen && <FinishedImport org={org.slug} timeZone={org.timeZone} run={run} rowNotes={rowNotes} />}
    </>
  );
}
