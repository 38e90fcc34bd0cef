import { DataTable } from "@/components/ui/data-table";
import { FilterChips } from "@/components/ui/filter-chips";
import { PaginationLinks } from "@/components/ui/pagination-links";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { changeValue } from "@/lib/imports/change-value";
import { describeRowNote } from "@/lib/imports/describe-row-note";
import { fieldLabel } from "@/lib/imports/field-label";
import type { NoteKind, RowNote, RowWithNotes } from "@/lib/imports/import-view";
import { pageSummary } from "@/lib/page-number";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  importId: string;
  kinds: { kind: NoteKind; label: string; count: number }[];
  kind: NoteKind;
  page: number;
  pageSize: number;
  rows: RowWithNotes[];
  total: number;
};

/** Rows somebody should look at: the place, the value, what is wrong and what to do. */
export function RowNotes({ org, importId, kinds, kind, page, pageSize, rows, total }: Props) {
  const href = (shown: NoteKind, to = 1) => `${routes.importRun(org, importId)}?rows=${shown}&page=${to}#rows`;
  const notes = rows.flatMap(({ row, notes: all }) => all.map((note, at) => ({ ...note, row, id: `${row}-${at}` })));
  return (
    <Panel id="rows" title="Rows to look at" isFlush>
      <div className="border-b border-border px-4 py-2">
        <FilterChips
          label="Rows"
          options={kinds.map((option) => ({ ...option, href: href(option.kind), isActive: option.kind === kind }))}
        />
      </div>
      <DataTable
        caption="Rows to look at"
        rows={notes}
        rowKey={({ id }) => id}
        columns={[
          { id: "row", header: "Row", align: "end", phone: "hide", cell: ({ row }) => row.toLocaleString("en-US") },
          {
            id: "place",
            header: "Column",
            phone: "lead",
            className: "font-medium wrap-anywhere",
            cell: (note) => placeOf(note),
          },
          { id: "value", header: "Value in the file", className: "max-w-64 wrap-anywhere", cell: fileValue },
          { id: "note", header: "What to do", cell: (note) => <NoteText org={org} note={note} /> },
        ]}
      />
      {(page > 1 || total > rows.length) && (
        <PaginationLinks
          summary={`${pageSummary(page, pageSize, rows.length, total)} rows`}
          previousHref={page > 1 ? href(kind, page - 1) : null}
          nextHref={page * pageSize < total ? href(kind, page + 1) : null}
        />
      )}
    </Panel>
  );
}

function placeOf({ row, column, field }: RowNote & { row: number }) {
  return (
    <>
      <span className="md:hidden">Row {row.toLocaleString("en-US")} · </span>
      {column ?? (field ? fieldLabel(field) : "")}
    </>
  );
}

function fileValue({ value, field }: RowNote) {
  if (value === null || value === undefined || value === "") return <span className="text-muted">empty</span>;
  return field?.endsWith("ship_date") ? changeValue(field, value) : value;
}

function NoteText({ org, note }: { org: string; note: RowNote }) {
  const { what, next } = describeRowNote(note);
  const { reference, order_number, kept, field } = note;
  return (
    <>
      <span className="block">
        {what}
        {kept !== undefined && ` It stays ${changeValue(field ?? "", kept)}.`}
      </span>
      <span className="block text-xs text-muted">
        {next}
        {order_number && reference && ` Order ${order_number}. `}
        {reference && <TextLink href={routes.request(org, reference)}>Open {reference}</TextLink>}
      </span>
    </>
  );
}
