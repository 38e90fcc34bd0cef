"use client";

import type { LineEditorProps } from "@/components/change-requests/change-form/line-editor";
import { LockedValue } from "@/components/change-requests/change-form/locked-value";
import { QuantityStepper } from "@/components/change-requests/change-form/quantity-stepper";
import { lockSentence } from "@/lib/orders/lock-sentences";
import { compareQuantities, formatQuantity, formatQuantityDifference, isQuantity } from "@/lib/quantity";

type Props = Pick<LineEditorProps, "line" | "edit" | "holds" | "send"> & {
  error: string | undefined;
  describedBy: string;
};

export function LineQuantity({ line, edit, holds, send, error, describedBy }: Props) {
  const { ordered, floor, uom, locks } = line;
  const text = `${formatQuantity(ordered)}${uom ? ` ${uom}` : ""}`;
  if (edit?.isRemoved) return <Struck text={text} />;
  if (edit?.isClosed) {
    return (
      <p className="flex min-h-9 flex-wrap items-center gap-x-1.5 text-sm tabular-nums max-md:order-3">
        <s className="text-muted">{formatQuantity(ordered)}</s> {formatQuantity(floor)}
        <span className="text-xs text-muted">the rest closed</span>
      </p>
    );
  }
  // A value typed before the lock came stays editable, so that it can be put back.
  if (locks.set_quantity && edit?.quantity === undefined) {
    return <LockedValue reason={lockSentence(locks.set_quantity, line)}>{text}</LockedValue>;
  }
  if (holds.quantity && edit?.quantity === undefined) {
    return <LockedValue reason={`${holds.quantity.requester} already asks for another quantity`}>{text}</LockedValue>;
  }
  const value = edit?.quantity ?? ordered;
  const isChanged = isQuantity(value) ? compareQuantities(value, ordered) !== 0 : true;
  return (
    <div className="flex flex-col gap-0.5 max-md:order-3">
      <QuantityStepper
        label={`Quantity of line ${line.position}, ${line.sku}`}
        value={value}
        floor={floor}
        unit={uom}
        isChanged={isChanged}
        error={error}
        describedBy={describedBy}
        onChange={(quantity) =>
          send({ type: "edit_line", lineId: line.id, part: { quantity: quantity === ordered ? undefined : quantity } })
        }
      />
      {isChanged && (
        <p className="text-center text-xs text-muted tabular-nums">
          was {formatQuantity(ordered)}
          {isQuantity(value) && !error && ` · ${formatQuantityDifference(ordered, value)}`}
        </p>
      )}
    </div>
  );
}

function Struck({ text }: { text: string }) {
  return (
    <p className="flex h-9 items-center text-sm text-muted max-md:order-3">
      <s>{text}</s>
    </p>
  );
}
