import { Check } from "lucide-react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { relativeTime } from "@/lib/dates";
import type { ActionResult } from "@/lib/result";
import type { LockTableOutcome } from "@/lib/settings/lock-table";

type Props = {
  result: ActionResult<LockTableOutcome> | null;
  /** There are edits that are not saved: what was said about the last save is then about something else. */
  hasEdits: boolean;
};

/** What became of the last save of the lock table. */
export function LockTableAnswer({ result, hasEdits }: Props) {
  if (!result?.ok) return <FormNotice result={result} />;
  const { data } = result;
  if (data.outcome === "stale") {
    return hasEdits ? (
      <Notice tone="warning" isAnnounced title="Somebody saved the table first, so nothing was written">
        {data.saved_by ?? "A former member"} saved version {data.version}
        {data.saved_at && ` ${relativeTime(data.saved_at)}`}. The table shows it now with your edits on top, marked.
        Look at them once more and save again.
      </Notice>
    ) : null;
  }
  if (hasEdits) return null;
  const count = data.outcome === "saved" ? data.changes.length : 0;
  return (
    <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
      <Check aria-hidden className="size-3.5" />
      {count === 0
        ? "Nothing had changed"
        : `Saved as version ${data.version}, ${count} ${count === 1 ? "rule" : "rules"} changed`}
    </p>
  );
}
