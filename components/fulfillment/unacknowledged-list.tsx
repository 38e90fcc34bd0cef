import { CheckboxField } from "@/components/ui/checkbox-field";
import { DueMark } from "@/components/ui/due-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import { groupByLine } from "@/lib/change-requests/group-by-line";
import type { UnacknowledgedChange } from "@/lib/fulfillment/unacknowledged-change";
import { routes } from "@/lib/routes";

type Props = {
  org: { slug: string; timeZone: string };
  changes: readonly UnacknowledgedChange[];
  canAcknowledge: boolean;
};

/** What was written to orders, large enough to be read at arm's length: what it was, what it is now. */
export function UnacknowledgedList({ org, changes, canAcknowledge }: Props) {
  return (
    <ol className="flex flex-col gap-2">
      {changes.map((change) => (
        <li
          key={change.request_id}
          className="flex flex-col gap-2 rounded-xl border border-border bg-surface p-4 has-checked:border-accent/50"
        >
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            {canAcknowledge ? (
              <CheckboxField name="request_ids[]" value={change.request_id} label={<Title change={change} />} />
            ) : (
              <Title change={change} />
            )}
            <DueMark at={change.cutoff_at} timeZone={org.timeZone} about="cut-off" />
          </div>
          <ul className="flex flex-col gap-1.5">
            {groupByLine(change.changes).flatMap((group) =>
              group.map((one) => {
                const { subject, sentence } = describeChange(one, change.currency);
                return (
                  <li key={`${subject} ${sentence}`} className="text-base">
                    <span className="text-muted first-letter:uppercase">{subject}: </span>
                    <span className="font-semibold tabular-nums wrap-anywhere">{sentence}</span>
                  </li>
                );
              }),
            )}
          </ul>
          <p className="text-xs text-muted">
            <TextLink href={routes.request(org.slug, change.reference)}>{change.reference}</TextLink>
            {change.decider && ` approved by ${change.decider}`},{" "}
            <RelativeTime at={change.applied_at} timeZone={org.timeZone} />
            {change.decision_note && `: “${change.decision_note}”`}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Title({ change: { order_number, customer } }: { change: UnacknowledgedChange }) {
  return (
    <span className="text-base wrap-anywhere">
      <span className="font-semibold">{order_number}</span> <span className="text-muted">{customer}</span>
    </span>
  );
}
