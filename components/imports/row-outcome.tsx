import { CorrectCellForm } from "@/components/imports/correct-cell-form";
import { TextLink } from "@/components/ui/text-link";
import { changeValue } from "@/lib/imports/change-value";
import { columnLabel } from "@/lib/imports/column-label";
import { describeRowNote } from "@/lib/imports/describe-row-note";
import { fieldLabel } from "@/lib/imports/field-label";
import type { FieldChange, ImportedRow, RowNote } from "@/lib/imports/import-view";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  importId: string;
  row: ImportedRow;
  /** The file's own, in their order. */
  headers: readonly string[];
  /** Errors can be put right here, as long as the import is open. */
  isOpen: boolean;
};

/** What would be different, field by field, and what there is to say about the row. */
export function RowOutcome({ org, importId, row, headers, isOpen }: Props) {
  const changes = [
    ...(row.order_changes ?? []).map((change) => ({ ...change, isOrder: true })),
    ...(row.result === "changed" ? (row.changes ?? []) : []).map((change) => ({ ...change, isOrder: false })),
  ];
  return (
    <>
      {changes.length > 0 && (
        <ul className="flex flex-col gap-0.5">
          {changes.map((change) => (
            <li key={`${change.isOrder} ${change.field}`}>
              {change.isOrder && <span className="text-muted">Order: </span>}
              <ChangeText change={change} />
            </li>
          ))}
        </ul>
      )}
      {(row.notes ?? []).map((note) => (
        <div
          key={[note.code, note.column, note.field, note.reference, note.other_row, note.from].join(" ")}
          className="mt-1.5 first:mt-0"
        >
          <NoteText org={org} note={note} />
          {isOpen && note.level === "error" && note.column && headers.includes(note.column) && (
            <CorrectCellForm
              org={org}
              importId={importId}
              row={row.row_number}
              column={headers.indexOf(note.column)}
              columnName={columnLabel(headers, headers.indexOf(note.column))}
              value={note.value ?? ""}
            />
          )}
        </div>
      ))}
    </>
  );
}

function ChangeText({ change: { field, before, after } }: { change: FieldChange }) {
  return (
    <>
      <span className="text-muted">{fieldLabel(field)}</span>{" "}
      <del className="no-underline">{changeValue(field, before)}</del> →{" "}
      <ins className="font-medium no-underline">{changeValue(field, after)}</ins>
    </>
  );
}

function NoteText({ org, note }: { org: string; note: RowNote }) {
  const { what, next } = describeRowNote(note);
  const { reference, kept, field, level, column, value } = note;
  return (
    <>
      <span className={level === "error" ? "block text-danger-soft-foreground" : "block"}>
        {level === "error" && (
          <span className="font-medium">
            {column ?? (field ? fieldLabel(field) : "Row")}{" "}
            {value ? `“${field?.endsWith("ship_date") ? changeValue(field, value) : value}”` : "(empty)"}:{" "}
          </span>
        )}
        {what}
        {kept !== undefined && ` It stays ${changeValue(field ?? "", kept)}.`}
      </span>
      <span className="block text-xs text-muted">
        {next} {reference && <TextLink href={routes.request(org, reference)}>Open {reference}</TextLink>}
      </span>
    </>
  );
}
