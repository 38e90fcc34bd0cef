"use client";

import { useEffect, useRef } from "react";
import { ExportFiles } from "@/components/exports/export-files";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import type { CreatedExport } from "@/lib/exports/actions";
import type { CreateExportOutcome } from "@/lib/exports/export-view";
import type { ActionResult } from "@/lib/result";
import { routes } from "@/lib/routes";

type Props = { org: string; result: ActionResult<CreatedExport> | null };

/** What became of an export. A single file is saved right away; several are listed. */
export function ExportAnswer({ org, result }: Props) {
  if (!result?.ok) return <FormNotice result={result} />;
  const { outcome, files } = result.data;
  if (outcome.outcome === "created") return <Created org={org} outcome={outcome} files={files} />;
  if (outcome.outcome === "already_exported") {
    return (
      <Notice tone="info" title={`${outcome.reference} is in export ${outcome.number} already`} isAnnounced>
        <p className="mb-2">Each change is told once. That export can be downloaded again as often as you like.</p>
        <ExportFiles org={org} number={outcome.number} files={files} />
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="There is nothing to export" isAnnounced>
      {reasonOf(outcome)} Nothing was recorded.
    </Notice>
  );
}

function reasonOf(outcome: Extract<CreateExportOutcome, { outcome: "empty" | "not_applied" }>): string {
  if (outcome.outcome === "not_applied") return `${outcome.reference} has not been written to its order.`;
  return outcome.scope === "updates"
    ? "Every approved change has been exported already, perhaps by somebody else a moment ago."
    : "No order is open.";
}

type CreatedProps = Pick<CreatedExport, "files"> & {
  org: string;
  outcome: Extract<CreateExportOutcome, { outcome: "created" }>;
};

function Created({ org, outcome: { number, rows, orders }, files }: CreatedProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const single = files.length === 1 ? number : null;
  useEffect(() => {
    if (single !== null) link.current?.click();
  }, [single]);
  return (
    <Notice tone="success" title={`Export ${number} is ready`} isAnnounced>
      <p className="mb-2">
        {rows.toLocaleString("en-US")} {rows === 1 ? "row" : "rows"} of {orders.toLocaleString("en-US")}{" "}
        {orders === 1 ? "order" : "orders"}, in the columns of the imported file.
        {files.length > 1 && " Each source has its own columns, so each has its own file."}
      </p>
      <ExportFiles org={org} number={number} files={files} />
      {single !== null && (
        <a ref={link} href={routes.exportDownload(org, number)} download hidden tabIndex={-1}>
          {`export ${number}`}
        </a>
      )}
    </Notice>
  );
}
