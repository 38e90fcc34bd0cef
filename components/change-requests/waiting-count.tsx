"use client";

import { useDecidedHere } from "@/components/change-requests/decided-here";

type Props = {
  /** How many waited when the page was loaded, and the ids of those it shows. */
  total: number;
  shown: readonly string[];
};

/** How many requests wait, without those decided since. */
export function WaitingCount({ total, shown }: Props) {
  const decided = useDecidedHere();
  const done = shown.filter((id) => decided.has(id)).length;
  if (total === 0) return null;
  return (
    <>
      {(total - done).toLocaleString("en-US")} waiting{done > 0 && `, ${done.toLocaleString("en-US")} decided just now`}
      . The next cut-off comes first.
    </>
  );
}
