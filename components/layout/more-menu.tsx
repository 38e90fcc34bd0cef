"use client";

import { Dropdown } from "@heroui/react";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";

type Props = { items: readonly { label: string; href: string; icon: ReactNode }[] };

/** The places that didn't fit into the bottom bar. */
export function MoreMenu({ items }: Props) {
  const router = useRouter();
  return (
    <Dropdown>
      <Dropdown.Trigger className="flex min-w-0 flex-1 flex-col items-center gap-0.5 rounded-lg px-1 py-1.5 text-[0.6875rem] text-muted hover:bg-default">
        <Ellipsis aria-hidden className="size-5" />
        More
      </Dropdown.Trigger>
      <Dropdown.Popover placement="top end">
        <Dropdown.Menu aria-label="More" onAction={(href) => router.push(String(href))}>
          {items.map(({ label, href, icon }) => (
            <Dropdown.Item key={href} id={href} textValue={label}>
              {icon}
              {label}
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
