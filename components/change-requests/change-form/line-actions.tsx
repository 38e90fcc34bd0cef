"use client";

import { buttonVariants } from "@heroui/styles";
import { ListX, Replace, Trash2, Undo2 } from "lucide-react";
import type { LineEditorProps } from "@/components/change-requests/change-form/line-editor";
import { lockSentence } from "@/lib/orders/lock-sentences";

type Props = Pick<LineEditorProps, "line" | "edit" | "holds" | "send">;

// Native buttons: an order has hundreds of lines, and each of the library's buttons costs a few milliseconds.
const icon = buttonVariants({ variant: "ghost", size: "sm", isIconOnly: true });

/** Substitute and remove, or close the rest of what is begun; on a line that was touched also the way back. */
export function LineActions({ line, edit, holds, send }: Props) {
  const name = `line ${line.position}, ${line.sku}`;
  const isHeld = Boolean(holds.sku || holds.quantity);
  const substituteLock = line.locks.substitute_line && lockSentence(line.locks.substitute_line, line);
  const canClose = line.locks.close_line === null;
  const removeLock = line.locks.remove_line && lockSentence(line.locks.remove_line, line);
  if (!edit && Object.values(line.locks).every((lock) => lock !== null)) return <span className="max-md:order-2" />;
  if (edit?.isRemoved || edit?.isClosed || edit?.sku !== undefined) {
    return (
      <div className="flex justify-end max-md:order-2">
        <button
          type="button"
          aria-label={`Undo ${name}`}
          className={buttonVariants({ variant: "outline", size: "sm" })}
          onClick={() => send({ type: "undo_line", lineId: line.id })}
        >
          <Undo2 aria-hidden /> Undo
        </button>
      </div>
    );
  }
  return (
    <div className="flex justify-end gap-1 max-md:order-2">
      <button
        type="button"
        aria-label={`Substitute ${name}`}
        title={substituteLock ?? "Send another SKU instead"}
        disabled={Boolean(substituteLock) || isHeld}
        className={icon}
        onClick={() => send({ type: "edit_line", lineId: line.id, part: { sku: "" } })}
      >
        <Replace aria-hidden />
      </button>
      {canClose ? (
        <button
          type="button"
          aria-label={`Close the rest of ${name}`}
          title="Close the rest: what is picked stays, what is open goes"
          disabled={Boolean(holds.quantity)}
          className={icon}
          onClick={() => send({ type: "edit_line", lineId: line.id, part: { isClosed: true, quantity: undefined } })}
        >
          <ListX aria-hidden />
        </button>
      ) : (
        <button
          type="button"
          aria-label={`Remove ${name}`}
          title={removeLock ?? "Take the line off the order"}
          disabled={Boolean(removeLock) || isHeld || Boolean(holds.date)}
          className={icon}
          onClick={() => send({ type: "edit_line", lineId: line.id, part: { isRemoved: true } })}
        >
          <Trash2 aria-hidden />
        </button>
      )}
    </div>
  );
}
