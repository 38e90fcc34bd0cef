import { Lock } from "lucide-react";
import type { ReactNode } from "react";

type Props = { children: ReactNode; reason: string };

/** A value that can't be changed, looking like it: text with a lock where its neighbours have a field. */
export function LockedValue({ children, reason }: Props) {
  return (
    <span title={reason} className="flex h-9 items-center gap-1.5 text-sm text-muted tabular-nums max-md:order-3">
      <Lock aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{children}</span>
      <span className="sr-only">, locked: {reason}</span>
    </span>
  );
}
