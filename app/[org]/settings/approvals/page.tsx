import type { Metadata } from "next";
import { DeadlinesForm } from "@/components/approvals/deadlines-form";
import { DelegationForm } from "@/components/approvals/delegation-form";
import { DelegationList } from "@/components/approvals/delegation-list";
import { GroupList } from "@/components/approvals/group-list";
import { ProblemNotice } from "@/components/approvals/problem-notice";
import { RuleEditor } from "@/components/approvals/rule-editor";
import { Panel } from "@/components/ui/panel";
import { DEFAULT_RULE_ID } from "@/lib/approvals/policy-rule";
import {
  getDeadlines,
  listApprovers,
  listDelegations,
  listGroups,
  listPolicies,
  listPolicyProblems,
  ruleNames,
} from "@/lib/approvals/queries";
import { ruleChoices } from "@/lib/approvals/rule-choices";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listMembers } from "@/lib/change-requests/queries";
import { formatTimestamp } from "@/lib/dates";

export const metadata: Metadata = { title: "Approvals" };

/** Who decides what, until when, and who stands in for whom. */
export default async function ApprovalsPage({ params }: PageProps<"/[org]/settings/approvals">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const [[policy], problems, groups, delegations, names, approvers, members, deadlines] = await forPage(
    Promise.all([
      listPolicies(db, org.id, 1),
      listPolicyProblems(db, org.id),
      listGroups(db, org.id),
      listDelegations(db, org.id),
      ruleNames(db, org.id),
      listApprovers(db, org.id),
      listMembers(db, org.id),
      getDeadlines(db, org.id),
    ]),
  );
  return (
    <div className="flex flex-col gap-4">
      <ProblemNotice title="These rules are short of people" problems={problems} />
      <Panel
        title="Rules, the first that matches counts"
        aside={
          policy && `Version ${policy.version} by ${policy.savedBy}, ${formatTimestamp(policy.savedAt, org.timeZone)}`
        }
      >
        <RuleEditor
          org={org.slug}
          idempotencyKey={crypto.randomUUID()}
          version={policy?.version ?? 1}
          rules={policy?.rules.filter(({ id }) => id !== DEFAULT_RULE_ID) ?? []}
          names={[...names]}
          choices={ruleChoices({ approvers, members, groups })}
        />
      </Panel>
      <Panel title="Groups" isFlush>
        <GroupList org={org.slug} groups={groups} names={names} approvers={approvers} />
      </Panel>
      <Panel title="Standing in">
        <div className="flex flex-col gap-5">
          <DelegationList org={org} delegations={delegations} />
          <DelegationForm
            key={delegations.length}
            org={org.slug}
            idempotencyKey={crypto.randomUUID()}
            approvers={approvers}
          />
        </div>
      </Panel>
      {deadlines && (
        <Panel title="Deadlines">
          <DeadlinesForm org={org.slug} deadlines={deadlines} />
        </Panel>
      )}
    </div>
  );
}
