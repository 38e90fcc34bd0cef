import { Button, Spinner } from "@heroui/react";
import { CircleAlert } from "lucide-react";
import type { Blocker } from "@/lib/imports/column-plan";
import { fieldDefinition } from "@/lib/imports/fields";

type Props = {
  blockers: Blocker[];
  /** What the last choice moved elsewhere. */
  note: string;
  isExamining: boolean;
  rowCount: number;
  onContinue: () => void;
};

/** The way on, always in sight, and what is in it. */
export function ContinueBar({ blockers, note, isExamining, rowCount, onContinue }: Props) {
  return (
    <div className="sticky bottom-20 z-10 flex flex-wrap items-center justify-between gap-3 rounded-xl border border-border bg-surface p-3 shadow-lg lg:bottom-4">
      <div role="status" className="min-w-0 grow basis-64 text-sm">
        {blockers.length > 0 ? (
          <ul className="flex flex-col gap-0.5">
            {blockers.map((blocker) => (
              <li key={blocker.kind} className="flex items-start gap-1.5 text-warning-soft-foreground">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {sentence(blocker)}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">
            {note ||
              `${rowCount.toLocaleString("en-US")} ${rowCount === 1 ? "row" : "rows"} can be sent. Nothing is written before you have seen what changes.`}
          </p>
        )}
      </div>
      <Button onPress={onContinue} isDisabled={blockers.length > 0 || isExamining}>
        {isExamining && <Spinner size="sm" color="current" />}
        {isExamining ? "Looking at the columns…" : "Continue"}
      </Button>
    </div>
  );
}

function sentence(blocker: Blocker): string {
  switch (blocker.kind) {
    case "rows":
      return "Correct the rows listed above and choose the file again.";
    case "missing": {
      const names = blocker.fields.map((field) => fieldDefinition(field).label.toLowerCase().replace("sku", "SKU"));
      return `Say which column holds the ${new Intl.ListFormat("en-GB").format(names)}.`;
    }
    case "dates":
      return "Say whether day or month comes first in the dates.";
    case "errors":
      return "Correct the cells with errors listed above and choose the file again.";
    case "no_lines":
      return "No row of the file is an order line as the columns are chosen now.";
    case "epoch":
      return "Say from which year the dates are counted.";
    case "continuation":
      return "Say whether rows without an order number belong to the order above.";
    case "encoding":
      return "Say which spelling is right.";
    case "sheet":
      return "Say which sheet has the open orders.";
    case "unmatched":
      return "Say what happens to items without an order.";
    case "numbers":
      return "Say which sign separates the decimals.";
  }
}
