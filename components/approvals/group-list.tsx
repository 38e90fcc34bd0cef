import { GroupForm } from "@/components/approvals/group-form";
import type { RuleNames } from "@/lib/approvals/describe-rule";
import type { ApproverGroup } from "@/lib/approvals/queries";

type Props = {
  org: string;
  groups: readonly ApproverGroup[];
  names: RuleNames;
  approvers: readonly { id: string; name: string }[];
};

/** The groups that rules can name, with who is in them; each opens to be changed. */
export function GroupList({ org, groups, names, approvers }: Props) {
  const shown = groups.filter(({ active }) => active);
  return (
    <ul className="divide-y divide-separator text-sm">
      {shown.map((group) => (
        <li key={`${group.id}:${group.name}:${group.memberIds.join()}`} className="px-4 py-3">
          <details>
            <summary className="cursor-pointer">
              <span className="font-medium wrap-anywhere">{group.name}</span>{" "}
              <span className="text-muted wrap-anywhere">{namesOf(group, names) || "Nobody"}</span>
            </summary>
            <div className="pt-3">
              <GroupForm org={org} idempotencyKey={crypto.randomUUID()} group={group} approvers={approvers} />
            </div>
          </details>
        </li>
      ))}
      <li key={`new:${shown.length}`} className="px-4 py-3">
        <details>
          <summary className="cursor-pointer text-muted">Add a group</summary>
          <div className="pt-3">
            <GroupForm org={org} idempotencyKey={crypto.randomUUID()} approvers={approvers} />
          </div>
        </details>
      </li>
    </ul>
  );
}

function namesOf({ memberIds }: ApproverGroup, names: RuleNames): string {
  return memberIds
    .map((id) => names.get(id) ?? "a former member")
    .sort((a, b) => a.localeCompare(b))
    .join(", ");
}
