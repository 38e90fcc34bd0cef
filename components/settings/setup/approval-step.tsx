"use client";

import { useActionState, useState } from "react";
import { ApprovalRow } from "@/components/settings/setup/approval-row";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { PolicyRule } from "@/lib/approvals/policy-rule";
import { routes } from "@/lib/routes";
import { answerApproval } from "@/lib/settings/setup/actions";

type Props = {
  org: string;
  rules: readonly PolicyRule[];
  /** How many rules were made elsewhere. They come first, whatever is answered here. */
  others: number;
  approvers: readonly { id: string; name: string }[];
};

const ROWS = [0, 1, 2];

export function ApprovalStep({ org, rules, others, approvers }: Props) {
  const [result, action] = useActionState(answerApproval, null);
  const refused = result && !result.ok ? result : null;
  const [mode, setMode] = useState(rules.length > 0 ? "rules" : "any");
  const typed = refused?.values;
  const list = (value: unknown): string[] => (Array.isArray(value) ? value : []);
  return (
    <StepForm org={org} action={action} result={result} shownFields={["people_1", "people_2", "people_3"]}>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="sr-only">Who approves</legend>
        <label className="flex items-start gap-2 text-sm">
          <input
            type="radio"
            name="mode"
            value="any"
            checked={mode === "any"}
            onChange={() => setMode("any")}
            className="mt-0.5 size-4 accent-accent"
          />
          Any approver
        </label>
        <label className="flex items-start gap-2 text-sm">
          <input
            type="radio"
            name="mode"
            value="rules"
            checked={mode === "rules"}
            onChange={() => setMode("rules")}
            className="mt-0.5 size-4 accent-accent"
          />
          Big changes go to certain people, the rest to any approver
        </label>
      </fieldset>
      {others > 0 && (
        <Notice title={others === 1 ? "A rule of your own comes first" : `${others} rules of your own come first`}>
          Made under <TextLink href={routes.approvalRules(org)}>Approvals</TextLink>, where they can be changed. The
          answer here is for everything they don&apos;t cover.
        </Notice>
      )}
      {mode === "rules" && approvers.length === 0 && (
        <Notice title="There are no approvers yet">
          Invite them under <TextLink href={routes.people(org)}>People</TextLink> and come back; your answers stay.
          Until then choose any approver.
        </Notice>
      )}
      {mode === "rules" && approvers.length > 0 && (
        <div className="flex flex-col gap-4">
          {ROWS.map((at) => (
            <ApprovalRow
              key={at}
              number={at + 1}
              approvers={approvers}
              percent={list(typed?.percents)[at] ?? rules[at]?.conditions.percent ?? ""}
              value={list(typed?.values)[at] ?? rules[at]?.conditions.value ?? ""}
              people={typed ? list(typed[`people_${at + 1}`]) : (rules[at]?.steps[0]?.approvers.members ?? [])}
              error={
                refused?.fields?.[`people_${at + 1}`] ??
                refused?.fields?.[`percents.${at}`] ??
                refused?.fields?.[`values.${at}`]
              }
            />
          ))}
          <p className="text-xs text-muted">
            The first that fits counts. Groups, second signatures and other conditions are under{" "}
            <TextLink href={routes.approvalRules(org)}>Approval rules</TextLink>.
          </p>
        </div>
      )}
      <StepBar org={org} step="approval" />
    </StepForm>
  );
}
