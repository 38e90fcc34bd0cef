import { ColumnSelect } from "@/components/imports/column-select";
import { DataTable } from "@/components/ui/data-table";
import { columnLabel } from "@/lib/imports/column-label";
import { FIELD_NAMES, type FieldColumns, type FieldName } from "@/lib/imports/fields";
import type { OpenedFile } from "@/lib/imports/import-protocol";

type Props = {
  file: OpenedFile;
  columns: FieldColumns;
  onAssign: (column: number, field: FieldName | null) => void;
};

const SAMPLES = 3;

/** Every column of the file with its first values and its meaning. */
export function ColumnMapping({ file, columns, onAssign }: Props) {
  const fieldOf = new Map(FIELD_NAMES.map((field) => [columns[field], field]));
  return (
    <DataTable
      caption="Columns of the file"
      rows={[...file.headers.keys()]}
      rowKey={String}
      columns={[
        {
          id: "column",
          header: "Column in the file",
          phone: "lead",
          className: "align-middle font-medium wrap-anywhere",
          cell: (column) => columnLabel(file.headers, column),
        },
        {
          id: "samples",
          header: "First values",
          className: "max-w-80 align-middle text-muted",
          cell: (column) => <span className="line-clamp-1 wrap-anywhere">{samplesOf(file, column)}</span>,
        },
        {
          id: "field",
          header: "Meaning",
          cell: (column) => (
            <ColumnSelect
              header={columnLabel(file.headers, column)}
              field={fieldOf.get(column) ?? null}
              onChange={(field) => onAssign(column, field)}
            />
          ),
        },
      ]}
    />
  );
}

function samplesOf(file: OpenedFile, column: number): string {
  const values = new Set(file.sample.map(({ cells }) => (cells[column] ?? "").trim()).filter(Boolean));
  return [...values].slice(0, SAMPLES).join(" · ") || "empty";
}
