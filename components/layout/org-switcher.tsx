"use client";

import { Dropdown } from "@heroui/react";
import { ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { routes } from "@/lib/routes";

type Choice = { slug: string; name: string };

type Props = { current: Choice; organizations: readonly Choice[] };

/** The organization on screen; a menu when the person belongs to several. */
export function OrgSwitcher({ current, organizations }: Props) {
  const router = useRouter();
  if (organizations.length < 2) {
    return <p className="truncate px-2 text-sm font-medium">{current.name}</p>;
  }
  return (
    <Dropdown>
      <Dropdown.Trigger className="flex w-full items-center justify-between gap-2 rounded-lg px-2 py-1.5 text-start text-sm font-medium hover:bg-default lg:border lg:border-border">
        <span className="truncate">
          <span className="sr-only">Organization: </span>
          {current.name}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Dropdown.Trigger>
      <Dropdown.Popover placement="bottom start">
        <Dropdown.Menu
          aria-label="Organizations"
          selectionMode="single"
          selectedKeys={[current.slug]}
          disallowEmptySelection
          onAction={(slug) => router.push(routes.home(String(slug)))}
        >
          {organizations.map(({ slug, name }) => (
            <Dropdown.Item key={slug} id={slug} textValue={name}>
              <Dropdown.ItemIndicator />
              {name}
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
