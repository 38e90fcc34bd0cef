import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { NavLink } from "@/components/layout/nav-link";
import type { NavigationItem } from "@/components/layout/navigation";
import { OrgSwitcher } from "@/components/layout/org-switcher";
import { PaletteButton } from "@/components/layout/palette/palette-button";
import { UserMenu } from "@/components/layout/user-menu";
import type { Gate } from "@/lib/auth/gate";

type Props = Pick<Gate, "org" | "organizations" | "member"> & { items: readonly NavigationItem[]; bell: ReactNode };

/** The left column of wide screens. */
export function Sidebar({ items, bell, org, organizations, member }: Props) {
  return (
    <aside
      data-print="hide"
      className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-4 border-r border-border bg-surface px-3 py-4 lg:flex"
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between">
          <Brand />
          {bell}
        </div>
        <OrgSwitcher current={org} organizations={organizations} place="side" />
        <PaletteButton />
      </div>
      <nav aria-label="Main" className="flex grow flex-col gap-0.5 overflow-y-auto">
        {items.map(({ label, href, Icon, isExact }) => (
          <NavLink key={href} href={href} isExact={isExact} icon={<Icon aria-hidden />}>
            {label}
          </NavLink>
        ))}
      </nav>
      <UserMenu org={org.slug} name={member.name} email={member.email} roles={member.roles} />
    </aside>
  );
}
