"use client";

import { cn, inputVariants } from "@heroui/styles";
import type { ReactNode } from "react";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { noProblems, noRefusals, type SendEvent } from "@/components/change-requests/change-form/line-controls";
import type { Holds } from "@/components/change-requests/change-form/line-holds";
import { LockedValue } from "@/components/change-requests/change-form/locked-value";
import { RowNotes } from "@/components/change-requests/change-form/row-notes";
import { type ChangeDraft, orderRows } from "@/lib/change-requests/change-draft";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import { MAX_SHIP_METHOD, MAX_SHIP_TO } from "@/lib/change-requests/typed-text";
import { orderKindSentence } from "@/lib/orders/order-lock-sentences";
import type { LockCode, Order } from "@/lib/orders/order-view";

type Props = {
  org: string;
  order: Order;
  draft: ChangeDraft;
  /** Ways of shipping other orders have. */
  shipMethods: readonly string[];
  changedRows: ReadonlySet<string>;
  problems: ReadonlyMap<string, DraftProblem[]>;
  refusals: Readonly<Record<string, Refusal[]>>;
  holds: Holds;
  send: SendEvent;
};

/** What is written on the box: where it goes and how. */
export function OrderShippingEditor(props: Props) {
  const { order, draft, shipMethods, changedRows, problems, send } = props;
  const [address, method] = [order.shipTo ?? "", order.shipMethod ?? ""];
  // Null is empty again.
  const shown = (typed: string | null | undefined, was: string) => (typed === undefined ? was : (typed ?? ""));
  const wrong = (row: string) => (problems.get(row)?.length ? true : undefined);
  return (
    <div className="grid border-b border-separator md:grid-cols-2 md:divide-x md:divide-separator max-md:divide-y max-md:divide-separator">
      <ShippingField
        {...props}
        row={orderRows.shipTo}
        label="Ships to"
        was={address}
        lock={order.locks.set_ship_to}
        isTyped={draft.shipTo !== undefined}
      >
        <textarea
          aria-label="Ships to"
          aria-describedby={`notes-${orderRows.shipTo}`}
          aria-invalid={wrong(orderRows.shipTo)}
          rows={Math.min(6, Math.max(2, shown(draft.shipTo, address).split("\n").length))}
          maxLength={MAX_SHIP_TO}
          autoComplete="off"
          placeholder="No address yet"
          value={shown(draft.shipTo, address)}
          onChange={({ target: { value } }) =>
            send({ type: "edit_order", part: { shipTo: value === address ? undefined : value } })
          }
          className={look(changedRows.has(orderRows.shipTo), "min-h-16 resize-y py-2")}
        />
      </ShippingField>
      <ShippingField
        {...props}
        row={orderRows.shipMethod}
        label="Ship method"
        was={method}
        lock={order.locks.set_ship_method}
        isTyped={draft.shipMethod !== undefined}
      >
        <input
          aria-label="Ship method"
          aria-describedby={`notes-${orderRows.shipMethod}`}
          aria-invalid={wrong(orderRows.shipMethod)}
          type="text"
          list="ship-methods"
          maxLength={MAX_SHIP_METHOD}
          autoComplete="off"
          placeholder="No method yet"
          value={shown(draft.shipMethod, method)}
          onChange={({ target: { value } }) =>
            send({ type: "edit_order", part: { shipMethod: value === method ? undefined : value } })
          }
          className={look(changedRows.has(orderRows.shipMethod), "h-9")}
        />
        <datalist id="ship-methods">
          {shipMethods.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </ShippingField>
    </div>
  );
}

type FieldProps = Pick<Props, "org" | "order" | "changedRows" | "problems" | "refusals" | "holds"> & {
  row: "ship_to" | "ship_method";
  label: string;
  was: string;
  lock: LockCode | null;
  isTyped: boolean;
  children: ReactNode;
};

/** One of the two: the field, or what it is with the reason why it stays. What was typed before a lock came stays editable. */
function ShippingField({ org, order, row, label, was, lock, isTyped, children, ...notes }: FieldProps) {
  const hold = notes.holds[`order:${row}`] ?? notes.holds["order:*"];
  const isLocked = (lock !== null || hold !== undefined) && !isTyped;
  const isChanged = notes.changedRows.has(row);
  const reason = lock ? orderKindSentence(`set_${row}`, lock, order) : "Somebody already asks for another one";
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5 px-4 py-3", isChanged && "bg-accent-soft/50")}>
      <p className="text-sm font-medium">{label}</p>
      {isLocked ? (
        <>
          <LockedValue reason={reason}>{inOneLine(was) || "none"}</LockedValue>
          {lock && <p className="text-xs text-muted text-pretty">{reason}</p>}
        </>
      ) : (
        children
      )}
      {isChanged && <p className="text-xs text-muted wrap-anywhere">was {inOneLine(was) || "empty"}</p>}
      <RowNotes
        org={org}
        id={`notes-${row}`}
        problems={(notes.problems.get(row) ?? noProblems).map(({ sentence }) => sentence)}
        refusals={notes.refusals[row] ?? noRefusals}
        holds={hold ? [hold] : []}
      />
    </div>
  );
}

function look(isChanged: boolean, size: string) {
  return cn(inputVariants({ fullWidth: true }), "px-2.5 text-sm", size, isChanged && "border-accent");
}

function inOneLine(text: string): string {
  return text.split(/\s*[\r\n]+\s*/).join(", ");
}
