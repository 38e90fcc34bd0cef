import { Check } from "lucide-react";
import type { ActionResult } from "@/lib/result";

type Props = { result: ActionResult<{ outcome: string }> | null; savedText?: string };

/** Beside the button: saved, or that there was nothing to save. */
export function SavedNote({ result, savedText = "Saved" }: Props) {
  if (!result?.ok) return null;
  return (
    <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
      <Check aria-hidden className="size-3.5" />
      {result.data.outcome === "unchanged" ? "Nothing had changed" : savedText}
    </p>
  );
}
