"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ManyItem } from "@/lib/change-requests/decide-many";

/** A request as it was on screen when it was selected. */
export type Selected = ManyItem & { reference: string };

type Selection = {
  items: ReadonlyMap<string, Selected>;
  toggle: (item: Selected) => void;
  set: (items: readonly Selected[]) => void;
};

const Selecting = createContext<Selection | null>(null);
const nothing: ReadonlyMap<string, Selected> = new Map();

/** Keeps which requests of the list below are selected. */
export function QueueSelection({ children }: { children: ReactNode }) {
  const [items, setItems] = useState(nothing);
  const selection = useMemo<Selection>(
    () => ({
      items,
      toggle: (item) =>
        setItems((before) => {
          const after = new Map(before);
          if (!after.delete(item.request_id)) after.set(item.request_id, item);
          return after;
        }),
      set: (list) => setItems(new Map(list.map((item) => [item.request_id, item]))),
    }),
    [items],
  );
  return <Selecting value={selection}>{children}</Selecting>;
}

/** The selection of the list around; outside of one there is none. */
export function useSelection(): Selection | null {
  return useContext(Selecting);
}

/** The tick box of one request. */
export function SelectRequest({ item }: { item: Selected }) {
  const selection = useSelection();
  if (!selection) return null;
  return (
    <label className="-m-2 grid cursor-pointer place-items-center p-2">
      <input
        type="checkbox"
        data-select
        aria-label={`Select ${item.reference}`}
        checked={selection.items.has(item.request_id)}
        onChange={() => selection.toggle(item)}
        className="size-4 accent-accent"
      />
    </label>
  );
}
