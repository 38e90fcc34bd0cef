import type { ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";

/** What the next round made of one change of an earlier one. */
export type RoundStep = { how: "added" | "dropped" | "altered"; subject: string; was: string; becomes: string };

/** What became different from one round to the next, in the order of the later one; empty when the same was sent again. */
export function compareRounds(
  earlier: readonly ChangeView[],
  later: readonly ChangeView[],
  currency: string,
): RoundStep[] {
  const before = byPlace(earlier);
  const steps: RoundStep[] = [];
  for (const [place, change] of byPlace(later)) {
    const was = before.get(place);
    before.delete(place);
    const { subject, sentence } = describeChange(change, currency);
    if (!was) steps.push({ how: "added", subject, was: "", becomes: sentence });
    else if (was.kind !== change.kind || !isSame(was.after, change.after))
      steps.push({ how: "altered", subject, was: describeChange(was, currency).sentence, becomes: sentence });
  }
  for (const change of before.values()) {
    const { subject, sentence } = describeChange(change, currency);
    steps.push({ how: "dropped", subject, was: sentence, becomes: "" });
  }
  return steps;
}

/** By what each is about: a line's goods or its date, a new item, a field of the order. */
function byPlace(changes: readonly ChangeView[]): Map<string, ChangeView> {
  return new Map(changes.map((change, index) => [placeOf(change, index), change]));
}

function placeOf({ kind, line_id, after }: ChangeView, index: number): string {
  if (kind === "add_line") return `add ${after.sku?.toLowerCase() ?? index}`;
  return line_id ? `${line_id} ${kind === "set_line_date" ? "date" : "goods"}` : kind;
}

function isSame(one: ChangeView["after"], other: ChangeView["after"]): boolean {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof ChangeView["after"])[];
  return fields.every((field) => (one[field] ?? null) === (other[field] ?? null));
}
