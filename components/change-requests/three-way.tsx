import { TriangleAlert } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import type { ChangeView } from "@/lib/change-requests/change-view";
import type { Problem } from "@/lib/change-requests/problem";
import { type ThreeWayRow, threeWayRows } from "@/lib/change-requests/three-way";

type Props = {
  changes: readonly ChangeView[];
  /** The problems of a conflict; none when the order moved elsewhere. */
  moved: readonly Problem[];
};

/** Base, now and requested of every field a request touches, what moved first in sight. */
export function ThreeWay({ changes, moved }: Props) {
  const rows = threeWayRows(changes, moved);
  return (
    <div className="overflow-hidden rounded-lg border border-border bg-surface text-foreground">
      <DataTable
        caption="The order when it was asked, as it is now, and as requested"
        rows={rows}
        rowKey={(row) => `${row.subject}:${row.field}`}
        columns={[
          { id: "field", header: "Field", phone: "lead", cell: (row) => `${row.subject} · ${row.field}` },
          { id: "base", header: "When asked", className: "whitespace-pre-line", cell: (row) => row.base || "–" },
          { id: "now", header: "Now", cell: (row) => <Now row={row} /> },
          {
            id: "requested",
            header: "Requested",
            className: "whitespace-pre-line",
            cell: (row) => row.requested || "–",
          },
        ]}
      />
    </div>
  );
}

function Now({ row }: { row: ThreeWayRow }) {
  if (!row.hasMoved) return row.now || "–";
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-danger-soft-foreground">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      <span className="whitespace-pre-line">{row.now}</span>
      <span className="sr-only"> (moved)</span>
    </span>
  );
}
