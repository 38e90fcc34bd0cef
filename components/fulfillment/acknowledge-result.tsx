import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { type AcknowledgeOutcome, acknowledgeSentence } from "@/lib/fulfillment/acknowledge-outcome";
import type { ActionResult } from "@/lib/result";

/** What came of the last press or scan. */
export function AcknowledgeResult({ result }: { result: ActionResult<AcknowledgeOutcome> | null }) {
  if (!result?.ok) return <FormNotice result={result} />;
  const { outcome } = result.data;
  const tone = outcome === "acknowledged" ? "success" : outcome === "unknown_order" ? "danger" : "info";
  return (
    <Notice tone={tone} isAnnounced>
      {acknowledgeSentence(result.data)}
    </Notice>
  );
}
