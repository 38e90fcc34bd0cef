import { cn } from "@heroui/styles";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { type ChangeTone, describeChange } from "@/lib/change-requests/describe-change";
import { groupByLine } from "@/lib/change-requests/group-by-line";

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

/** The difference as sentences, line by line. */
export function ChangeList({ changes, currency, className }: Props) {
  return (
    <ul className={cn("flex min-w-0 flex-col gap-1 text-sm", className)}>
      {groupByLine(changes).map((group) => {
        const words = group.map((change) => describeChange(change, currency));
        const [first] = group;
        const description = first?.before.description ?? first?.after.description ?? undefined;
        return (
          <li
            key={words.map(({ subject, sentence }) => subject + sentence).join()}
            className="grid gap-x-4 sm:grid-cols-[14rem_1fr]"
          >
            <span className="text-muted wrap-anywhere first-letter:uppercase" title={description}>
              {words[0]?.subject}
            </span>
            <span className="flex min-w-0 flex-col gap-0.5">
              {words.map(({ sentence, tone }) => (
                <span key={sentence} className={cn("font-medium break-words tabular-nums", colors[tone])}>
                  {sentence}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
