"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { memo } from "react";
import { CellDate } from "@/components/change-requests/change-form/cell-date";
import { CellText } from "@/components/change-requests/change-form/cell-text";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { problemAt, type SendEvent } from "@/components/change-requests/change-form/line-controls";
import { RowNotes } from "@/components/change-requests/change-form/row-notes";
import type { AddedLine } from "@/lib/change-requests/change-draft";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import { MAX_DESCRIPTION, MAX_SKU, MAX_UOM } from "@/lib/change-requests/typed-text";

type Props = {
  org: string;
  line: AddedLine;
  /** Counts the new lines from 1. */
  number: number;
  problems: DraftProblem[];
  refusals: Refusal[];
  today: string;
  send: SendEvent;
};

/** A line that is to be added: SKU and quantity are needed, the rest helps the warehouse and the invoice. */
export const AddedLineEditor = memo(function AddedLineEditor({
  org,
  line,
  number,
  problems,
  refusals,
  today,
  send,
}: Props) {
  const change = (part: Partial<AddedLine>) => send({ type: "edit_added_line", key: line.key, part });
  const text = (field: "sku" | "quantity" | "description" | "uom" | "unit_price") => ({
    id: `${field}-${line.key}`,
    error: problemAt(problems, field),
  });
  return (
    <li className="relative flex flex-col gap-2 bg-success-soft/40 px-4 py-3 before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-success">
      <fieldset className="grid grid-cols-2 items-start gap-3 md:grid-cols-6">
        <legend className="sr-only">New line {number}</legend>
        <CellText
          {...text("sku")}
          label="SKU"
          value={line.sku}
          maxLength={MAX_SKU}
          isAutoFocused={line.sku === ""}
          onChange={(sku) => change({ sku })}
          className="md:col-span-2"
        />
        <CellText
          {...text("quantity")}
          label="Quantity"
          value={line.quantity}
          maxLength={20}
          inputMode="decimal"
          onChange={(quantity) => change({ quantity })}
        />
        <CellText
          {...text("uom")}
          label="Unit (optional)"
          value={line.uom}
          maxLength={MAX_UOM}
          placeholder="pcs"
          onChange={(uom) => change({ uom })}
        />
        <CellText
          {...text("unit_price")}
          label="Unit price (optional)"
          value={line.unitPrice}
          maxLength={20}
          inputMode="decimal"
          onChange={(unitPrice) => change({ unitPrice })}
          className="md:col-span-2"
        />
        <CellText
          {...text("description")}
          label="Description (optional)"
          value={line.description}
          maxLength={MAX_DESCRIPTION}
          onChange={(description) => change({ description })}
          className="col-span-2"
        />
        <div className="flex flex-col gap-1 md:col-span-2">
          <span aria-hidden className="text-xs text-muted">
            Ship date (optional)
          </span>
          <CellDate
            label={`Ship date of new line ${number}`}
            value={line.date}
            min={today}
            isChanged={false}
            error={problemAt(problems, "date")}
            describedBy={`notes-${line.key}`}
            onChange={(date) => change({ date })}
          />
        </div>
        <div className="flex justify-end self-end md:col-span-2">
          <Button
            size="sm"
            variant="outline"
            aria-label={`Take out new line ${number}`}
            onPress={() => send({ type: "drop_added_line", key: line.key })}
          >
            <X aria-hidden /> Take out
          </Button>
        </div>
      </fieldset>
      <RowNotes
        org={org}
        id={`notes-${line.key}`}
        problems={problems.filter(({ field }) => field === "date" || field === "line").map(({ sentence }) => sentence)}
        refusals={refusals}
        holds={[]}
      />
    </li>
  );
});
