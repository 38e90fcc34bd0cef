"use client";

import { cn, inputVariants } from "@heroui/styles";
import { Search } from "lucide-react";

type Props = {
  text: string;
  onText: (text: string) => void;
  isChangedOnly: boolean;
  onChangedOnly: (isOn: boolean) => void;
  changedCount: number;
  /** "12 of 300 lines". */
  summary: string;
};

/** Keeps a long order usable: find a line, or look only at what was touched. */
export function LineFilter({ text, onText, isChangedOnly, onChangedOnly, changedCount, summary }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-separator px-4 py-2.5">
      <span className="relative min-w-48 grow">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted"
        />
        <input
          type="search"
          aria-label="Find a line by number, SKU or description"
          placeholder="Line number, SKU or description"
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.target.value)}
          className={cn(inputVariants({ fullWidth: true }), "h-8 pl-8 text-sm")}
        />
      </span>
      <label className="flex items-center gap-1.5 text-xs">
        <input
          type="checkbox"
          checked={isChangedOnly}
          onChange={(event) => onChangedOnly(event.target.checked)}
          className="size-4 accent-accent"
        />
        Only changed ({changedCount})
      </label>
      <span role="status" className="text-xs text-muted tabular-nums">
        {summary}
      </span>
    </div>
  );
}
