"use client";

import { buttonVariants } from "@heroui/styles";
import { Keyboard } from "lucide-react";
import { useEffect, useRef } from "react";

const keys = [
  ["j", "next request"],
  ["k", "request before"],
  ["a", "approve the request in focus"],
  ["r", "reject it or send it back: opens the note"],
  ["x", "select it"],
  ["?", "this list"],
] as const;

/** Keys for whoever decides fifty requests before cut-off. They do nothing while somebody types, and never more than a click would. */
export function QueueKeys() {
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const target = event.target as HTMLElement;
      const isTyping = target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]");
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      if (press(event.key, () => help.current?.showModal())) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        data-print="hide"
        className={buttonVariants({ variant: "ghost", size: "sm", className: "hidden lg:inline-flex" })}
        onClick={() => help.current?.showModal()}
      >
        <Keyboard aria-hidden /> Keys
      </button>
      <dialog
        ref={help}
        aria-label="Keys of the queue"
        className="m-auto rounded-xl border border-border bg-surface p-5 text-foreground backdrop:bg-black/40"
      >
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
          {keys.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-md border border-border bg-default px-1.5 font-mono">{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-4">
          <button type="submit" className={buttonVariants({ variant: "secondary", size: "sm" })}>
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}

/** True when the key means something here. */
function press(key: string, showHelp: () => void): boolean {
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
    case "?":
      showHelp();
      return true;
    default:
      return false;
  }
}
