"use client";

import { cn } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type SettingsGroup, settingsGroups } from "@/components/layout/settings-navigation";

/**
 * The parts of the settings by group, with the one that is open marked: a column beside wide pages, rows above narrower
 * ones, and on a phone behind the name of the part, so that the part itself begins on the first screen.
 */
export function SettingsTabs({ org }: { org: string }) {
  const pathname = usePathname();
  const groups = settingsGroups(org);
  const isHere = (href: string) => pathname === href || pathname.startsWith(`${href}/`);
  const here = groups
    .flatMap(({ label, parts }) => parts.map((part) => ({ group: label, ...part })))
    .find(({ href }) => isHere(href));
  return (
    <nav aria-label="Settings" data-print="hide">
      {/* Another part closes it again. */}
      <details key={pathname} className="group rounded-xl border border-border bg-surface md:hidden">
        <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-xl px-4 py-2.5 text-sm [&::-webkit-details-marker]:hidden">
          <span className="text-muted">{here?.group} ·</span>
          <span className="grow font-medium">{here?.label}</span>
          <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
        </summary>
        <Groups groups={groups} isHere={isHere} className="border-t border-border px-2 py-3" />
      </details>
      <Groups groups={groups} isHere={isHere} className="max-md:hidden md:max-xl:flex-row md:max-xl:flex-wrap" />
    </nav>
  );
}

type GroupsProps = { groups: SettingsGroup[]; isHere: (href: string) => boolean; className: string };

function Groups({ groups, isHere, className }: GroupsProps) {
  return (
    <div className={cn("flex flex-col gap-x-8 gap-y-4", className)}>
      {groups.map(({ label, parts }) => (
        <section key={label} aria-label={label}>
          <p aria-hidden className="mb-1 px-2.5 text-xs text-muted">
            {label}
          </p>
          <ul className="flex flex-wrap gap-0.5 max-md:grid max-md:grid-cols-2 xl:flex-col">
            {parts.map(({ label, href }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={isHere(href) ? "page" : undefined}
                  className={cn(
                    "block rounded-lg px-2.5 py-1.5 text-sm whitespace-nowrap",
                    isHere(href) ? "bg-default font-medium" : "text-muted hover:bg-default hover:text-foreground",
                  )}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
