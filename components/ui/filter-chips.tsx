import { cn } from "@heroui/styles";
import Link from "next/link";

type Props = {
  /** What is filtered: "Stage". */
  label: string;
  options: readonly { label: string; href: string; isActive: boolean; count?: number }[];
};

/** A filter as a row of links, so that every view has an address. */
export function FilterChips({ label, options }: Props) {
  return (
    <nav aria-label={label} data-print="hide" className="flex flex-wrap items-center gap-1">
      {options.map((option) => (
        <Link
          key={option.label}
          href={option.href}
          scroll={false}
          aria-current={option.isActive ? "true" : undefined}
          className={cn(
            "inline-flex h-8 items-center gap-1.5 rounded-lg border px-2.5 text-xs font-medium",
            option.isActive
              ? "border-accent/40 bg-accent-soft text-accent-soft-foreground"
              : "border-border bg-surface text-muted hover:bg-default hover:text-foreground",
          )}
        >
          {option.label}
          {option.count !== undefined && <span className="tabular-nums">{option.count.toLocaleString("en-US")}</span>}
        </Link>
      ))}
    </nav>
  );
}
