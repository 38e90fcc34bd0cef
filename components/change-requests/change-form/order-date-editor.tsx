"use client";

import { cn } from "@heroui/styles";
import { CellDate } from "@/components/change-requests/change-form/cell-date";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import type { Hold, SendEvent } from "@/components/change-requests/change-form/line-controls";
import { LockedValue } from "@/components/change-requests/change-form/locked-value";
import { RowNotes } from "@/components/change-requests/change-form/row-notes";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import { formatDate } from "@/lib/dates";
import type { Order } from "@/lib/orders/order-view";

type Props = {
  org: string;
  order: Order;
  /** Null: none, as before the change that an undo takes back. */
  date: string | null | undefined;
  problems: DraftProblem[];
  refusals: Refusal[];
  hold: Hold | undefined;
  today: string;
  send: SendEvent;
};

/** The requested ship date of the order as a whole; lines with a date of their own keep it. */
export function OrderDateEditor({ org, order, date, problems, refusals, hold, today, send }: Props) {
  const was = order.requestedShipDate;
  const wasText = was ? formatDate(was) : "no date";
  const isLocked = order.locks.set_order_date !== null || hold !== undefined;
  const isChanged = date === null ? was !== null : Boolean(date) && date !== was;
  return (
    <div className={cn("flex flex-col gap-2 border-b border-separator px-4 py-3", isChanged && "bg-accent-soft/50")}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <p className="text-sm font-medium">Requested ship date</p>
          <p className="text-xs text-muted">
            {isChanged
              ? `${date === null ? "none again, " : ""}was ${wasText}`
              : "For every line without a date of its own"}
          </p>
        </div>
        {isLocked && date === undefined ? (
          <LockedValue
            reason={
              hold ? `${hold.requester} already asks for another date` : "the order's stage doesn't allow it any more"
            }
          >
            {wasText}
          </LockedValue>
        ) : (
          <div className="w-40">
            <CellDate
              label="Requested ship date of the order"
              value={date === null ? "" : (date ?? was ?? "")}
              min={today}
              isChanged={isChanged}
              error={problems[0]?.sentence}
              describedBy="notes-order"
              onChange={(next) =>
                send({ type: "edit_order", part: { orderDate: next === (was ?? "") ? undefined : next } })
              }
            />
          </div>
        )}
      </div>
      <RowNotes
        org={org}
        id="notes-order"
        problems={problems.map(({ sentence }) => sentence)}
        refusals={refusals}
        holds={hold ? [hold] : []}
      />
    </div>
  );
}
