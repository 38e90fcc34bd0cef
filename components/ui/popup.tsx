"use client";

import type { KeyboardEvent, MouseEvent, ReactNode, ToggleEvent } from "react";

type Props = {
  /** Unique on the page: the button names it as its `popoverTarget`. */
  id: string;
  label: string;
  side: "above" | "below";
  children: ReactNode;
  onOpen?: () => void;
};

/**
 * What a button with `popoverTarget` opens: a few links and controls. The browser itself closes it by Escape or a click
 * elsewhere, gives the focus back to the button, and tells screen readers whether it is open. The focus goes in with the
 * opening, the arrow keys walk through it, and it closes when one of its links is followed.
 */
export function Popup({ id, label, side, children, onOpen }: Props) {
  function opened(event: ToggleEvent<HTMLElement>) {
    if (event.newState !== "open") return;
    onOpen?.();
    const items = itemsOf(event.currentTarget);
    (items.find((item) => item.ariaCurrent) ?? items[0])?.focus();
  }
  function walk(event: KeyboardEvent<HTMLElement>) {
    const items = itemsOf(event.currentTarget);
    const at = items.indexOf(document.activeElement as HTMLElement);
    // Arrow keys within a group of radio buttons choose, and stay the browser's.
    if (event.target instanceof HTMLInputElement && event.key.startsWith("Arrow")) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }
  function closeAfterLink(event: MouseEvent<HTMLElement>) {
    if (event.target instanceof Element && event.target.closest("a")) event.currentTarget.hidePopover();
  }
  return (
    <section
      id={id}
      popover="auto"
      aria-label={label}
      data-side={side}
      className="popup"
      onClick={closeAfterLink}
      onKeyDown={walk}
      onToggle={opened}
    >
      {children}
    </section>
  );
}

/** Of a group of radio buttons only the chosen one: the rest is reached from there. */
function itemsOf(popup: HTMLElement): HTMLElement[] {
  return [...popup.querySelectorAll<HTMLElement>("a[href], button, input:checked")];
}
