"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { chosenTheme } from "@/components/layout/choose-theme";
import type { Theme } from "@/components/layout/theme";
import { ThemeChoice } from "@/components/layout/theme-choice";
import { Popup } from "@/components/ui/popup";
import { signOut } from "@/lib/auth/actions";
import { type MemberRole, roleLabel } from "@/lib/auth/roles";
import { routes } from "@/lib/routes";

type Props = { org: string; name: string; email: string; roles: readonly MemberRole[]; isShort?: boolean };

/** Who is signed in and as what; light or dark; the way out. */
export function UserMenu({ org, name, email, roles, isShort }: Props) {
  const [theme, setTheme] = useState<Theme>("system");
  const roleText = roles.map(roleLabel).join(", ");
  const id = isShort ? "account-top" : "account-side";
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex min-w-0 items-center gap-2.5 rounded-lg p-1.5 text-start hover:bg-default"
      >
        <span className="sr-only">Account menu</span>
        <span
          aria-hidden
          className="grid size-8 shrink-0 place-items-center rounded-full bg-default text-xs font-medium text-foreground"
        >
          {initials(name)}
        </span>
        {!isShort && (
          <span className="flex min-w-0 flex-col leading-tight">
            <span className="truncate text-sm font-medium">{name}</span>
            <span className="truncate text-xs text-muted">{roleText}</span>
          </span>
        )}
      </button>
      <Popup id={id} label="Account" side={isShort ? "below" : "above"} onOpen={() => setTheme(chosenTheme())}>
        <div className="border-b border-border px-2.5 pt-1 pb-2 text-xs wrap-anywhere">
          <p className="font-medium">{name}</p>
          <p className="text-muted">{email}</p>
          <p className="text-muted">{roleText}</p>
        </div>
        <ThemeChoice theme={theme} onChange={setTheme} />
        <div className="pt-1">
          <Link href={routes.profile(org)} className="popup-item">
            <UserRound aria-hidden />
            Profile
          </Link>
          <form action={signOut}>
            <button type="submit" className="popup-item">
              <LogOut aria-hidden />
              Sign out
            </button>
          </form>
        </div>
      </Popup>
    </>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
}
