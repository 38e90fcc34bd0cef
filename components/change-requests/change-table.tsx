import { ChangedLines } from "@/components/change-requests/changed-lines";
import { DataTable } from "@/components/ui/data-table";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";
import { groupByLine } from "@/lib/change-requests/group-by-line";

type Props = { changes: readonly ChangeView[]; currency: string };

/** The difference field by field, line by line: before, after, and what that comes to. */
export function ChangeTable({ changes, currency }: Props) {
  const rows = groupByLine(changes).flatMap((group) =>
    group.map((change, place) => ({
      ...describeChange(change, currency),
      description: change.before.description ?? change.after.description,
      isFirstOfLine: place === 0,
    })),
  );
  return (
    <DataTable
      caption="Changes"
      rows={rows}
      rowKey={({ subject, sentence }) => `${subject} ${sentence}`}
      columns={[
        {
          id: "line",
          header: "Line",
          phone: "lead",
          cell: ({ subject, description, isFirstOfLine }) => (
            <span className={isFirstOfLine ? "flex min-w-40 flex-col wrap-anywhere" : "flex flex-col md:sr-only"}>
              <span className="font-medium first-letter:uppercase">{subject}</span>
              {description && <span className="text-muted">{description}</span>}
            </span>
          ),
        },
        {
          id: "field",
          header: "Field",
          cell: ({ field }) => <span className="inline-block first-letter:uppercase">{field}</span>,
        },
        {
          id: "before",
          header: "Before",
          cell: ({ from }) => <span className="whitespace-pre-line text-muted">{from}</span>,
        },
        { id: "after", header: "After", cell: ({ from, to }) => <ChangedLines from={from} to={to} /> },
        {
          id: "difference",
          header: "Difference",
          align: "end",
          cell: ({ difference }) => difference,
        },
      ]}
    />
  );
}
