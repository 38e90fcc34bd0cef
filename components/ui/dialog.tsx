"use client";

import { X } from "lucide-react";
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";

type Props = { title: string; children: ReactNode; onClose: () => void };

/**
 * The browser's own modal dialog, open for as long as it is rendered: it keeps the focus inside, closes by Escape, by its
 * close button and by a click beside it, and gives the focus back to where it was.
 */
export function Dialog({ title, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  function closed(event: SyntheticEvent) {
    if (event.target === event.currentTarget) onClose();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for the keyboard what a click beside the dialog does
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      data-print="hide"
      className="dialog"
      onClick={(event) => event.target === event.currentTarget && close()}
      onClose={closed}
    >
      <div className="dialog-content">
        <header className="mb-3 flex items-start justify-between gap-4">
          <h2 id={heading} className="text-base font-semibold tracking-tight wrap-anywhere">
            {title}
          </h2>
          <button type="button" aria-label="Close" className="dialog-close" onClick={close}>
            <X aria-hidden className="size-4" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
