import type { ReactNode } from "react";
import { BottomBar } from "@/components/layout/bottom-bar";
import { ShellKeys } from "@/components/layout/keys/shell-keys";
import { navigationFor } from "@/components/layout/navigation";
import { pagePlaces } from "@/components/layout/palette/page-places";
import { Sidebar } from "@/components/layout/sidebar";
import { SkipLink } from "@/components/layout/skip-link";
import { TopBar } from "@/components/layout/top-bar";
import type { Gate } from "@/lib/auth/gate";

type Props = Pick<Gate, "org" | "organizations" | "member"> & {
  /** The way to what one was told, which is a domain of its own. */
  bell: ReactNode;
  /** Something waits for this person's decision, whatever their roles. */
  decides: boolean;
  children: ReactNode;
};

/** Everything around a signed-in page. */
export function AppShell({ children, decides, ...gate }: Props) {
  const items = navigationFor(gate.org.slug, gate.member.roles, decides);
  return (
    <ShellKeys org={gate.org.slug} places={pagePlaces(gate.org.slug, gate.member.roles, decides)}>
      <div className="lg:flex">
        <SkipLink />
        <Sidebar items={items} {...gate} />
        <TopBar {...gate} />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto min-w-0 max-w-7xl grow px-4 pt-5 pb-24 outline-none lg:px-8 lg:pt-7 lg:pb-12"
        >
          {children}
        </main>
        <BottomBar items={items} />
      </div>
    </ShellKeys>
  );
}
