"use client";

import { cn, inputVariants, Spinner } from "@heroui/react";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { type PageKeys, usePageKeys } from "@/components/layout/keys/shell-keys";
import { isSingleKey } from "@/components/layout/keys/single-keys";
import { type OrderSearch, orderSearchHref, orderSearchParams } from "@/lib/orders/order-search";
import { routes } from "@/lib/routes";

type Props = { org: string; search: OrderSearch };

/** Milliseconds after the last key. */
const PAUSE = 200;

/**
 * Finds while typing; Enter opens an order whose number is exactly what was typed. A plain GET form underneath, so it
 * works before and without scripts. "/" brings the keyboard here from anywhere on the page.
 */
export function OrderSearchBox({ org, search }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState(search.query);
  const [shown, setShown] = useState(search.query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useSlashKey();

  // The address changed by something else than this box (a link, the back button): the box follows.
  if (shown !== search.query) {
    setShown(search.query);
    if (search.query !== text.trim()) setText(search.query);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function find(query: string, opensExactMatch = false) {
    clearTimeout(timer.current);
    timer.current = undefined;
    const href = orderSearchHref(org, search, { query });
    startTransition(() => {
      if (opensExactMatch) router.push(`${href}${href.includes("?") ? "&" : "?"}open=1`);
      else router.replace(href, { scroll: false });
    });
  }

  function type(event: ChangeEvent<HTMLInputElement>) {
    const query = event.target.value;
    setText(query);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => find(query.trim()), PAUSE);
  }

  /** Whoever goes on to a link right after typing must not be called back by a search that starts after the click. */
  function leave() {
    if (timer.current !== undefined) find(text.trim());
  }

  function open(event: FormEvent) {
    event.preventDefault();
    find(text.trim(), true);
  }

  return (
    <search data-print="hide">
      <form action={routes.orders(org)} onSubmit={open} className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        />
        <input
          ref={input}
          type="search"
          name="q"
          aria-label="Search orders by order number, customer, PO or SKU"
          aria-keyshortcuts="/"
          placeholder="Order number, customer, PO or SKU"
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: finding an order is what this page is for
          autoFocus
          value={text}
          onChange={type}
          onBlur={leave}
          className={cn(inputVariants({ fullWidth: true }), "h-10 pr-10 pl-9")}
        />
        {orderSearchParams({ ...search, query: "" }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="open" value="1" />
        {isPending ? (
          <Spinner size="sm" aria-label="Searching" className="absolute top-1/2 right-3 -translate-y-1/2" />
        ) : (
          text === "" && (
            <kbd
              aria-hidden
              className="pointer-events-none absolute top-1/2 right-3 hidden -translate-y-1/2 rounded border border-border px-1.5 font-mono text-xs text-muted sm:block"
            >
              /
            </kbd>
          )
        )}
      </form>
    </search>
  );
}

const keys: PageKeys = { title: "In the list of orders", keys: [["/", "to the search"]] };

function useSlashKey() {
  usePageKeys(keys);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function focus(event: KeyboardEvent) {
      if (event.key !== "/" || !isSingleKey(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return input;
}
