import { EndDelegationForm } from "@/components/approvals/end-delegation-form";
import type { Delegation } from "@/lib/approvals/queries";
import { formatTimestamp } from "@/lib/dates";

type Props = { org: { slug: string; timeZone: string }; delegations: readonly Delegation[] };

/** Who decides for whom, now or later. */
export function DelegationList({ org, delegations }: Props) {
  if (delegations.length === 0) return <p className="text-sm text-muted">Nobody stands in for anybody.</p>;
  return (
    <ul className="flex flex-col gap-3 text-sm">
      {delegations.map(({ id, from, to, startsAt, endsAt, note }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">
              {to.name} for {from.name}
            </p>
            <p className="text-muted wrap-anywhere">
              {formatTimestamp(startsAt, org.timeZone)} to {formatTimestamp(endsAt, org.timeZone)}
              {note && `: ${note}`}
            </p>
          </div>
          <EndDelegationForm org={org.slug} delegationId={id} />
        </li>
      ))}
    </ul>
  );
}
