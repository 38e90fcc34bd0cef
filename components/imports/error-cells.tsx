import { Notice } from "@/components/ui/notice";
import { columnLabel } from "@/lib/imports/column-label";
import type { ErrorCell } from "@/lib/imports/examine";

type Props = { headers: string[]; cells: ErrorCell[] };

/** Cells in which a spreadsheet's formula failed: there is no value to import until they are put right. */
export function ErrorCells({ headers, cells }: Props) {
  return (
    <Notice tone="danger" title={cells.length === 1 ? "A cell holds an error" : `${cells.length} cells hold an error`}>
      <p>Correct them in the spreadsheet, save it and choose the file again; nothing was written.</p>
      <ul className="mt-1.5 max-h-48 list-disc overflow-y-auto pl-4 wrap-anywhere">
        {cells.map(({ row, column, value }) => (
          <li key={`${row}-${column}`}>
            Row {row.toLocaleString("en-US")}, column {columnLabel(headers, column)}: {meaningOf(value)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function meaningOf(value: string): string {
  return value === "#FORMULA!" ? "a formula whose result was never stored; open and save the workbook in Excel" : value;
}
