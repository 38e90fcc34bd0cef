"use client";

import { Search } from "lucide-react";
import { ControlKey } from "@/components/layout/keys/control-key";
import { useShellKeys } from "@/components/layout/keys/shell-keys";

/** Opens the palette with the mouse, and says which keys do. On narrow screens it is only a sign. */
export function PaletteButton({ isShort }: { isShort?: boolean }) {
  const { openPalette } = useShellKeys();
  if (isShort)
    return (
      <button
        type="button"
        aria-label="Search or go to"
        onClick={openPalette}
        className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground"
      >
        <Search aria-hidden className="size-[1.125rem]" />
      </button>
    );
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
      className="flex items-center gap-2 rounded-lg border border-border px-2 py-1.5 text-start text-[0.8125rem] text-muted hover:bg-default hover:text-foreground"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="grow truncate">Search or go to…</span>
      <kbd className="shrink-0 font-sans text-[0.6875rem] whitespace-nowrap">
        <ControlKey /> K
      </kbd>
    </button>
  );
}
