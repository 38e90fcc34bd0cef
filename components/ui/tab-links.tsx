import { cn } from "@heroui/styles";
import Link from "next/link";

type Props = {
  label: string;
  tabs: readonly { label: string; href: string; isActive: boolean; count?: number }[];
};

/** Views of one page, each with its own address. */
export function TabLinks({ label, tabs }: Props) {
  return (
    <nav aria-label={label} data-print="hide" className="flex flex-wrap gap-x-4 border-b border-border text-sm">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isActive ? "page" : undefined}
          className={cn(
            "-mb-px flex items-center gap-1.5 border-b-2 px-0.5 py-2 whitespace-nowrap",
            tab.isActive ? "border-accent font-medium" : "border-transparent text-muted hover:text-foreground",
          )}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="rounded-md bg-default px-1.5 text-xs tabular-nums">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
