"use client";

import {
  type KeyboardEvent,
  type FormEvent as SubmitEvent,
  useCallback,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { AddedLines } from "@/components/change-requests/change-form/added-lines";
import { byRow } from "@/components/change-requests/change-form/by-row";
import { CancelOrder } from "@/components/change-requests/change-form/cancel-order";
import { DifferencePanel } from "@/components/change-requests/change-form/difference-panel";
import { formReducer } from "@/components/change-requests/change-form/form-state";
import type { Holds } from "@/components/change-requests/change-form/line-holds";
import { LineList } from "@/components/change-requests/change-form/line-list";
import { MovedNotice } from "@/components/change-requests/change-form/moved-notice";
import { OrderDateEditor } from "@/components/change-requests/change-form/order-date-editor";
import { OrderShippingEditor } from "@/components/change-requests/change-form/order-shipping-editor";
import { OutcomeNotice } from "@/components/change-requests/change-form/outcome-notice";
import { type ReasonOption, ReasonPanel } from "@/components/change-requests/change-form/reason-panel";
import { RestoredNotice } from "@/components/change-requests/change-form/restored-notice";
import { SendBar } from "@/components/change-requests/change-form/send-bar";
import { useKeptDraft } from "@/components/change-requests/change-form/use-kept-draft";
import { useSendOnce } from "@/components/change-requests/change-form/use-send-once";
import { OrgField } from "@/components/ui/org-field";
import { Panel } from "@/components/ui/panel";
import { resubmitRequest, submitRequest } from "@/lib/change-requests/actions";
import { type ChangeDraft, emptyDraft, isEmptyDraft, orderRows } from "@/lib/change-requests/change-draft";
import type { ChangeStart } from "@/lib/change-requests/change-start";
import { baseOf, movesSince } from "@/lib/change-requests/order-base";
import { readDraft } from "@/lib/change-requests/read-draft";
import type { Format } from "@/lib/orders/format";
import type { Order } from "@/lib/orders/order-view";
import type { FieldMessages } from "@/lib/result";

export type Revision = {
  id: string;
  reference: string;
  draft: ChangeDraft;
  reasonCode: string;
  reason: string;
};

type Props = {
  org: string;
  order: Order;
  reasons: ReasonOption[];
  holds: Holds;
  /** What a SKU has to look like; none: anything. */
  skuFormats: readonly Format[];
  /** Ways of shipping the organization's orders have, to choose from; any other can be typed. */
  shipMethods: readonly string[];
  /** Today in the shipping site's calendar. */
  today: string;
  /** Minted by the server for this rendering. */
  idempotencyKey: string;
  /** The page's own address. */
  path: string;
  /** A request that came back and is sent again. */
  revision?: Revision;
  /** An earlier request that a new one starts from. */
  start?: ChangeStart;
};

/** Ask for changes to an order: its lines edited in place, the difference as it grows, why, and one button. */
export function ChangeForm({
  org,
  order,
  reasons,
  holds,
  skuFormats,
  shipMethods,
  today,
  idempotencyKey,
  path,
  revision,
  start,
}: Props) {
  const startDraft = revision?.draft ?? start?.draft ?? emptyDraft;
  const from = revision ?? start;
  const startReason = { reasonCode: from?.reasonCode ?? "", reason: from?.reason ?? "" };
  const draftName = revision?.reference ?? (start ? `${start.way}-${start.request.reference}` : "new");
  const [state, send] = useReducer(formReducer, {
    draft: startDraft,
    base: baseOf(order),
    refusals: {},
    fill: 0,
    isRestored: false,
  });
  const kept = useKeptDraft(`change-draft:${order.id}:${draftName}`, state, startReason, send);
  const reading = useMemo(
    () => readDraft(state.draft, order, today, skuFormats),
    [state.draft, order, today, skuFormats],
  );
  const problems = useMemo(() => byRow(reading.problems), [reading]);
  const changedRows = useMemo(() => new Set(reading.places.map(({ row }) => row)), [reading]);
  const moves = useMemo(() => movesSince(state.base, order), [state.base, order]);
  const hasMoved = state.base.version !== order.version;
  const action = revision ? resubmitRequest : submitRequest;
  const [result, submit] = useSendOnce({
    org,
    action,
    renderedKey: idempotencyKey,
    places: reading.places,
    kept,
    send,
  });
  const [missing, setMissing] = useState<FieldMessages>({});
  const form = useRef<HTMLFormElement>(null);

  const rememberReason = useCallback(() => {
    const fields = form.current && new FormData(form.current);
    kept.reason.current = {
      reasonCode: String(fields?.get("reason_code") ?? ""),
      reason: String(fields?.get("reason") ?? ""),
    };
    kept.keep();
  }, [kept]);

  function type() {
    rememberReason();
    if (Object.keys(missing).length > 0) setMissing({});
  }

  /** Says what is missing before anything is sent; the server would say the same. */
  function check(event: SubmitEvent<HTMLFormElement>) {
    rememberReason();
    const { reasonCode, reason } = kept.reason.current;
    const found: FieldMessages = {
      ...(reasonCode === "" && { reason_code: "Choose a reason." }),
      ...(reason.trim() === "" && { reason: "Say why in a few words: the approver reads it." }),
      ...(reading.changes.length === 0 &&
        reading.problems.length === 0 && { changes: "Nothing is changed yet. Change a line or a date first." }),
    };
    setMissing(found);
    if (reading.problems.length === 0 && Object.keys(found).length === 0 && !hasMoved) return;
    event.preventDefault();
    focusFirst(form.current);
  }

  const errors = { ...(result && !result.ok ? result.fields : {}), ...missing };
  const isDone = result?.ok === true && result.data.outcome === "submitted";
  return (
    <form ref={form} action={submit} onSubmit={check} onInput={type} onKeyDown={keepEnter} noValidate>
      <OrgField slug={org} />
      <input type="hidden" name={revision ? "request_id" : "order_id"} value={revision?.id ?? order.id} />
      {start?.way === "undo" && <input type="hidden" name="reverses" value={start.request.id} />}
      <input type="hidden" name="base_version" value={state.base.version} />
      <input type="hidden" name="changes" value={JSON.stringify(reading.changes)} />
      <input type="hidden" name="idempotency_key" value={idempotencyKey} />
      <div className="mb-4 flex flex-col gap-3 empty:hidden">
        {state.isRestored && !isDone && (
          <RestoredNotice onStartOver={() => send({ type: "start_over", base: baseOf(order), draft: startDraft })} />
        )}
        {hasMoved && !isDone && (
          <MovedNotice
            moves={moves}
            from={state.base.version}
            to={order.version}
            touchedRows={changedRows}
            onAccept={() => send({ type: "accept_order", base: baseOf(order) })}
          />
        )}
        <OutcomeNotice org={org} path={path} result={result} refusals={state.refusals.form ?? []} />
      </div>
      <div className="flex flex-col gap-4 xl:grid xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <Panel title="The order" aside={`version ${order.version}`} isFlush>
          {!state.draft.isCancelled && (
            <>
              <OrderDateEditor
                org={org}
                order={order}
                date={state.draft.orderDate}
                problems={problems.get(orderRows.orderDate) ?? []}
                refusals={state.refusals.order ?? []}
                hold={holds["order:requested_ship_date"] ?? holds["order:*"]}
                today={today}
                send={send}
              />
              <OrderShippingEditor
                org={org}
                order={order}
                draft={state.draft}
                shipMethods={shipMethods}
                changedRows={changedRows}
                problems={problems}
                refusals={state.refusals}
                holds={holds}
                send={send}
              />
              <LineList
                org={org}
                order={order}
                draft={state.draft}
                changedRows={changedRows}
                problems={problems}
                refusals={state.refusals}
                holds={holds}
                today={today}
                send={send}
              />
              <AddedLines
                org={org}
                lines={state.draft.added}
                isLocked={order.locks.add_line !== null || holds["order:*"] !== undefined}
                problems={problems}
                refusals={state.refusals}
                today={today}
                send={send}
              />
            </>
          )}
          <CancelOrder
            org={org}
            order={order}
            isCancelled={state.draft.isCancelled === true}
            hasOtherEdits={!isEmptyDraft({ ...state.draft, isCancelled: undefined })}
            problems={problems.get(orderRows.isCancelled) ?? []}
            refusals={state.refusals.cancel ?? []}
            hold={Object.values(holds)[0]}
            send={send}
          />
        </Panel>
        <SendBar views={reading.views} currency={order.currency} />
        <div className="flex flex-col gap-4 xl:sticky xl:top-6">
          <DifferencePanel
            views={reading.views}
            problemCount={reading.problems.length}
            currency={order.currency}
            error={isEmptyDraft(state.draft) ? missing.changes : undefined}
          />
          <ReasonPanel
            key={state.fill}
            reasons={reasons}
            reasonCode={kept.reason.current.reasonCode}
            reason={kept.reason.current.reason}
            errors={errors}
            isRevision={revision !== undefined}
            isDone={isDone}
          />
        </div>
      </div>
    </form>
  );
}

/** Enter in a quantity or a filter must not send the request; on the button it does. */
function keepEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** After the messages are on the page: to the first field that has one. */
function focusFirst(form: HTMLFormElement | null) {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
}
