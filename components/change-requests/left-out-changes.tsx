import { SubmitButton } from "@/components/ui/submit-button";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";

type Props = {
  changes: readonly ChangeView[];
  currency: string;
  /** Positions that could not be written as things stand: ticked to begin with. */
  blocked: ReadonlySet<number>;
};

/** Approves a request without some of its changes: those that are ticked are rejected with the note. */
export function LeftOutChanges({ changes, currency, blocked }: Props) {
  const open = changes.filter(({ outcome }) => outcome !== "rejected");
  if (open.length < 2 || open.every(({ position }) => blocked.has(position ?? 0))) return null;
  return (
    <fieldset className="flex flex-col gap-1.5 text-sm">
      <legend className="mb-1 font-medium">Or approve it without</legend>
      {open.map((change) => {
        const { subject, sentence } = describeChange(change, currency);
        return (
          <label key={change.position} className="flex items-start gap-2">
            <input
              type="checkbox"
              name="rejected_changes[]"
              value={change.position}
              defaultChecked={blocked.has(change.position ?? 0)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">
              <span className="text-muted first-letter:uppercase">{subject}: </span>
              {sentence}
            </span>
          </label>
        );
      })}
      <SubmitButton
        name="decision"
        value="approve"
        size="sm"
        variant="secondary"
        pendingLabel="Approving…"
        className="mt-1 self-start"
      >
        Approve the rest
      </SubmitButton>
    </fieldset>
  );
}
