import { cn } from "@heroui/styles";
import type { ImportCounts as Counts } from "@/lib/imports/import-view";

type Props = { counts: Counts };

/** New + changed + unchanged + errors are all rows of the file, and all its orders: nothing is left out unseen. */
export function ImportCounts({ counts }: Props) {
  const rows = [
    {
      label: "Orders",
      parts: [counts.new_orders, counts.changed_orders, counts.unchanged_orders, counts.error_orders],
      total: counts.orders,
    },
    {
      label: "Rows",
      parts: [counts.new_lines, counts.changed_lines, counts.unchanged_lines, counts.errors],
      total: counts.staged_rows,
    },
  ];
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">What the file holds</caption>
      <thead>
        <tr className="text-right text-xs text-muted">
          <td />
          {["New", "Changed", "Unchanged", "Errors", "In the file"].map((header) => (
            <th key={header} scope="col" className="px-1.5 py-1 font-medium sm:px-3">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, parts: [added = 0, changed = 0, unchanged = 0, errors = 0], total }) => (
          <tr key={label} className="border-t border-separator text-right">
            <th scope="row" className="py-2 text-left font-medium">
              {label}
            </th>
            <td className="px-1.5 sm:px-3">{number(added)}</td>
            <td className="px-1.5 sm:px-3">{number(changed)}</td>
            <td className="px-1.5 text-muted sm:px-3">{number(unchanged)}</td>
            <td
              className={cn("px-1.5 sm:px-3", errors > 0 ? "font-semibold text-danger-soft-foreground" : "text-muted")}
            >
              {number(errors)}
            </td>
            <td className="px-1.5 font-semibold sm:px-3">{number(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
