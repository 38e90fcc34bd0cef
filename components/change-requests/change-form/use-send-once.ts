"use client";

import { useRouter } from "next/navigation";
import { startTransition, useActionState } from "react";
import type { SendEvent } from "@/components/change-requests/change-form/line-controls";
import { refusalsByRow } from "@/components/change-requests/change-form/refusals-by-row";
import { mintKey, type SentForm, submissionKey } from "@/components/change-requests/change-form/submission-key";
import type { KeptDraft } from "@/components/change-requests/change-form/use-kept-draft";
import type { FormAction } from "@/lib/action";
import type { Place } from "@/lib/change-requests/draft-reading";
import type { SubmitOutcome } from "@/lib/change-requests/submit-outcome";
import { type ActionResult, failure } from "@/lib/result";
import { routes } from "@/lib/routes";

type Options = {
  org: string;
  action: FormAction<SubmitOutcome>;
  renderedKey: string;
  places: readonly Place[];
  kept: KeptDraft;
  send: SendEvent;
};

/**
 * Sends the form so that one intention becomes one request: the key is chosen by what is sent and written down before it
 * leaves, so a reload after a lost answer sends the same again and gets the first answer.
 */
export function useSendOnce({ org, action, renderedKey, places, kept, send }: Options) {
  const router = useRouter();

  async function sendOnce(previous: ActionResult<SubmitOutcome> | null, formData: FormData) {
    const body = bodyOf(formData);
    const key = submissionKey(body, renderedKey, kept.sent.current, mintKey);
    const remember = (state: SentForm["state"]) => {
      kept.sent.current = { key, renderedKey, body, state };
      kept.keep();
    };
    remember("unanswered");
    formData.set("idempotency_key", key);
    const result = await answerTo(action, previous, formData);
    if (!result.ok) {
      // After a lost answer or an ended session the same form must go out under the same key.
      if (result.code !== "unavailable" && result.code !== "unexpected" && result.code !== "signed_out")
        remember("answered");
      return result;
    }
    const isRecorded = result.data.outcome === "submitted";
    remember(isRecorded ? "recorded" : "answered");
    startTransition(() => send({ type: "refused", refusals: refusalsByRow(result.data, places) }));
    if (result.data.outcome === "submitted") {
      const { reference } = result.data;
      kept.finish();
      startTransition(() => router.push(routes.request(org, reference)));
    }
    return result;
  }

  return useActionState(sendOnce, null);
}

/** The answer, or what can be said when none came: nobody knows then whether the request was recorded. */
async function answerTo(
  action: FormAction<SubmitOutcome>,
  previous: ActionResult<SubmitOutcome> | null,
  formData: FormData,
): Promise<ActionResult<SubmitOutcome>> {
  const values = {
    reason: String(formData.get("reason") ?? ""),
    reason_code: String(formData.get("reason_code") ?? ""),
  };
  try {
    return await action(previous, formData);
  } catch (error) {
    // The framework's own signals (a redirect) are not ours to swallow; they carry a digest that says so.
    if (
      typeof error === "object" &&
      error !== null &&
      String((error as { digest?: unknown }).digest).startsWith("NEXT_")
    )
      throw error;
    return failure(error instanceof TypeError ? "unavailable" : "unexpected", {
      message:
        error instanceof TypeError
          ? "No answer came back, so it may or may not have been recorded. What you typed is still here. Send it again: it won't be recorded twice."
          : undefined,
      values,
    });
  }
}

/** What the form says, without the key it says it under. */
function bodyOf(formData: FormData): string {
  const names = ["order_id", "request_id", "reverses", "base_version", "changes", "reason_code", "reason"];
  return JSON.stringify(names.map((name) => formData.get(name)));
}
