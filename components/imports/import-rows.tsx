import { ResultMark } from "@/components/imports/result-mark";
import { RowOutcome } from "@/components/imports/row-outcome";
import { DataTable } from "@/components/ui/data-table";
import { FilterChips } from "@/components/ui/filter-chips";
import { PaginationLinks } from "@/components/ui/pagination-links";
import { Panel } from "@/components/ui/panel";
import { SearchBox } from "@/components/ui/search-box";
import type { ImportedRow, RowFilter } from "@/lib/imports/import-view";
import { pageSummary } from "@/lib/page-number";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  importId: string;
  headers: readonly string[];
  filters: { filter: RowFilter; label: string; count: number }[];
  filter: RowFilter;
  search: string;
  page: number;
  pageSize: number;
  rows: ImportedRow[];
  total: number;
  /** As long as it is open its errors can be corrected here. */
  isOpen: boolean;
};

/** Every row of the file with what comes of it: to filter, to search, page by page. */
export function ImportRows(props: Props) {
  const { org, importId, headers, filters, filter, search, page, pageSize, rows, total, isOpen } = props;
  const path = routes.importRun(org, importId);
  const href = (shown: RowFilter, to = 1) =>
    `${path}?${new URLSearchParams({ rows: shown, ...(search && { q: search }), ...(to > 1 && { page: String(to) }) })}#rows`;
  return (
    <Panel id="rows" title="Rows of the file" isFlush>
      <div className="flex flex-wrap items-center gap-3 border-b border-border px-4 py-2">
        <FilterChips
          label="Rows"
          options={filters.map((option) => ({
            ...option,
            href: href(option.filter),
            isActive: option.filter === filter,
          }))}
        />
        <SearchBox label="Find an order, SKU or customer" className="grow sm:max-w-72" />
      </div>
      {rows.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted">
          {search ? `No row here has “${search}” as its order, SKU or customer.` : "No row here."}
        </p>
      ) : (
        <DataTable
          caption="Rows of the file"
          rows={rows}
          rowKey={({ row_number }) => String(row_number)}
          columns={[
            {
              id: "row",
              header: "Row",
              align: "end",
              className: "text-muted",
              cell: ({ row_number }) => row_number.toLocaleString("en-US"),
            },
            {
              id: "order",
              header: "Order",
              phone: "lead",
              className: "wrap-anywhere",
              cell: ({ order_number, customer }) => (
                <>
                  <span className="font-medium">{order_number ?? "—"}</span>
                  {customer && <span className="block text-xs text-muted">{customer}</span>}
                </>
              ),
            },
            { id: "line", header: "Line", className: "wrap-anywhere", cell: lineName },
            { id: "result", header: "Result", cell: ({ result }) => <ResultMark result={result} /> },
            {
              id: "outcome",
              header: "What changes, what to look at",
              className: "max-w-xl",
              cell: (row) => <RowOutcome {...{ org, importId, row, headers, isOpen }} />,
            },
          ]}
        />
      )}
      {(page > 1 || total > rows.length) && (
        <PaginationLinks
          summary={`${pageSummary(page, pageSize, rows.length, total)} rows`}
          previousHref={page > 1 ? href(filter, page - 1) : null}
          nextHref={page * pageSize < total ? href(filter, page + 1) : null}
        />
      )}
    </Panel>
  );
}

/** Line keys made from the SKU are ours; the file's own numbers are worth showing. */
function lineName({ line_key, sku }: ImportedRow): string {
  if (line_key === null || line_key.startsWith("sku:")) return sku ?? "";
  return [line_key, sku].filter(Boolean).join(" · ");
}
