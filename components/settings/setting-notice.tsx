import { Check } from "lucide-react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/result";
import { refusalSentence, type SettingOutcome } from "@/lib/settings/setting-outcome";

type Props = { result: ActionResult<SettingOutcome> | null; shownFields?: readonly string[]; savedText?: string };

/** The answer of a setting, next to it: saved, or why the last of something stays. */
export function SettingNotice({ result, shownFields, savedText = "Saved" }: Props) {
  if (!result?.ok) return <FormNotice result={result} shownFields={shownFields} />;
  if (result.data.outcome !== "saved") {
    return (
      <Notice tone="danger" isAnnounced>
        {refusalSentence(result.data.outcome)}
      </Notice>
    );
  }
  return (
    <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
      <Check aria-hidden className="size-3.5" /> {savedText}
    </p>
  );
}
