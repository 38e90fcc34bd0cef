"use client";

import { CellText } from "@/components/change-requests/change-form/cell-text";
import { problemAt, type SendEvent } from "@/components/change-requests/change-form/line-controls";
import type { LineEdit } from "@/lib/change-requests/change-draft";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import { MAX_DESCRIPTION, MAX_SKU } from "@/lib/change-requests/typed-text";
import type { OrderLine } from "@/lib/orders/order-view";

type Props = { line: OrderLine; edit: LineEdit; problems: DraftProblem[]; send: SendEvent };

/** What to send instead of a line's SKU. Quantity and price stay the line's own unless changed above. */
export function SubstituteFields({ line, edit, problems, send }: Props) {
  const change = (part: Partial<LineEdit>) => send({ type: "edit_line", lineId: line.id, part });
  return (
    <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)] md:pl-9">
      <CellText
        id={`sku-${line.id}`}
        label={`Send instead of ${line.sku}`}
        value={edit.sku ?? ""}
        maxLength={MAX_SKU}
        placeholder="SKU"
        isAutoFocused={edit.sku === ""}
        error={problemAt(problems, "sku")}
        onChange={(sku) => change({ sku })}
      />
      <CellText
        id={`description-${line.id}`}
        label="Its description (optional)"
        value={edit.description ?? ""}
        maxLength={MAX_DESCRIPTION}
        error={problemAt(problems, "description")}
        onChange={(description) => change({ description: description || undefined })}
      />
    </div>
  );
}
