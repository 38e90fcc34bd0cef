import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { OrgSwitcher } from "@/components/layout/org-switcher";
import { PaletteButton } from "@/components/layout/palette/palette-button";
import { UserMenu } from "@/components/layout/user-menu";
import type { Gate } from "@/lib/auth/gate";

type Props = Pick<Gate, "org" | "organizations" | "member"> & { bell: ReactNode };

/** The head of narrow screens: whose organization this is, and who I am. */
export function TopBar({ bell, org, organizations, member }: Props) {
  return (
    <header data-print="hide" className="flex h-14 items-center gap-2 border-b border-border bg-surface px-3 lg:hidden">
      <Brand isShort />
      <div className="min-w-0 grow">
        <OrgSwitcher current={org} organizations={organizations} place="top" />
      </div>
      <PaletteButton isShort />
      {bell}
      <UserMenu org={org.slug} name={member.name} email={member.email} roles={member.roles} isShort />
    </header>
  );
}
