import { Lock, LockOpen } from "lucide-react";
import type { Eligibility } from "@/lib/orders/lock-sentences";

type Props = { eligibility: Eligibility };

/** What can still be changed and why the rest can't, with a lock for a glance. */
export function EligibilityNote({ eligibility: { tone, sentence } }: Props) {
  const Icon = tone === "locked" ? Lock : LockOpen;
  const color =
    tone === "open"
      ? "text-success-soft-foreground"
      : tone === "partly"
        ? "text-warning-soft-foreground"
        : "text-muted";
  return (
    <span className="flex items-start gap-1.5 text-xs">
      <Icon aria-hidden className={`mt-0.5 size-3 shrink-0 ${color}`} />
      <span className={tone === "open" ? "text-muted" : undefined}>{sentence}</span>
    </span>
  );
}
