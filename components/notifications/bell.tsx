"use client";

import { cn } from "@heroui/styles";
import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ShellNews } from "@/lib/notifications/shell-news";
import { routes } from "@/lib/routes";

type Props = { org: string; news: ShellNews };

/**
 * The way to what one was told, with how much of it is new. The frame around pages is rendered once, so the count is asked
 * again with every move; so is whether mail fails, and a change of that renders the frame anew.
 */
export function Bell({ org, news }: Props) {
  const pathname = usePathname();
  const router = useRouter();
  const link = useRef<HTMLAnchorElement>(null);
  const seen = useRef({ pathname, at: news.at });
  const [fresh, setFresh] = useState(news);
  const now = fresh.at > news.at ? fresh : news;

  useEffect(() => {
    const isNewFrame = seen.current.at !== news.at;
    const isSamePage = seen.current.pathname === pathname;
    seen.current = { pathname, at: news.at };
    // There is one bell for wide screens and one for narrow ones; the hidden one asks nothing.
    if (isSamePage || isNewFrame || link.current?.offsetParent === null) return;
    const stop = new AbortController();
    fetch(routes.unread(org), { signal: stop.signal })
      .then((response) => (response.ok ? (response.json() as Promise<ShellNews>) : null))
      .then((answer) => {
        if (!answer) return;
        setFresh(answer);
        if (answer.isMailFailing !== news.isMailFailing) router.refresh();
      })
      // Gone on to the next page, or offline: the count stays what it was.
      .catch(() => undefined);
    return () => stop.abort();
  }, [pathname, org, news, router]);

  const { unread } = now;
  return (
    <Link
      ref={link}
      href={routes.notifications(org)}
      aria-current={pathname === routes.notifications(org) ? "page" : undefined}
      aria-label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
      title="Notifications"
      className={cn(
        "relative grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground",
        pathname === routes.notifications(org) && "bg-default text-foreground",
      )}
    >
      <BellIcon aria-hidden className="size-[1.125rem]" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-foreground tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
