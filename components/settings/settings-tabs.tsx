"use client";

import { cn } from "@heroui/styles";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { settingsGroups } from "@/components/layout/settings-navigation";

/** The parts of the settings by group, with the one that is open marked: a column beside wide pages, rows above narrow ones. */
export function SettingsTabs({ org }: { org: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" data-print="hide" className="flex flex-col gap-x-8 gap-y-3 xl:gap-y-5">
      {settingsGroups(org).map(({ label, parts }) => (
        <section key={label} aria-label={label}>
          <p aria-hidden className="mb-1 text-xs text-muted xl:px-2.5">
            {label}
          </p>
          <ul className="flex flex-wrap gap-1 xl:flex-col xl:gap-0.5">
            {parts.map(({ label, href }) => {
              const isHere = pathname === href || pathname.startsWith(`${href}/`);
              return (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={isHere ? "page" : undefined}
                    className={cn(
                      "block rounded-lg px-2.5 py-1.5 text-sm whitespace-nowrap max-xl:border max-xl:border-border max-xl:py-1",
                      isHere ? "bg-default font-medium" : "text-muted hover:bg-default hover:text-foreground",
                    )}
                  >
                    {label}
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
