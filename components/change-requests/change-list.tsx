import { cn } from "@heroui/styles";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { type ChangeTone, describeChange } from "@/lib/change-requests/describe-change";

type Props = { changes: readonly ChangeView[]; currency: string; className?: string };

/** Only what appears or disappears is coloured: more and less are neither good nor bad. */
const colors: Record<ChangeTone, string> = {
  more: "",
  less: "",
  replaced: "",
  moved: "",
  added: "text-success-soft-foreground",
  removed: "text-danger-soft-foreground",
};

/** The difference as sentences, one per change, in the order of the lines as they were asked for. */
export function ChangeList({ changes, currency, className }: Props) {
  return (
    <ul className={cn("flex flex-col gap-1 text-sm", className)}>
      {changes.map((change, index) => {
        const { subject, sentence, tone } = describeChange(change, currency);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place in the request
          <li key={index} className="grid gap-x-4 sm:grid-cols-[minmax(8rem,15rem)_1fr]">
            <span className="truncate text-muted first-letter:uppercase" title={change.before.description ?? change.after.description ?? undefined}>
              {subject}
            </span>
            <span className={cn("font-medium break-words tabular-nums", colors[tone])}>{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
