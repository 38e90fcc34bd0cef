"use client";

import { useActionState, useState } from "react";
import { LockedOutNotice, type WaitingRequest } from "@/components/fulfillment/locked-out-notice";
import { MarkResult } from "@/components/fulfillment/mark-result";
import { type MarkableLine, MarkScope } from "@/components/fulfillment/mark-scope";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { markProgress } from "@/lib/fulfillment/actions";
import type { MarkStage } from "@/lib/fulfillment/mark-outcome";

type Props = {
  org: string;
  order: { id: string; number: string };
  /** What a mark of the whole order would still say anew. */
  stages: readonly MarkStage[];
  lines: readonly MarkableLine[];
  requests: readonly WaitingRequest[];
  /** Ticked to begin with: somebody came from this line. */
  lineId: string | null;
  idempotencyKey: string;
};

const all: readonly { stage: MarkStage; label: string }[] = [
  { stage: "picked", label: "Picked" },
  { stage: "packed", label: "Packed" },
  { stage: "shipped", label: "Shipped" },
];

/** Says how far an order or some of its lines are; whom that stops is in sight above the buttons before one is pressed. */
export function MarkForm({ org, order, stages, lines, requests, lineId, idempotencyKey }: Props) {
  const [result, submit] = useActionState(markProgress, null);
  const [ticked, setTicked] = useState<readonly string[]>(lineId ? [lineId] : []);
  const isWhole = ticked.length === 0;
  const stopped = isWhole ? requests : requests.filter((request) => request.lineIds.some((id) => ticked.includes(id)));
  return (
    // React empties a form after its action: the ticks would be gone while the words beside the buttons still count them.
    <form
      action={submit}
      onReset={(event) => event.preventDefault()}
      aria-label={`Mark ${order.number}`}
      className="flex flex-col gap-4"
    >
      <OrgField slug={org} />
      <input type="hidden" name="order_id" value={order.id} />
      <input type="hidden" name="scope" value={isWhole ? "order" : "lines"} />
      <input type="hidden" name="idempotency_key" value={result?.ok ? result.data.nextKey : idempotencyKey} />
      <MarkResult result={result} />
      <MarkScope lines={lines} ticked={ticked} onTick={setTicked} />
      <LockedOutNotice requests={stopped} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">
          {isWhole
            ? `All of ${order.number} is`
            : ticked.length === 1
              ? "This line is"
              : `These ${ticked.length} lines are`}
        </legend>
        <div className="grid grid-cols-3 gap-2 sm:max-w-md">
          {all.map(({ stage, label }) => (
            <SubmitButton
              key={stage}
              name="stage"
              value={stage}
              size="lg"
              variant={stage === "picked" ? "primary" : "secondary"}
              className="w-full"
              isDisabled={isWhole && !stages.includes(stage)}
            >
              {label}
            </SubmitButton>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
