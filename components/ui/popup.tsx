"use client";

import type { MouseEvent, ReactNode } from "react";

type Props = {
  /** Unique on the page: the button names it as its `popoverTarget`. */
  id: string;
  label: string;
  side: "above" | "below";
  children: ReactNode;
  onOpen?: () => void;
};

/** What a button with `popoverTarget` opens: a few links and controls. It closes when one of its links is followed. */
export function Popup({ id, label, side, children, onOpen }: Props) {
  function closeAfterLink(event: MouseEvent<HTMLElement>) {
    if (event.target instanceof Element && event.target.closest("a")) event.currentTarget.hidePopover();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by the keyboard arrives here as a click
    <section
      id={id}
      popover="auto"
      aria-label={label}
      data-side={side}
      className="popup"
      onClick={closeAfterLink}
      onToggle={(event) => event.newState === "open" && onOpen?.()}
    >
      {children}
    </section>
  );
}
