import type { Delegation } from "@/lib/approvals/queries";
import { formatTimestamp } from "@/lib/dates";

type Props = { delegations: readonly Delegation[]; timeZone: string };

/** Who decides for whom, now or later. */
export function DelegationList({ delegations, timeZone }: Props) {
  if (delegations.length === 0) return <p className="p-4 text-sm text-muted">Nobody stands in for anybody.</p>;
  return (
    <ul className="divide-y divide-separator text-sm">
      {delegations.map(({ id, from, to, startsAt, endsAt, note }) => (
        <li key={id} className="px-4 py-3">
          <p className="font-medium wrap-anywhere">
            {to.name} for {from.name}
          </p>
          <p className="text-muted wrap-anywhere">
            {formatTimestamp(startsAt, timeZone)} to {formatTimestamp(endsAt, timeZone)}
            {note && `: ${note}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
