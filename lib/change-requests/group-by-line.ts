import type { ChangeView } from "@/lib/change-requests/change-view";

/**
 * The changes of a request with those on one line together: the order first, then its lines from the top, new lines last.
 * Within a line they stay as they were asked for.
 */
export function groupByLine(changes: readonly ChangeView[]): ChangeView[][] {
  const groups = new Map<string, ChangeView[]>();
  changes.forEach((change, index) => {
    const key =
      change.kind === "add_line" ? `new ${index}` : (change.line_id ?? `${change.before.position ?? "order"}`);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  });
  return [...groups.values()].sort((a, b) => placeOf(a[0]) - placeOf(b[0]));
}

function placeOf(change: ChangeView | undefined): number {
  if (change?.kind === "add_line") return Number.MAX_SAFE_INTEGER;
  return change?.before.position ?? (change?.line_id ? Number.MAX_SAFE_INTEGER - 1 : 0);
}
