"use client";

import { cn, inputVariants, Spinner } from "@heroui/react";
import { Search } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";

type Props = {
  /** "Search by order number, customer, PO or SKU". */
  label: string;
  /** The parameter in the URL; the page reads the same one. */
  param?: string;
  /** A parameter to forget when the search changes: the page number. */
  resets?: string;
  className?: string;
};

/** A search whose text lives in the URL; the page answers while typing, a quarter of a second after the last key. */
export function SearchBox({ label, param = "q", resets = "page", className }: Props) {
  const [isPending, startTransition] = useTransition();
  const [values, setValues] = useQueryStates(
    { [param]: parseAsString.withDefault(""), [resets]: parseAsString },
    { shallow: false, throttleMs: 250, startTransition, history: "replace", scroll: false },
  );
  return (
    <search className={cn("relative block", className)} data-print="hide">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={values[param] ?? ""}
        onChange={(event) => setValues({ [param]: event.target.value || null, [resets]: null })}
        className={cn(inputVariants({ fullWidth: true }), "pr-9 pl-9")}
      />
      {isPending && <Spinner size="sm" aria-label="Searching" className="absolute top-1/2 right-3 -translate-y-1/2" />}
    </search>
  );
}
