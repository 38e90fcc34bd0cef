"use client";

import { cn } from "@heroui/styles";
import { memo } from "react";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { LineActions } from "@/components/change-requests/change-form/line-actions";
import { problemAt, type SendEvent } from "@/components/change-requests/change-form/line-controls";
import { LineDate } from "@/components/change-requests/change-form/line-date";
import { distinctHolds, type LineHolds } from "@/components/change-requests/change-form/line-holds";
import { LineQuantity } from "@/components/change-requests/change-form/line-quantity";
import { RowNotes } from "@/components/change-requests/change-form/row-notes";
import { SubstituteFields } from "@/components/change-requests/change-form/substitute-fields";
import type { LineEdit } from "@/lib/change-requests/change-draft";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import { describeEligibility } from "@/lib/orders/lock-sentences";
import type { OrderLine } from "@/lib/orders/order-view";

export type LineEditorProps = {
  org: string;
  line: OrderLine;
  edit: LineEdit | undefined;
  /** Asks for something, as typed right now. */
  isChanged: boolean;
  problems: DraftProblem[];
  refusals: Refusal[];
  holds: LineHolds;
  today: string;
  /** When the order ships, as typed right now: lines without a date of their own follow it. */
  orderDate: string | null;
  send: SendEvent;
};

const tones = { open: "text-muted", partly: "text-warning-soft-foreground", locked: "text-muted" };

/** One line to edit in place: what can change has a control, what can't is text with the reason next to it. */
export const LineEditor = memo(function LineEditor(props: LineEditorProps) {
  const { org, line, edit, isChanged, problems, refusals, holds, send } = props;
  const notesId = `notes-${line.id}`;
  const eligibility = describeEligibility(line);
  const isRemoved = edit?.isRemoved === true;
  const isFree = eligibility.tone === "open" && line.floor === "0";
  const held = distinctHolds(holds);
  // Problems of the substitute stand at its own fields.
  const rowProblems = problems.filter(({ field }) => field !== "sku" && field !== "description");
  const hasNotes = !isFree || rowProblems.length > 0 || refusals.length > 0 || held.length > 0;
  const isBad = problems.length > 0 || refusals.length > 0;
  return (
    <li
      className={cn(
        "relative flex flex-col gap-2 px-4 py-3 [contain-intrinsic-size:auto_5rem] max-md:[contain-intrinsic-size:auto_8rem] [content-visibility:auto]",
        isBad ? "bg-danger-soft/40" : isChanged && "bg-accent-soft/50",
        "before:absolute before:inset-y-0 before:left-0 before:w-0.5",
        isBad ? "before:bg-danger" : isRemoved ? "before:bg-danger" : isChanged && "before:bg-accent",
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a grid everywhere */}
      <div
        role="group"
        aria-label={`Line ${line.position}, ${line.sku}`}
        className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-x-3 gap-y-2 md:grid-cols-[1.5rem_minmax(0,1fr)_9.5rem_9.25rem_4.75rem]"
      >
        <span className="pt-2 text-right text-xs text-muted tabular-nums max-md:hidden">{line.position}</span>
        <div className="min-w-0 pt-1.5 max-md:order-1 max-md:pt-1">
          <p className={cn("truncate text-sm font-medium", isRemoved && "text-muted line-through")} title={line.sku}>
            <span className="text-muted md:hidden">{line.position} · </span>
            {line.sku}
          </p>
          {line.description && (
            <p className={cn("line-clamp-2 text-xs text-muted", isRemoved && "line-through")} title={line.description}>
              {line.description}
            </p>
          )}
        </div>
        <LineQuantity {...props} error={problemAt(problems, "quantity")} describedBy={notesId} />
        <LineDate {...props} error={problemAt(problems, "date")} describedBy={notesId} />
        <LineActions line={line} edit={edit} holds={holds} send={send} />
      </div>
      {edit?.sku !== undefined && !isRemoved && (
        <SubstituteFields line={line} edit={edit} problems={problems} send={send} />
      )}
      {hasNotes && (
        <div className="flex flex-col gap-1 md:pl-9">
          {!isFree && <p className={cn("text-xs", tones[eligibility.tone])}>{eligibility.sentence}</p>}
          <RowNotes
            org={org}
            id={notesId}
            problems={rowProblems.map(({ sentence }) => sentence)}
            refusals={refusals}
            holds={held}
          />
        </div>
      )}
    </li>
  );
});
