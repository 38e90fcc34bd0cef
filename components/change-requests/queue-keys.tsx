"use client";

import { buttonVariants } from "@heroui/styles";
import { Keyboard } from "lucide-react";
import { useEffect } from "react";
import { type PageKeys, usePageKeys, useShellKeys } from "@/components/layout/keys/shell-keys";
import { isSingleKey } from "@/components/layout/keys/single-keys";

const keys: PageKeys = {
  title: "In the queue",
  keys: [
    ["j", "next request"],
    ["k", "request before"],
    ["a", "approve the request in focus"],
    ["r", "reject it or send it back: opens the note"],
    ["x", "select it"],
  ],
};

/** Keys for whoever decides fifty requests before cut-off. They do nothing while somebody types, and never more than a click would. */
export function QueueKeys() {
  const { showKeys } = useShellKeys();
  usePageKeys(keys);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isSingleKey(event) && press(event.key)) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <button
      type="button"
      data-print="hide"
      aria-keyshortcuts="?"
      className={buttonVariants({ variant: "ghost", size: "sm", className: "hidden lg:inline-flex" })}
      onClick={showKeys}
    >
      <Keyboard aria-hidden /> Keys
    </button>
  );
}

/** True when the key means something here. */
function press(key: string): boolean {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-queue-card]")];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const card = cards[at];
  switch (key) {
    case "j":
    case "k": {
      const next = cards[key === "j" ? at + 1 : Math.max(0, at - 1)];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
      return next !== undefined;
    }
    case "a": {
      const approve = card?.querySelector<HTMLButtonElement>('button[name="decision"][value="approve"]');
      approve?.click();
      return approve != null;
    }
    case "r": {
      const more = card?.querySelector<HTMLDetailsElement>("details[data-decline]");
      if (!more) return false;
      more.open = true;
      more.querySelector("textarea")?.focus();
      return true;
    }
    case "x": {
      const box = card?.querySelector<HTMLInputElement>("input[data-select]");
      box?.click();
      return box != null;
    }
    default:
      return false;
  }
}
