"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

const Decided = createContext<{ ids: ReadonlySet<string>; add: (id: string) => void } | null>(null);
const none: ReadonlySet<string> = new Set();

/** Remembers what was decided since the list below was loaded: the list stays as it is, its count goes on. */
export function DecidedHere({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState(none);
  const decided = useMemo(() => ({ ids, add: (id: string) => setIds((before) => new Set(before).add(id)) }), [ids]);
  return <Decided value={decided}>{children}</Decided>;
}

/** Which requests were decided here; outside of a list, none. */
export function useDecidedHere(): ReadonlySet<string> {
  return useContext(Decided)?.ids ?? none;
}

/** Tells the list around a form that its request is decided. */
export function useTellDecided(id: string, isDecided: boolean): void {
  const decided = useContext(Decided);
  useEffect(() => {
    if (isDecided && decided && !decided.ids.has(id)) decided.add(id);
  }, [decided, id, isDecided]);
}
