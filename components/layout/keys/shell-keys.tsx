"use client";

import { useRouter } from "next/navigation";
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { isConnectionLost } from "@/components/layout/connection";
import type { KeyHelpProps } from "@/components/layout/keys/key-help";
import { isSingleKey } from "@/components/layout/keys/single-keys";
import type { PagePlace } from "@/components/layout/palette/page-places";
import type { PaletteProps } from "@/components/layout/palette/palette";
import { type TypedAhead, typeAhead } from "@/components/layout/palette/typed-ahead";

/** Keys that mean something on one page, for the list of all keys. They must not change while the page is shown. */
export type PageKeys = { title: string; keys: readonly (readonly [key: string, what: string])[] };

type ShellKeysValue = { openPalette: () => void; showKeys: () => void; setPageKeys: (keys: PageKeys | null) => void };

const ShellKeysContext = createContext<ShellKeysValue | null>(null);

type Props = { org: string; places: readonly PagePlace[]; children: ReactNode };

/** Milliseconds in which the letter has to follow the "g". */
const SEQUENCE = 1_500;

/**
 * The keys that work on every page: Ctrl or Cmd K finds, "?" lists the keys, "g" and a letter goes to a page. What they
 * open is loaded with its first use.
 */
export function ShellKeys({ org, places, children }: Props) {
  const router = useRouter();
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [KeyHelp, setKeyHelp] = useState<ComponentType<KeyHelpProps> | null>(null);
  const [opened, setOpened] = useState<"palette" | "keys" | null>(null);
  const [pageKeys, setPageKeys] = useState<PageKeys | null>(null);
  // Not null while the palette is asked for and cannot take keys yet: they are kept for it.
  const ahead = useRef<TypedAhead | null>(null);
  const close = useCallback(() => {
    ahead.current = null;
    setOpened(null);
  }, []);
  const takeAhead = useCallback(() => {
    const typed = ahead.current;
    ahead.current = null;
    return typed;
  }, []);

  const value = useMemo<ShellKeysValue>(
    () => ({
      // Whoever is offline at the first use gets nothing, and the next use asks again.
      openPalette: () => {
        ahead.current ??= { text: "", isEntered: false };
        setOpened("palette");
        import("@/components/layout/palette/palette").then((file) => setPalette(() => file.Palette), close);
      },
      showKeys: () => {
        setOpened("keys");
        import("@/components/layout/keys/key-help").then((file) => setKeyHelp(() => file.KeyHelp), close);
      },
      setPageKeys,
    }),
    [close],
  );

  const lastG = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!event.key) return;
      const key = event.key.toLowerCase();
      if (key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        if (!document.querySelector("dialog[open]")) value.openPalette();
        return;
      }
      if (ahead.current) {
        const typed = typeAhead(ahead.current, event);
        if (key === "escape") close();
        else if (typed) ahead.current = typed;
        else return;
        event.preventDefault();
        return;
      }
      if (!isSingleKey(event)) return;
      const place = event.timeStamp - lastG.current < SEQUENCE && places.find(({ letter }) => letter === key);
      lastG.current = key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (place && isConnectionLost()) return;
      if (place) router.push(place.href);
      else if (key === "?") value.showKeys();
      else return;
      event.preventDefault();
    }
    // Before the page's own keys: the letter after "g" is none of theirs.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [places, router, value, close]);

  return (
    <ShellKeysContext value={value}>
      {children}
      {opened === "palette" && Palette && <Palette org={org} places={places} takeAhead={takeAhead} onClose={close} />}
      {opened === "keys" && KeyHelp && <KeyHelp places={places} pageKeys={pageKeys} onClose={close} />}
    </ShellKeysContext>
  );
}

export function useShellKeys(): ShellKeysValue {
  const value = useContext(ShellKeysContext);
  if (!value) throw new Error("There are no keys outside an organization.");
  return value;
}

/** Adds a page's keys to the list of all keys for as long as the page is shown. Outside a module's constants they would loop. */
export function usePageKeys(keys: PageKeys): void {
  const { setPageKeys } = useShellKeys();
  useEffect(() => {
    setPageKeys(keys);
    return () => setPageKeys(null);
  }, [keys, setPageKeys]);
}
