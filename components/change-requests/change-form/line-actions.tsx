"use client";

import { Button } from "@heroui/react";
import { Replace, Trash2, Undo2 } from "lucide-react";
import type { LineEditorProps } from "@/components/change-requests/change-form/line-editor";
import { lockSentence } from "@/lib/orders/lock-sentences";

type Props = Pick<LineEditorProps, "line" | "edit" | "holds" | "send">;

/** Substitute and remove; on a line that was touched also the way back. */
export function LineActions({ line, edit, holds, send }: Props) {
  const name = `line ${line.position}, ${line.sku}`;
  const isHeld = Boolean(holds.sku || holds.quantity);
  const substituteLock = line.locks.substitute_line && lockSentence(line.locks.substitute_line, line);
  const removeLock = line.locks.remove_line && lockSentence(line.locks.remove_line, line);
  if (!edit && Object.values(line.locks).every((lock) => lock !== null)) return <span className="max-md:order-2" />;
  if (edit?.isRemoved || edit?.sku !== undefined) {
    return (
      <div className="flex justify-end max-md:order-2">
        <Button
          size="sm"
          variant="outline"
          aria-label={`Undo ${name}`}
          onPress={() => send({ type: "undo_line", lineId: line.id })}
        >
          <Undo2 aria-hidden /> Undo
        </Button>
      </div>
    );
  }
  return (
    <div className="flex justify-end gap-1 max-md:order-2">
      <span title={substituteLock ?? "Send another SKU instead"}>
        <Button
          isIconOnly
          size="sm"
          variant="ghost"
          aria-label={`Substitute ${name}`}
          isDisabled={Boolean(substituteLock) || isHeld}
          onPress={() => send({ type: "edit_line", lineId: line.id, part: { sku: "" } })}
        >
          <Replace aria-hidden />
        </Button>
      </span>
      <span title={removeLock ?? "Take the line off the order"}>
        <Button
          isIconOnly
          size="sm"
          variant="ghost"
          aria-label={`Remove ${name}`}
          isDisabled={Boolean(removeLock) || isHeld || Boolean(holds.date)}
          onPress={() => send({ type: "edit_line", lineId: line.id, part: { isRemoved: true } })}
        >
          <Trash2 aria-hidden />
        </Button>
      </span>
    </div>
  );
}
