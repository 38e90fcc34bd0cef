"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { forgetDraft, loadDraft, saveDraft } from "@/components/change-requests/change-form/draft-storage";
import type { FormState } from "@/components/change-requests/change-form/form-state";
import type { SendEvent } from "@/components/change-requests/change-form/line-controls";
import type { SentForm } from "@/components/change-requests/change-form/submission-key";
import { isEmptyDraft } from "@/lib/change-requests/change-draft";

export type ReasonValues = { reasonCode: string; reason: string };

export type KeptDraft = {
  /** What stands in the reason's native fields. */
  reason: RefObject<ReasonValues>;
  sent: RefObject<SentForm | null>;
  /** Call after changing either. */
  keep: () => void;
  /** The request is recorded: nothing of it may come back, except that it was sent. */
  finish: () => void;
};

/** Puts an earlier draft of this order back when the page opens, and keeps the current one with every change. */
export function useKeptDraft(key: string, state: FormState, startReason: ReasonValues, send: SendEvent): KeptDraft {
  const reason = useRef(startReason);
  const sent = useRef<SentForm | null>(null);
  const isReady = useRef(false);
  const isFinished = useRef(false);
  const latest = useRef(state);

  const keep = useCallback(() => {
    if (!isReady.current || isFinished.current) return;
    const { draft, base } = latest.current;
    if (isEmptyDraft(draft) && reason.current.reason === "" && !sent.current) forgetDraft(key);
    else saveDraft(key, { draft, base, ...reason.current, sent: sent.current });
  }, [key]);

  useEffect(() => {
    const stored = loadDraft(key);
    isReady.current = true;
    if (!stored) return;
    sent.current = stored.sent;
    if (isEmptyDraft(stored.draft) && stored.reason === "") return;
    reason.current = { reasonCode: stored.reasonCode, reason: stored.reason };
    send({ type: "restore", draft: stored.draft, base: stored.base });
  }, [key, send]);

  useEffect(() => {
    // Not on the first render: it would write the empty form over what is about to be put back.
    if (latest.current === state) return;
    latest.current = state;
    keep();
  }, [state, keep]);

  const finish = useCallback(() => {
    isFinished.current = true;
    const { base } = latest.current;
    saveDraft(key, { draft: { lines: {}, added: [] }, base, reasonCode: "", reason: "", sent: sent.current });
  }, [key]);

  return { reason, sent, keep, finish };
}
