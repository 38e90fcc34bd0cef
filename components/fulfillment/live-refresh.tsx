"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";

const EVERY_MS = 4_000;

type Props = {
  /** Answers `{ token }`. */
  path: string;
  /** The token of what is on screen. */
  token: string;
};

/**
 * Asks every few seconds, while the page is in sight, whether the lists have changed, and loads them again only then. Says so
 * when nobody answers: a list on the wall that silently stopped is worse than none.
 */
export function LiveRefresh({ path, token }: Props) {
  const router = useRouter();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      try {
        if (document.visibilityState === "visible") {
          const answer = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(EVERY_MS * 2) });
          if (isOver) return;
          if (!answer.ok) throw new Error(`answered ${answer.status}`);
          const now = (await answer.json()) as { token: string };
          setLive(true);
          if (now.token !== token) startTransition(() => router.refresh());
        }
      } catch {
        if (isOver) return;
        setLive(false);
      }
      timer = setTimeout(look, EVERY_MS);
    }
    timer = setTimeout(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [path, token, router]);
  return (
    <p role="status" data-print="hide" className="flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden className={`size-2 rounded-full ${isLive ? "bg-success" : "bg-danger"}`} />
      {isLive ? "Live" : "No connection: this list may be old. Trying again…"}
    </p>
  );
}
