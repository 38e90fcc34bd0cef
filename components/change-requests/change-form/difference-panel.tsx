import { ChangeList } from "@/components/change-requests/change-list";
import { TotalDifference } from "@/components/change-requests/total-difference";
import { Panel } from "@/components/ui/panel";
import type { ChangeView } from "@/lib/change-requests/change-view";

type Props = {
  views: readonly ChangeView[];
  problemCount: number;
  currency: string;
  /** Said when sending was tried with nothing to send. */
  error: string | undefined;
};

/** What would be asked for, in the words the approver will read, kept up with every key. */
export function DifferencePanel({ views, problemCount, currency, error }: Props) {
  return (
    <Panel title="What you ask for" aside={views.length > 0 && <TotalDifference changes={views} currency={currency} />}>
      <div role="status" aria-label="What you ask for" className="flex max-h-72 flex-col gap-2 overflow-y-auto">
        {views.length === 0 ? (
          <p className={error ? "text-sm text-danger-soft-foreground" : "text-sm text-muted"}>
            {error ?? "Nothing yet. Change a quantity, a date or a line, and it shows here."}
          </p>
        ) : (
          <ChangeList changes={views} currency={currency} className="gap-2 [&>li]:grid-cols-1!" />
        )}
        {problemCount > 0 && (
          <p className="text-xs text-danger-soft-foreground">
            {problemCount === 1 ? "One field needs" : `${problemCount} fields need`} another look before this can be
            sent.
          </p>
        )}
      </div>
    </Panel>
  );
}
