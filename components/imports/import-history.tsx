import { FileSpreadsheet } from "lucide-react";
import { ImportStatusBadge } from "@/components/imports/import-status-badge";
import { EmptyState } from "@/components/layout/empty-state";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { ImportCounts, ImportSummary } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

type Props = { org: string; imports: ImportSummary[]; timeZone: string };

/** Every file that was brought in, newest first; unfinished ones can be opened and finished or discarded. */
export function ImportHistory({ org, imports, timeZone }: Props) {
  if (imports.length === 0) {
    return (
      <EmptyState Icon={FileSpreadsheet} title="No imports yet">
        Your first file creates the orders. Each later one updates them and never deletes any.
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Imports"
      rows={imports}
      rowKey={({ id }) => id}
      rowTone={({ status }) => (status === "discarded" ? "muted" : undefined)}
      columns={[
        {
          id: "file",
          header: "File",
          phone: "lead",
          className: "wrap-anywhere",
          cell: ({ id, number, fileName }) => (
            <TextLink href={routes.importRun(org, id)} isRowLink>
              {number} · {fileName}
            </TextLink>
          ),
        },
        {
          id: "status",
          header: "State",
          cell: ({ status, counts }) => <ImportStatusBadge status={status} counts={counts} />,
        },
        { id: "rows", header: "Rows", align: "end", cell: ({ rowCount }) => rowCount.toLocaleString("en-US") },
        {
          id: "result",
          header: "Orders",
          cell: ({ counts, status }) => (counts && status !== "discarded" ? orderCounts(counts) : ""),
        },
        { id: "who", header: "By", cell: ({ createdBy }) => createdBy },
        {
          id: "when",
          header: "When",
          cell: ({ createdAt }) => <RelativeTime at={createdAt} timeZone={timeZone} className="whitespace-nowrap" />,
        },
      ]}
    />
  );
}

function orderCounts({ new_orders, changed_orders, unchanged_orders, errors }: ImportCounts): string {
  const parts = [
    [new_orders, "new"],
    [changed_orders, "changed"],
    [unchanged_orders, "unchanged"],
    [errors, errors === 1 ? "row with an error" : "rows with errors"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString("en-US")} ${word}`)
    .join(", ");
}
