import { cn } from "@heroui/styles";
import type { ReactNode } from "react";
import { SortLink } from "@/components/ui/sort-link";

export type DataColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  align?: "end";
  /** Where the header leads to sort by this column, and how it is sorted now. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
  /** On a phone: the card's first line, or left out. */
  phone?: "lead" | "hide";
  /** Keeps the header for screen readers only (a column of buttons). */
  isHeaderHidden?: boolean;
  className?: string;
};

type Props<Row> = {
  /** What the table holds, for screen readers: "Open orders". */
  caption: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** "muted" for rows that are only there for completeness. */
  rowTone?: (row: Row) => "muted" | undefined;
  /** Keeps rows and columns on a phone, for tables of two or three narrow columns. */
  keepColumns?: boolean;
  className?: string;
};

/**
 * Rows of one kind under a header that stays in sight; on a phone each row is a card. Roles are written out because a
 * table laid out as blocks loses them. A link with `data-row-link` inside a cell makes the whole row clickable.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowTone, keepColumns, className }: Props<Row>) {
  return (
    <table className={cn("data-table", className)} data-keep-columns={keepColumns || undefined}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, header, align, sort, isHeaderHidden }) => (
            <th key={id} scope="col" data-align={align} aria-sort={sort?.direction ?? undefined}>
              {sort ? (
                <SortLink {...sort}>{header}</SortLink>
              ) : (
                <span className={isHeaderHidden ? "sr-only" : undefined}>{header}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: laid out as a block on a phone, the row would lose its role
          <tr key={rowKey(row)} role="row" data-tone={rowTone?.(row)}>
            {columns.map(({ id, header, cell, align, phone, isHeaderHidden, className: cellClass }) => (
              <td
                key={id}
                // biome-ignore lint/a11y/noRedundantRoles: as above
                role="cell"
                data-align={align}
                data-label={isHeaderHidden ? "" : header}
                data-lead={phone === "lead" || undefined}
                data-phone={phone}
                className={cellClass}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
