import { MoreMenu } from "@/components/layout/more-menu";
import { NavLink } from "@/components/layout/nav-link";
import type { NavigationItem } from "@/components/layout/navigation";

const ROOM = 5;

/** The navigation of narrow screens, in reach of a thumb: what doesn't fit is behind "More". */
export function BottomBar({ items }: { items: readonly NavigationItem[] }) {
  const fits = items.length <= ROOM;
  const shown = fits ? items : items.slice(0, ROOM - 1);
  const rest = fits ? [] : items.slice(ROOM - 1);
  return (
    <nav
      aria-label="Main"
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-20 flex gap-1 border-t border-border bg-surface px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      {shown.map(({ label, href, Icon, isExact }) => (
        <NavLink key={href} href={href} isExact={isExact} icon={<Icon aria-hidden />} isStacked>
          {label}
        </NavLink>
      ))}
      {rest.length > 0 && (
        <MoreMenu
          items={rest.map(({ label, href, Icon }) => ({ label, href, icon: <Icon aria-hidden className="size-4" /> }))}
        />
      )}
    </nav>
  );
}
