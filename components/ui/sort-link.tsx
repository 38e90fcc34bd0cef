import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type Props = { href: string; direction: "ascending" | "descending" | null; children: ReactNode };

/** A column header that sorts: the order lives in the URL. */
export function SortLink({ href, direction, children }: Props) {
  const Icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <Link href={href} scroll={false} className="inline-flex items-center gap-1 hover:text-foreground">
      {children}
      <Icon aria-hidden className="size-3" />
    </Link>
  );
}
