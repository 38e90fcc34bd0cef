import type { RuleNames } from "@/lib/approvals/describe-rule";
import type { ApproverGroup } from "@/lib/approvals/queries";

type Props = { groups: readonly ApproverGroup[]; names: RuleNames };

/** The groups that rules can name, with who is in them. */
export function GroupList({ groups, names }: Props) {
  const shown = groups.filter(({ active }) => active);
  if (shown.length === 0) return <p className="p-4 text-sm text-muted">There is no group.</p>;
  return (
    <ul className="divide-y divide-separator text-sm">
      {shown.map(({ id, name, memberIds }) => (
        <li key={id} className="px-4 py-3">
          <p className="font-medium wrap-anywhere">{name}</p>
          <p className="text-muted wrap-anywhere">
            {memberIds.map((member) => names.get(member) ?? "a former member").join(", ") || "Nobody"}
          </p>
        </li>
      ))}
    </ul>
  );
}
