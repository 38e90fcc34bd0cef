"use client";

import { CellDate } from "@/components/change-requests/change-form/cell-date";
import type { LineEditorProps } from "@/components/change-requests/change-form/line-editor";
import { LockedValue } from "@/components/change-requests/change-form/locked-value";
import { formatDate } from "@/lib/dates";
import { lockSentence } from "@/lib/orders/lock-sentences";

type Props = Pick<LineEditorProps, "line" | "edit" | "holds" | "today" | "orderDate" | "send"> & {
  error: string | undefined;
  describedBy: string;
};

export function LineDate({ line, edit, holds, today, orderDate, send, error, describedBy }: Props) {
  const was = line.requestedShipDate ? formatDate(line.requestedShipDate) : "with the order";
  if (edit?.isRemoved) return <p className="flex h-9 items-center text-sm text-muted max-md:order-4">removed</p>;
  if (line.locks.set_line_date && edit?.date === undefined) {
    return <LockedValue reason={lockSentence(line.locks.set_line_date, line)}>{was}</LockedValue>;
  }
  if (holds.date && edit?.date === undefined) {
    return <LockedValue reason={`${holds.date.requester} already asks for another date`}>{was}</LockedValue>;
  }
  const isFreed = edit?.date === null;
  const isChanged = isFreed || Boolean(edit?.date);
  const shown = line.requestedShipDate ?? orderDate ?? "";
  return (
    <div className="flex flex-col gap-0.5 max-md:order-4">
      <CellDate
        label={`Ship date of line ${line.position}, ${line.sku}`}
        value={isFreed ? (orderDate ?? "") : (edit?.date ?? shown)}
        isInherited={isFreed || !line.requestedShipDate}
        min={today}
        isChanged={isChanged}
        error={error}
        describedBy={describedBy}
        onChange={(date) =>
          send({
            type: "edit_line",
            lineId: line.id,
            part: { date: date === shown ? undefined : date },
          })
        }
      />
      {(isChanged || !line.requestedShipDate) && (
        <p className="truncate text-xs text-muted">
          {isFreed ? "with the order again" : isChanged ? `was ${was}` : "ships with the order"}
        </p>
      )}
    </div>
  );
}
