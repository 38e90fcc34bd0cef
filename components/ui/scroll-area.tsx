import { cn } from "@heroui/styles";
import type { ReactNode } from "react";

type Props = { label: string; children: ReactNode; className?: string };

/** Holds what may be wider than its place, such as a table with many columns: it scrolls inside, and a shadow says so. */
export function ScrollArea({ label, children, className }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section aria-label={label} tabIndex={0} className={cn("scroll-area", className)}>
      {children}
    </section>
  );
}
