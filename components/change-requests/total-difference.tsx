import { totalDifference } from "@/lib/change-requests/change-difference";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { formatMoneyDifference } from "@/lib/money";
import { formatQuantityDifference } from "@/lib/quantity";

type Props = { changes: readonly ChangeView[]; currency: string };

/** What a request moves in all: money first, then units. Nothing for requests that only move dates. */
export function TotalDifference({ changes, currency }: Props) {
  const { quantities, amount, isAmountPartial } = totalDifference(changes);
  const units = quantities
    .filter(({ quantity }) => quantity !== "0")
    .map(({ quantity, uom }) => `${formatQuantityDifference("0", quantity)} ${uom ?? "units"}`)
    .join(", ");
  if (amount === null && !units) return null;
  return (
    <span className="tabular-nums">
      {amount !== null && (
        <span
          className="whitespace-nowrap font-semibold"
          title={isAmountPartial ? "Without the lines that have no price" : undefined}
        >
          {formatMoneyDifference(amount, currency)}
          {isAmountPartial && "*"}
        </span>
      )}
      {amount !== null && units && <span className="text-muted"> · </span>}
      {units && <span className="text-muted">{units}</span>}
    </span>
  );
}
