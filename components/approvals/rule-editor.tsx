"use client";

import { buttonVariants } from "@heroui/styles";
import { useActionState, useState } from "react";
import { ProblemNotice } from "@/components/approvals/problem-notice";
import { type RuleChoices, RuleFields } from "@/components/approvals/rule-fields";
import { SimulationResult } from "@/components/approvals/simulation-result";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { savePolicy, simulatePolicy } from "@/lib/approvals/actions";
import { describeRule } from "@/lib/approvals/describe-rule";
import type { PolicyRule } from "@/lib/approvals/policy-rule";
import { draftOf, newRule, type RuleDraft, ruleOf } from "@/lib/approvals/rule-draft";

type Props = {
  org: string;
  idempotencyKey: string;
  version: number;
  /** Without the default. */
  rules: readonly PolicyRule[];
  names: readonly (readonly [id: string, name: string])[];
  choices: RuleChoices;
};

const button = buttonVariants({ variant: "ghost", size: "sm" });

/** The rules in their order: edited as a whole, tried on last month's requests, saved as one version. */
export function RuleEditor({ org, idempotencyKey, version, rules, names, choices }: Props) {
  const [drafts, setDrafts] = useState<RuleDraft[]>(() => rules.map(draftOf));
  const [saved, save] = useActionState(savePolicy, null);
  const [tried, simulate] = useActionState(simulatePolicy, null);
  // What is added here starts open, and stays as people leave it.
  const known = new Set(rules.map(({ id }) => id));
  const nameMap = new Map(names);
  const payload = JSON.stringify(drafts.map(ruleOf));
  const outcome = saved?.ok ? saved.data : null;
  const move = (index: number, by: number) =>
    setDrafts((before) => {
      const after = [...before];
      const [moved] = after.splice(index, 1);
      if (moved) after.splice(index + by, 0, moved);
      return after;
    });
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-3">
        {drafts.map((draft, index) => (
          <li key={draft.id} className="rounded-lg border border-border p-3">
            <details open={!known.has(draft.id) || undefined}>
              <summary className="cursor-pointer text-sm">
                <span className="font-medium wrap-anywhere">{draft.name || "New rule"}</span>
                <span className="block text-muted text-pretty wrap-anywhere">
                  {describeRule(ruleOf(draft), nameMap)}
                </span>
              </summary>
              <div className="flex flex-col gap-3 pt-4">
                <RuleFields
                  draft={draft}
                  choices={choices}
                  onChange={(next) => setDrafts((before) => before.map((one) => (one.id === next.id ? next : one)))}
                />
                <div className="flex flex-wrap gap-2">
                  <button type="button" className={button} disabled={index === 0} onClick={() => move(index, -1)}>
                    Move up
                  </button>
                  <button
                    type="button"
                    className={button}
                    disabled={index === drafts.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    Move down
                  </button>
                  <button
                    type="button"
                    className={button}
                    onClick={() => setDrafts((before) => before.filter(({ id }) => id !== draft.id))}
                  >
                    Remove the rule
                  </button>
                </div>
              </div>
            </details>
          </li>
        ))}
        <li className="px-3 text-sm text-muted">Everything else: any approver.</li>
      </ol>
      <button
        type="button"
        className={buttonVariants({ variant: "outline", size: "sm", className: "self-start" })}
        onClick={() => setDrafts((before) => [...before, newRule(`rule-${crypto.randomUUID().slice(0, 8)}`)])}
      >
        Add a rule
      </button>
      <FormNotice result={saved} />
      <FormNotice result={tried} />
      {outcome?.outcome === "refused" && <ProblemNotice title="Not saved" problems={outcome.problems} isAnnounced />}
      {outcome?.outcome === "stale" && (
        <Notice tone="warning" isAnnounced title="Not saved: somebody saved other rules meanwhile">
          Yours are still here. Version {outcome.version} counts now; save again to replace it, or reload to see it.
        </Notice>
      )}
      {outcome?.outcome === "saved" && (
        <Notice tone="success" isAnnounced>
          Saved as version {outcome.version}. It counts for what is sent from now on.
        </Notice>
      )}
      {outcome?.outcome === "unchanged" && <Notice isAnnounced>These are the rules already.</Notice>}
      {tried?.ok && <SimulationResult simulation={tried.data} />}
      <div className="flex flex-wrap gap-2">
        <form action={save}>
          <OrgField slug={org} />
          <input type="hidden" name="rules" value={payload} />
          <input type="hidden" name="expected_version" value={version} />
          <input type="hidden" name="idempotency_key" value={idempotencyKey} />
          <SubmitButton pendingLabel="Saving…">Save rules</SubmitButton>
        </form>
        <form action={simulate}>
          <OrgField slug={org} />
          <input type="hidden" name="rules" value={payload} />
          <SubmitButton variant="secondary" pendingLabel="Trying…">
            Try on last month
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
