import { FileDown } from "lucide-react";
import { ExportFiles } from "@/components/exports/export-files";
import { ExportRequests } from "@/components/exports/export-requests";
import { EmptyState } from "@/components/layout/empty-state";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ExportScope, ExportSummary } from "@/lib/exports/export-view";

const scopes = {
  updates: "Updates",
  open: "All open orders",
  request: "One request",
} satisfies Record<ExportScope, string>;

type Props = { org: string; exports: ExportSummary[]; timeZone: string };

/** Every export, newest first, with what it told and its files. */
export function ExportHistory({ org, exports, timeZone }: Props) {
  if (exports.length === 0) {
    return (
      <EmptyState Icon={FileDown} title="No exports yet">
        Approved changes are exported in the columns of the file your orders came from.
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Exports"
      rows={exports}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "number",
          header: "Export",
          phone: "lead",
          className: "align-middle font-medium whitespace-nowrap",
          cell: ({ number, scope }) => `${number} · ${scopes[scope]}`,
        },
        {
          id: "rows",
          header: "Rows",
          align: "end",
          className: "align-middle",
          cell: ({ rowCount }) => rowCount.toLocaleString("en-US"),
        },
        {
          id: "requests",
          header: "Requests in it",
          className: "align-middle",
          cell: ({ requests }) =>
            requests.length > 0 ? (
              <ExportRequests org={org} requests={requests} />
            ) : (
              <span className="text-muted">none</span>
            ),
        },
        { id: "who", header: "By", className: "align-middle whitespace-nowrap", cell: ({ createdBy }) => createdBy },
        {
          id: "when",
          header: "When",
          className: "align-middle whitespace-nowrap",
          cell: ({ createdAt }) => <RelativeTime at={createdAt} timeZone={timeZone} />,
        },
        {
          id: "files",
          header: "Files",
          isHeaderHidden: true,
          className: "align-middle",
          cell: ({ number, files, isDropped }) =>
            isDropped ? (
              <span className="text-xs text-muted">Rows no longer kept</span>
            ) : (
              <ExportFiles org={org} number={number} files={files} />
            ),
        },
      ]}
    />
  );
}
