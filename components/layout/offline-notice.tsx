"use client";

import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { rememberConnection } from "@/components/layout/connection";

type Blocked = "send" | "open";

const words = {
  send: "Not sent: you are offline. What you typed is still here; send it when the connection is back.",
  open: "Not opened: you are offline. This page and what you typed in it stay until the connection is back.",
};

/**
 * Says that the connection is gone and keeps the page as it is: a form that is sent or a link that is followed now would
 * end on the browser's own error page, and what was typed would be lost with it.
 */
export function OfflineNotice() {
  const isOffline = useIsOffline();
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  useEffect(() => {
    rememberConnection(isOffline);
    if (!isOffline) return;
    setBlocked(null);
    function block(event: Event, what: Blocked) {
      event.preventDefault();
      event.stopImmediatePropagation();
      setBlocked(what);
    }
    function onSubmit(event: SubmitEvent) {
      const method = event.submitter?.getAttribute("formmethod") ?? (event.target as Element).getAttribute("method");
      if (method?.toLowerCase() !== "dialog") block(event, "send");
    }
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link && !link.getAttribute("href")?.startsWith("#")) block(event, "open");
    }
    // Of the window: before React, which listens on the document.
    window.addEventListener("submit", onSubmit, true);
    window.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("submit", onSubmit, true);
      window.removeEventListener("click", onClick, true);
    };
  }, [isOffline]);
  return (
    <div role={isOffline ? "status" : undefined} aria-live="polite" data-print="hide" className="offline-place">
      {isOffline && (
        <p className="offline-notice">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {blocked ? words[blocked] : "You are offline. What you typed stays here."}
        </p>
      )}
    </div>
  );
}

/** The browser's word is asked again: a server on this very machine or in this building needs no network to the world. */
function useIsOffline(): boolean {
  const [isOffline, setIsOffline] = useState(false);
  useEffect(() => {
    let isStopped = false;
    async function lost() {
      const isReached = await fetch("/icon.svg", { method: "HEAD", cache: "no-store" }).then(
        () => true,
        () => false,
      );
      if (!isStopped && !navigator.onLine) setIsOffline(!isReached);
    }
    const back = () => setIsOffline(false);
    if (!navigator.onLine) void lost();
    window.addEventListener("offline", lost);
    window.addEventListener("online", back);
    return () => {
      isStopped = true;
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", back);
    };
  }, []);
  return isOffline;
}
