import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import type { OrderLockWords } from "@/lib/orders/order-lock-sentence";

type Props = { words: OrderLockWords; children?: ReactNode };

/** Nothing on this order can be changed: what it is, why, and what to do instead. */
export function OrderLockNotice({ words: { what, why, next }, children }: Props) {
  return (
    <section
      aria-label="Locked"
      className="flex gap-3 rounded-xl border border-border bg-surface-secondary p-4 text-sm"
    >
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-default">
        <LockKeyhole aria-hidden className="size-4" />
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{what}</p>
        <p className="text-pretty text-muted">{why}</p>
        <p className="text-pretty">{next}</p>
        {children && <div className="mt-2 flex flex-wrap gap-2">{children}</div>}
      </div>
    </section>
  );
}
