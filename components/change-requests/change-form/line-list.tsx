"use client";

import { useDeferredValue, useMemo, useState } from "react";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import { noProblems, noRefusals, type SendEvent } from "@/components/change-requests/change-form/line-controls";
import { LineEditor } from "@/components/change-requests/change-form/line-editor";
import { LineFilter } from "@/components/change-requests/change-form/line-filter";
import { type Holds, holdsOfLine, type LineHolds } from "@/components/change-requests/change-form/line-holds";
import type { ChangeDraft } from "@/lib/change-requests/change-draft";
import type { DraftProblem } from "@/lib/change-requests/draft-reading";
import type { Order, OrderLine } from "@/lib/orders/order-view";

type Props = {
  org: string;
  order: Order;
  draft: ChangeDraft;
  changedRows: ReadonlySet<string>;
  problems: ReadonlyMap<string, DraftProblem[]>;
  refusals: Readonly<Record<string, Refusal[]>>;
  holds: Holds;
  today: string;
  send: SendEvent;
};

/** From this many lines on there is a filter above them. */
const MANY = 8;
const noHolds: LineHolds = {};

export function LineList({ org, order, draft, changedRows, problems, refusals, holds, today, send }: Props) {
  const [text, setText] = useState("");
  const [isChangedOnly, setChangedOnly] = useState(false);
  const sought = useDeferredValue(text.trim().toLowerCase());
  // The same objects on every key: a row is drawn again only when something of its own changes.
  const holdsByLine = useMemo(() => new Map(order.lines.map(({ id }) => [id, holdsOfLine(holds, id)])), [order, holds]);
  const live = order.lines.filter(({ isRemoved }) => !isRemoved);
  const isTouched = ({ id }: OrderLine) => draft.lines[id] !== undefined || refusals[id] !== undefined;
  const shown = live.filter((line) => matches(line, sought) && (!isChangedOnly || isTouched(line)));
  return (
    <>
      {live.length >= MANY && (
        <LineFilter
          text={text}
          onText={setText}
          isChangedOnly={isChangedOnly}
          onChangedOnly={setChangedOnly}
          changedCount={live.filter(isTouched).length}
          summary={`${shown.length} of ${live.length} lines`}
        />
      )}
      {shown.length === 0 && (
        <p className="px-4 py-6 text-center text-sm text-muted">
          {live.length === 0 ? "This order has no lines." : "No line matches. What you typed on other lines is kept."}
        </p>
      )}
      <ul aria-label="Lines" className="divide-y divide-separator">
        {shown.map((line) => (
          <LineEditor
            key={line.id}
            org={org}
            line={line}
            edit={draft.lines[line.id]}
            isChanged={changedRows.has(line.id)}
            problems={problems.get(line.id) ?? noProblems}
            refusals={refusals[line.id] ?? noRefusals}
            holds={holdsByLine.get(line.id) ?? noHolds}
            today={today}
            orderDate={draft.orderDate === null ? null : draft.orderDate || order.requestedShipDate}
            send={send}
          />
        ))}
      </ul>
    </>
  );
}

/** A whole number finds that line; any other text finds SKUs and descriptions that hold it. */
function matches({ position, sku, description }: OrderLine, sought: string): boolean {
  if (sought === "" || String(position) === sought) return true;
  return `${sku} ${description ?? ""}`.toLowerCase().includes(sought);
}
