import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { type MarkOutcome, markSentence } from "@/lib/fulfillment/mark-outcome";
import type { ActionResult } from "@/lib/result";

const tones = { marked: "success", already: "info", refused: "danger" } as const;

/** What came of the last press. */
export function MarkResult({ result }: { result: ActionResult<{ outcome: MarkOutcome }> | null }) {
  if (!result?.ok) return <FormNotice result={result} />;
  const { outcome } = result.data;
  return (
    <Notice tone={tones[outcome.outcome]} isAnnounced>
      {markSentence(outcome)}
    </Notice>
  );
}
