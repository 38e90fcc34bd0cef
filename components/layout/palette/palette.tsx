"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { isConnectionLost } from "@/components/layout/connection";
import { type Option, optionGroups } from "@/components/layout/palette/options";
import type { PagePlace } from "@/components/layout/palette/page-places";
import { PaletteList } from "@/components/layout/palette/palette-list";
import type { TypedAhead } from "@/components/layout/palette/typed-ahead";
import { useFoundPlaces } from "@/components/layout/palette/use-found-places";
import { SEARCH_LENGTH } from "@/lib/found-place";

export type PaletteProps = {
  org: string;
  places: readonly PagePlace[];
  /** Hands over, once, what was typed before the palette was there. */
  takeAhead: () => TypedAhead | null;
  onClose: () => void;
};

const LIST = "palette-list";

/**
 * Finds an order, a request or a page by typing, and goes there by Enter. The focus stays in the field while the arrow
 * keys move the choice; Enter before the server has answered waits for its answer, so that an order's number and Enter is
 * enough however fast they come.
 */
export function Palette({ org, places, takeAhead, onClose }: PaletteProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isEntered, setIsEntered] = useState(false);
  const [isStuck, setIsStuck] = useState(false);
  const text = typed.trim();
  const { places: found, isPending, problem } = useFoundPlaces(org, text);
  const groups = optionGroups(places, found, text);
  const options = groups.flatMap((group) => group.options);
  const at = Math.max(
    0,
    options.findIndex(({ href }) => href === chosen),
  );
  const active = options[at];

  useEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
    const ahead = takeAhead();
    if (!ahead) return;
    setTyped(ahead.text.slice(0, SEARCH_LENGTH));
    setIsEntered(ahead.isEntered);
  }, [takeAhead]);

  function go({ href }: Option) {
    if (isConnectionLost()) return setIsStuck(true);
    // Closing gives the focus back to where it was before the next page takes it.
    dialog.current?.close();
    router.push(href);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was entered goes once, when the answer is there
  useEffect(() => {
    if (!isEntered || isPending) return;
    setIsEntered(false);
    if (active) go(active);
  }, [isEntered, isPending]);

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      setChosen(options.at((at + step) % options.length)?.href ?? null);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // A choice made with the arrow keys is what is on screen; without one, what was typed decides.
      if (active && (chosen !== null || !isPending)) go(active);
      else setIsEntered(isPending);
    }
  }

  function closed(event: SyntheticEvent) {
    if (event.target === event.currentTarget) onClose();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for the keyboard what a click beside the dialog does
    <dialog
      ref={dialog}
      aria-label="Search or go to"
      data-print="hide"
      className="dialog palette"
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      onClose={closed}
    >
      <div className="flex items-center gap-2.5 border-b border-border px-3.5">
        {isPending ? (
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-muted" />
        ) : (
          <Search aria-hidden className="size-4 shrink-0 text-muted" />
        )}
        <input
          ref={field}
          role="combobox"
          aria-label="Search or go to"
          aria-expanded={options.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active && `${LIST}-${at}`}
          placeholder="Order, PO, customer, SKU, CR-000123 or a page"
          maxLength={SEARCH_LENGTH}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(null);
            setIsEntered(false);
            setIsStuck(false);
          }}
          onKeyDown={press}
          className="h-12 min-w-0 grow bg-transparent text-base outline-none placeholder:text-muted sm:text-sm"
        />
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="rounded text-xs text-muted hover:bg-default sm:border sm:border-border sm:px-1.5"
        >
          <span className="sr-only">Close</span>
          <X aria-hidden className="size-4 sm:hidden" />
          <span aria-hidden className="hidden sm:inline">
            Esc
          </span>
        </button>
      </div>
      <PaletteList id={LIST} groups={groups} active={active} onPoint={({ href }) => setChosen(href)} onChoose={go} />
      <div role="status">{message()}</div>
    </dialog>
  );

  function message() {
    if (isStuck)
      return (
        <p className="px-4 py-3.5 text-sm text-muted">
          You are offline: nothing can be opened until the connection is back.
        </p>
      );
    if (isPending) return null;
    if (!problem && options.length > 0) return <p className="sr-only">{`${options.length} found`}</p>;
    return <p className="px-4 py-3.5 text-sm text-muted">{problem ?? `No order, request or page like “${text}”`}</p>;
  }
}
