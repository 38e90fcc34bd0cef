import { cn } from "@heroui/styles";
import type { ReactNode } from "react";

type Props = {
  title?: ReactNode;
  /** A count or a short fact beside the title. */
  aside?: ReactNode;
  children: ReactNode;
  /** Tables and lists reach the panel's edges. */
  isFlush?: boolean;
  id?: string;
  className?: string;
};

/** A titled part of a page. */
export function Panel({ title, aside, children, isFlush, id, className }: Props) {
  return (
    <section
      id={id}
      className={cn("min-w-0 rounded-xl border border-border bg-surface", isFlush && "overflow-clip", className)}
    >
      {title && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-border px-4 py-2">
          <h2 className="text-sm font-semibold">{title}</h2>
          {aside && <div className="text-xs text-muted">{aside}</div>}
        </header>
      )}
      <div className={isFlush ? undefined : "p-4"}>{children}</div>
    </section>
  );
}
