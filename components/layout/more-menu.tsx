import { Ellipsis } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Popup } from "@/components/ui/popup";

type Props = { items: readonly { label: string; href: string; icon: ReactNode }[] };

/** The places that didn't fit into the bottom bar. */
export function MoreMenu({ items }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget="more-places"
        className="flex min-w-0 flex-1 flex-col items-center gap-0.5 rounded-lg px-1 py-1.5 text-[0.6875rem] text-muted hover:bg-default"
      >
        <Ellipsis aria-hidden className="size-5" />
        More
      </button>
      <Popup id="more-places" label="More" side="above">
        {items.map(({ label, href, icon }) => (
          <Link key={href} href={href} className="popup-item">
            {icon}
            {label}
          </Link>
        ))}
      </Popup>
    </>
  );
}
