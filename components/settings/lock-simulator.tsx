"use client";

import { buttonVariants, cn, inputVariants } from "@heroui/styles";
import { Search } from "lucide-react";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { SimulatedEffect } from "@/components/settings/simulated-effect";
import { SimulatedOrder } from "@/components/settings/simulated-order";
import { FormNotice } from "@/components/ui/form-notice";
import { Panel } from "@/components/ui/panel";
import { simulateLockTable } from "@/lib/settings/lock-actions";
import type { RuleEdit } from "@/lib/settings/lock-table";

type Props = {
  org: string;
  /** The edits nobody has saved yet. */
  rules: readonly RuleEdit[];
  version: number;
  stageLabels: Record<string, string>;
};

/** Long enough for several boxes in a row to be one question. */
const PAUSE_MS = 350;

/** Tries the table before it is saved: on all open orders, and on one that can be looked at line by line. */
export function LockSimulator({ org, rules, version, stageLabels }: Props) {
  const [answer, ask, isPending] = useActionState(simulateLockTable, null);
  const [query, setQuery] = useState("");
  const orderId = useRef<string | undefined>(undefined);
  const asked = useRef("[]");
  const data = answer?.ok ? answer.data : null;
  const wanted = JSON.stringify(rules);
  if (data?.simulation.order) orderId.current = data.simulation.order.id;

  function simulate(what: { query?: string; order_id?: string }) {
    const form = new FormData();
    form.set("org", org);
    form.set("rules", wanted);
    for (const [name, value] of Object.entries(what)) if (value) form.set(name, value);
    startTransition(() => ask(form));
  }
  const again = useRef(simulate);
  again.current = simulate;

  // Also after a save: the edits are gone then, and what is saved is the answer.
  const question = `${version} ${wanted}`;
  useEffect(() => {
    if (question.endsWith(" []") && asked.current === "[]" && orderId.current === undefined) return;
    const timer = setTimeout(() => {
      asked.current = question;
      again.current({ order_id: orderId.current });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [question]);

  return (
    <Panel title="Try it" aside={isPending ? "Looking…" : undefined}>
      <div className="flex flex-col gap-4" aria-busy={isPending}>
        <p className="max-w-prose text-sm text-muted text-pretty">
          What could be changed today, answered by the same rules that check a request, with the boxes as they stand
          above. Nothing is saved by looking.
        </p>
        <FormNotice result={answer} />
        {data && rules.length > 0 && (
          <SimulatedEffect org={org} simulation={data.simulation} stageLabels={stageLabels} />
        )}
        <form
          className="flex max-w-lg items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (query.trim()) simulate({ query });
          }}
        >
          <label className="flex min-w-0 grow flex-col gap-1 text-sm font-medium">
            Order to look at
            <input
              type="search"
              value={query}
              maxLength={100}
              autoComplete="off"
              placeholder="Number, customer, PO or SKU"
              onChange={(event) => setQuery(event.target.value)}
              className={cn(inputVariants({ fullWidth: true }), "font-normal")}
            />
          </label>
          <button type="submit" className={buttonVariants({ variant: "outline" })}>
            <Search aria-hidden /> Look
          </button>
        </form>
        {data?.choices && (
          <div role="status" className="flex flex-col gap-2 text-sm">
            <p className="text-muted">
              {data.choices.length === 0 ? "No order fits. Try another word." : "More than one order fits. Which one?"}
            </p>
            <ul className="flex flex-wrap gap-2 empty:hidden">
              {data.choices.map(({ id, orderNumber, customer, stage }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={buttonVariants({ variant: "outline", size: "sm" })}
                    onClick={() => simulate({ order_id: id })}
                  >
                    {orderNumber}
                    <span className="font-normal text-muted">
                      {customer} · {stageLabels[stage]}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {data?.simulation.order && !data.choices && (
          <SimulatedOrder
            org={org}
            order={data.simulation.order}
            hasEdits={data.simulation.cells > 0}
            requesters={data.simulation.requesters}
            approvers={data.simulation.approvers}
            stageLabels={stageLabels}
          />
        )}
      </div>
    </Panel>
  );
}
