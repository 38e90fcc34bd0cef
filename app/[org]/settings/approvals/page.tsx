import type { Metadata } from "next";
import { DelegationList } from "@/components/approvals/delegation-list";
import { GroupList } from "@/components/approvals/group-list";
import { RuleList } from "@/components/approvals/rule-list";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { describePolicyProblem } from "@/lib/approvals/describe-policy-problem";
import { listDelegations, listGroups, listPolicies, listPolicyProblems, ruleNames } from "@/lib/approvals/queries";
import { forPage, requireMember } from "@/lib/auth/gate";
import { formatTimestamp } from "@/lib/dates";

export const metadata: Metadata = { title: "Approval rules" };

/** Who decides what: the rules in force, the groups they name, and who stands in for whom. */
export default async function ApprovalsPage({ params }: PageProps<"/[org]/settings/approvals">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const [[policy], problems, groups, delegations, names] = await forPage(
    Promise.all([
      listPolicies(db, org.id, 1),
      listPolicyProblems(db, org.id),
      listGroups(db, org.id),
      listDelegations(db, org.id),
      ruleNames(db, org.id),
    ]),
  );
  return (
    <div className="flex flex-col gap-4">
      {problems.length > 0 && (
        <Notice tone="warning" title="These rules are short of people">
          <ul className="list-disc pl-4">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{describePolicyProblem(problem)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Panel
        title="Rules, the first that matches counts"
        aside={
          policy && `Version ${policy.version} by ${policy.savedBy}, ${formatTimestamp(policy.savedAt, org.timeZone)}`
        }
        isFlush
      >
        <RuleList rules={policy?.rules ?? []} names={names} />
      </Panel>
      <Panel title="Groups" isFlush>
        <GroupList groups={groups} names={names} />
      </Panel>
      <Panel title="Standing in" isFlush>
        <DelegationList delegations={delegations} timeZone={org.timeZone} />
      </Panel>
    </div>
  );
}
