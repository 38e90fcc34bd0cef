import { columnLabel } from "@/lib/imports/column-label";
import type { OpenedFile } from "@/lib/imports/import-protocol";

type Props = { file: OpenedFile };

const SHOWN = 5;

/** The first rows as the file has them, to see at a glance that it was cut into columns rightly. */
export function SampleRows({ file }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section aria-label="First rows of the file" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-xs">
        <thead>
          <tr className="border-b border-border text-left text-muted">
            <th scope="col" className="px-3 py-2 font-medium">
              Row
            </th>
            {file.headers.map((header, column) => (
              <th key={header || column} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {columnLabel(file.headers, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.sample.slice(0, SHOWN).map(({ row, cells }) => (
            <tr key={row} className="border-b border-separator last:border-0">
              <td className="px-3 py-1.5 text-muted tabular-nums">{row}</td>
              {file.headers.map((header, column) => (
                <td key={header || column} className="max-w-56 truncate px-3 py-1.5 whitespace-pre">
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
