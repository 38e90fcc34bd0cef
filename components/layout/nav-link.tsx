"use client";

import { cn } from "@heroui/styles";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = { href: string; isExact?: boolean; icon: ReactNode; children: ReactNode; isStacked?: boolean };

/** One place in the navigation; marks the current page and says when the next one is on its way. */
export function NavLink({ href, isExact, icon, children, isStacked }: Props) {
  const pathname = usePathname();
  const isHere = pathname === href || (!isExact && pathname.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "flex items-center rounded-lg text-muted transition-colors hover:bg-default hover:text-foreground [&_svg]:shrink-0",
        isStacked
          ? "min-w-0 flex-1 flex-col gap-0.5 px-1 py-1.5 text-[0.6875rem] [&_svg]:size-5"
          : "gap-2.5 px-2.5 py-1.5 text-sm [&_svg]:size-4",
        isHere && "bg-default font-medium text-foreground",
      )}
    >
      {icon}
      <NavLabel>{children}</NavLabel>
    </Link>
  );
}

function NavLabel({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return <span className={cn("truncate", pending && "animate-pulse")}>{children}</span>;
}
