import { Notice } from "@/components/ui/notice";
import type { OpenedFile } from "@/lib/imports/import-protocol";

type Props = { file: OpenedFile };

const SHOWN = 20;

/** Rows that don't have one cell per column: the file can't be used until they are put right. */
export function RowProblemList({ file }: Props) {
  const rest = file.rowProblemCount - Math.min(SHOWN, file.rowProblems.length);
  const count = file.rowProblemCount.toLocaleString("en-US");
  return (
    <Notice
      tone="danger"
      title={
        file.rowProblemCount === 1
          ? "1 row has the wrong number of cells"
          : `${count} rows have the wrong number of cells`
      }
    >
      <p>Rows are never left out silently. Correct them and choose the file again; nothing was written.</p>
      <ul className="mt-1.5 max-h-48 list-disc overflow-y-auto pl-4">
        {file.rowProblems.slice(0, SHOWN).map(({ row, message }) => (
          <li key={row}>{message}</li>
        ))}
        {rest > 0 && <li>and {rest.toLocaleString("en-US")} more</li>}
      </ul>
    </Notice>
  );
}
