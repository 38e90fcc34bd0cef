import { cn } from "@heroui/styles";
import type { ReactNode } from "react";

type Props = { items: readonly { label: string; value: ReactNode }[]; className?: string };

/** Facts as a description list: side by side when there is room, below each other on a phone. */
export function KeyValues({ items, className }: Props) {
  return (
    <dl className={cn("grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-3 lg:grid-cols-4", className)}>
      {items.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="mt-0.5 break-words">{value ?? <span className="text-muted">none</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
