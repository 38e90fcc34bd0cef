"use client";

import { X } from "lucide-react";
import { type ReactNode, type RefObject, type SyntheticEvent, useId, useState } from "react";

type Props = {
  /** Opened by its `showModal()`. */
  ref: RefObject<HTMLDialogElement | null>;
  title: string;
  /** There only while it is open, so what was typed in it is gone with it. */
  children: ReactNode;
  onClose?: () => void;
};

/**
 * The browser's own modal dialog: it keeps the focus inside, closes by Escape, by its close button and by a click beside
 * it, and gives the focus back to where it was.
 */
export function Dialog({ ref, title, children, onClose }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const heading = useId();
  const close = () => ref.current?.close();
  function closed(event: SyntheticEvent) {
    if (event.target !== event.currentTarget) return;
    setIsOpen(false);
    onClose?.();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for the keyboard what a click beside the dialog does
    <dialog
      ref={ref}
      aria-labelledby={heading}
      data-print="hide"
      className="dialog"
      onClick={(event) => event.target === event.currentTarget && close()}
      onBeforeToggle={(event) => event.newState === "open" && setIsOpen(true)}
      onClose={closed}
    >
      <div className="dialog-content">
        <header className="flex items-start justify-between gap-4">
          <h2 id={heading} className="text-base font-semibold tracking-tight wrap-anywhere">
            {title}
          </h2>
          <button type="button" aria-label="Close" className="dialog-close" onClick={close}>
            <X aria-hidden className="size-4" />
          </button>
        </header>
        {isOpen && <div className="mt-3">{children}</div>}
      </div>
    </dialog>
  );
}
