"use client";

import { buttonVariants, cn } from "@heroui/styles";
import { Ban, Undo2 } from "lucide-react";
import { useState } from "react";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import type { Hold, SendEvent } from "@/components/change-requests/change-form/line-controls";
import { RowNotes } from "@/components/change-requests/change-form/row-notes";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import { totalsOf } from "@/lib/change-requests/order-totals";
import { orderKindSentence } from "@/lib/orders/order-lock-sentences";
import type { Order } from "@/lib/orders/order-view";

type Props = {
  org: string;
  order: Order;
  isCancelled: boolean;
  /** Something else was typed, which the cancellation leaves out. */
  hasOtherEdits: boolean;
  problems: readonly DraftProblem[];
  refusals: readonly Refusal[];
  /** Anybody's open request on the order: cancelling would meet it. */
  hold: Hold | undefined;
  send: SendEvent;
};

/** Cancelling everything: asked twice, because it is a request of its own and nothing else goes with it. */
export function CancelOrder({ org, order, isCancelled, hasOtherEdits, problems, refusals, hold, send }: Props) {
  const [isAsking, setAsking] = useState(false);
  const lock = order.locks.cancel_order;
  const { from } = describeChange(
    { kind: "cancel_order", before: totalsOf(order), after: { stage: "cancelled" } },
    order.currency,
  );
  function set(cancelled: true | undefined) {
    setAsking(false);
    send({ type: "edit_order", part: { isCancelled: cancelled } });
  }
  return (
    <section
      aria-label="Cancel the whole order"
      className={cn("flex flex-col gap-2 px-4 py-3", isCancelled ? "bg-danger-soft/40" : "border-t border-separator")}
    >
      {isCancelled ? (
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 text-sm">
            <p className="font-medium">The whole order is to be cancelled: {from}</p>
            <p className="text-muted text-pretty">
              Give the reason and send it. Nothing is cancelled until somebody else approves.
              {hasOtherEdits && " Whatever else you typed is kept here, but not sent with it."}
            </p>
          </div>
          <button
            type="button"
            className={buttonVariants({ variant: "outline", size: "sm" })}
            onClick={() => set(undefined)}
          >
            <Undo2 aria-hidden /> Keep the order
          </button>
        </div>
      ) : isAsking ? (
        <fieldset className="flex flex-wrap items-center gap-3 text-sm">
          <legend className="float-left mr-auto font-medium">
            Cancel everything on {order.orderNumber}, {from}?
          </legend>
          <button
            type="button"
            // biome-ignore lint/a11y/noAutofocus: it has just been asked for by the button it takes the place of
            autoFocus
            className={buttonVariants({ variant: "danger", size: "sm" })}
            onClick={() => set(true)}
          >
            Yes, cancel the whole order
          </button>
          <button
            type="button"
            className={buttonVariants({ variant: "outline", size: "sm" })}
            onClick={() => setAsking(false)}
          >
            No, keep it
          </button>
        </fieldset>
      ) : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <button
            type="button"
            disabled={lock !== null || hold !== undefined}
            className={buttonVariants({ variant: "outline", size: "sm" })}
            onClick={() => setAsking(true)}
          >
            <Ban aria-hidden /> Cancel the whole order
          </button>
          {lock && (
            <p className="min-w-0 grow basis-60 text-xs text-muted text-pretty">
              {orderKindSentence("cancel_order", lock, order)}
            </p>
          )}
          {!lock && hold && (
            <p className="min-w-0 grow basis-60 text-xs text-muted text-pretty">
              Not while {hold.reference} by {hold.requester} is open: wait for that decision, or have it withdrawn.
            </p>
          )}
        </div>
      )}
      <RowNotes
        org={org}
        id="notes-cancel"
        problems={problems.map(({ sentence }) => sentence)}
        refusals={refusals}
        holds={[]}
      />
    </section>
  );
}
