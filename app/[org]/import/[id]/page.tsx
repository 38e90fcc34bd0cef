import type { Metadata } from "next";
import { DiscardImportForm } from "@/components/imports/discard-import-form";
import { EarlierImportNotice } from "@/components/imports/earlier-import-notice";
import { FinishedImport } from "@/components/imports/finished-import";
import { ImportPreview } from "@/components/imports/import-preview";
import { ImportRecord } from "@/components/imports/import-record";
import { ImportRows } from "@/components/imports/import-rows";
import { ImportStatusBadge } from "@/components/imports/import-status-badge";
import { ImportSteps } from "@/components/imports/import-steps";
import { RunningImport } from "@/components/imports/running-import";
import { UnfinishedImport } from "@/components/imports/unfinished-import";
import { PageHeader } from "@/components/layout/page-header";
import { StageBadge, stageLabel } from "@/components/orders/stage-badge";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listImportEvents } from "@/lib/imports/event-queries";
import { listImportRows, ROWS_PER_PAGE } from "@/lib/imports/import-rows";
import {
  countStagedRows,
  getEarlierImportOfFile,
  getImport,
  getImportProgress,
  listMissingOrders,
} from "@/lib/imports/queries";
import { rowFiltersOf, shownFilter } from "@/lib/imports/row-filters";
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
  const { rows: asked, page: pageParam, q } = await searchParams;
  const isOpen = run.status === "staging" || run.status === "previewed";
  const filters = run.status === "staging" || !run.counts ? [] : rowFiltersOf(run.counts);
  const [filter, page, search] = [shownFilter(filters, asked), pageNumber(pageParam), searchOf(q)];
  const [earlier, staged, found, missing, progress, events] = await Promise.all([
    isOpen ? getEarlierImportOfFile(db, org.id, run) : null,
    run.status === "staging" ? countStagedRows(db, org.id, run.id) : 0,
    filters.length > 0 && run.status !== "discarded"
      ? listImportRows(db, org.id, run.id, { filter, search, page })
      : null,
    run.status === "previewed" ? listMissingOrders(db, org.id, run.id, SHOWN_MISSING) : [],
    getImportProgress(db, run.id),
    listImportEvents(db, org.id, run.id),
  ]);
  const where = { org: org.slug, importId: run.id, headers: run.format.headers, isOpen };
  const rows = found && (found.total > 0 || page > 1 || search) && (
    <ImportRows {...where} {...found} {...{ filters, filter, search, page }} pageSize={ROWS_PER_PAGE} />
  );
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
      {progress.kind ? (
        <RunningImport org={org.slug} importId={run.id} kind={progress.kind} />
      ) : (
        <>
          {run.status === "staging" && <UnfinishedImport org={org.slug} run={run} stagedRows={staged} />}
          {run.status === "previewed" && run.counts && run.preview && (
            <ImportPreview
              {...{ org: org.slug, timeZone: org.timeZone, run, stages, rows }}
              counts={run.counts}
              preview={run.preview}
              missingOrders={missing.map((order) => ({ ...order, stage: <StageBadge stage={order.stage} /> }))}
              requestKey={crypto.randomUUID()}
            />
          )}
          {!isOpen && (
            <FinishedImport
              {...{ org: org.slug, timeZone: org.timeZone, run, rows }}
              requestKey={crypto.randomUUID()}
            />
          )}
        </>
      )}
      <ImportRecord events={events} timeZone={org.timeZone} />
    </>
  );
}

/** More are counted, and closed all together. */
const SHOWN_MISSING = 100;

const searchOf = (param: string | string[] | undefined) =>
  typeof param === "string" ? param.trim().slice(0, 100) : "";
