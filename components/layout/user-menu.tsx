"use client";

import { Avatar, Dropdown, Header } from "@heroui/react";
import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { chooseTheme, chosenTheme } from "@/components/layout/choose-theme";
import type { Theme } from "@/components/layout/theme";
import { signOut } from "@/lib/auth/actions";
import { type MemberRole, roleLabel } from "@/lib/auth/roles";
import { routes } from "@/lib/routes";

type Props = { org: string; name: string; email: string; roles: readonly MemberRole[]; isShort?: boolean };

const themes = [
  { id: "system", label: "Like the system", Icon: Monitor },
  { id: "light", label: "Light", Icon: Sun },
  { id: "dark", label: "Dark", Icon: Moon },
] as const;

/** Who is signed in and as what; light or dark; the way out. */
export function UserMenu({ org, name, email, roles, isShort }: Props) {
  const [theme, setTheme] = useState<Theme>("system");
  const router = useRouter();
  const roleText = roles.map(roleLabel).join(", ");
  function change(next: Theme) {
    chooseTheme(next);
    setTheme(next);
  }
  function act(key: string) {
    if (key === "profile") router.push(routes.profile(org));
    if (key === "sign-out") startTransition(() => signOut());
  }
  return (
    <Dropdown onOpenChange={(isOpen) => isOpen && setTheme(chosenTheme())}>
      <Dropdown.Trigger className="flex min-w-0 items-center gap-2.5 rounded-lg p-1.5 text-start hover:bg-default">
        <span className="sr-only">Account menu</span>
        <Avatar aria-hidden size="sm" className="shrink-0">
          <Avatar.Fallback>{initials(name)}</Avatar.Fallback>
        </Avatar>
        {!isShort && (
          <span className="flex min-w-0 flex-col leading-tight">
            <span className="truncate text-sm font-medium">{name}</span>
            <span className="truncate text-xs text-muted">{roleText}</span>
          </span>
        )}
      </Dropdown.Trigger>
      <Dropdown.Popover placement={isShort ? "bottom end" : "top start"} className="min-w-56">
        <div className="border-b border-border px-4 py-2 text-xs">
          <p className="font-medium">{name}</p>
          <p className="text-muted">{email}</p>
          <p className="text-muted">{roleText}</p>
        </div>
        <Dropdown.Menu aria-label="Account" onAction={(key) => act(String(key))}>
          <Dropdown.Section
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => keys !== "all" && change(([...keys][0] as Theme | undefined) ?? "system")}
          >
            <Header>Appearance</Header>
            {themes.map(({ id, label, Icon }) => (
              <Dropdown.Item key={id} id={id} textValue={label}>
                <Dropdown.ItemIndicator />
                <Icon aria-hidden className="size-4" />
                {label}
              </Dropdown.Item>
            ))}
          </Dropdown.Section>
          <Dropdown.Item id="profile" textValue="Profile">
            <UserRound aria-hidden className="size-4" />
            Profile
          </Dropdown.Item>
          <Dropdown.Item id="sign-out" textValue="Sign out">
            <LogOut aria-hidden className="size-4" />
            Sign out
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
}
