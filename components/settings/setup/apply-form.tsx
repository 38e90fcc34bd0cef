"use client";

import { ArrowLeft, Check } from "lucide-react";
import { useActionState } from "react";
import { KeepAnswersForm } from "@/components/settings/setup/keep-answers-form";
import { ButtonLink } from "@/components/ui/button-link";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { describePolicyProblem } from "@/lib/approvals/describe-policy-problem";
import { routes } from "@/lib/routes";
import { applySetup } from "@/lib/settings/setup/apply-actions";
import type { SetupAnswers } from "@/lib/settings/setup/setup-facts";

type Props = { org: string; answers: SetupAnswers; expectedVersion: number; requestKey: string };

/** The explicit yes, to exactly what stands above it. */
export function ApplyForm({ org, answers, expectedVersion, requestKey }: Props) {
  const [result, action] = useActionState(applySetup, null);
  const outcome = result?.ok ? result.data : null;
  return (
    <div className="flex flex-col gap-4 border-t border-separator pt-5">
      {outcome?.outcome === "stale" && (
        <Notice tone="warning" isAnnounced title={`${outcome.applied_by} applied version ${outcome.version} meanwhile`}>
          <p className="mb-2">
            Nothing was applied. Your answers are kept: look at what they change now, then say yes again.
          </p>
          <KeepAnswersForm org={org} version={outcome.version} />
        </Notice>
      )}
      {outcome?.outcome === "refused" && (
        <Notice tone="danger" isAnnounced title="Nothing was applied: some changes would have nobody to approve them">
          {outcome.problems.map((problem) => (
            <p key={JSON.stringify(problem)}>{describePolicyProblem(problem)}</p>
          ))}
        </Notice>
      )}
      <form action={action} className="flex flex-col gap-4">
        <OrgField slug={org} />
        <input type="hidden" name="answers" value={JSON.stringify(answers)} />
        <input type="hidden" name="expected_version" value={expectedVersion} />
        <input type="hidden" name="idempotency_key" value={requestKey} />
        <FormNotice result={result} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ButtonLink href={routes.setup(org)} variant="ghost">
            <ArrowLeft aria-hidden /> Not yet
          </ButtonLink>
          <SubmitButton pendingLabel="Applying…">
            <Check aria-hidden /> Yes, apply these rules
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
