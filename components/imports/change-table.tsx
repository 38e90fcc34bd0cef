import { DataTable } from "@/components/ui/data-table";
import { changeValue } from "@/lib/imports/change-value";
import { fieldLabel } from "@/lib/imports/field-label";
import type { FieldChange, ImportChange } from "@/lib/imports/import-view";

type Props = { changes: ImportChange[] };

/** What would be different, field by field, in the order of the file. */
export function ChangeTable({ changes }: Props) {
  return (
    <DataTable
      caption="What changes"
      rows={changes}
      rowKey={({ row, line_key }) => `${row} ${line_key}`}
      columns={[
        {
          id: "order",
          header: "Order",
          phone: "lead",
          className: "font-medium whitespace-nowrap max-md:whitespace-normal",
          cell: ({ order_number }) => order_number,
        },
        { id: "line", header: "Line", className: "wrap-anywhere", cell: lineName },
        {
          id: "changes",
          header: "Change",
          cell: ({ result, changes: fields }) =>
            result === "new" ? (
              "New line"
            ) : (
              <ul className="flex flex-col gap-0.5">
                {fields.map((change) => (
                  <li key={change.field}>{changeText(change)}</li>
                ))}
              </ul>
            ),
        },
        {
          id: "row",
          header: "Row",
          align: "end",
          className: "text-muted",
          cell: ({ row }) => row.toLocaleString("en-US"),
        },
      ]}
    />
  );
}

/** Line keys made from the SKU are ours; the file's own numbers are worth showing. */
function lineName({ line_key, sku }: ImportChange): string {
  if (line_key === null) return "whole order";
  return line_key.startsWith("sku:") ? (sku ?? "") : [line_key, sku].filter(Boolean).join(" · ");
}

function changeText({ field, before, after }: FieldChange) {
  return (
    <>
      <span className="text-muted">{fieldLabel(field)}</span>{" "}
      <del className="no-underline">{changeValue(field, before)}</del> →{" "}
      <ins className="font-medium no-underline">{changeValue(field, after)}</ins>
    </>
  );
}
