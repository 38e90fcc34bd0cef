import { DiscardForm } from "@/components/settings/setup/discard-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";
import type { SetupAnswers } from "@/lib/settings/setup/setup-facts";
import { nextOpenStep, SUMMARY, setupSteps } from "@/lib/settings/setup/steps";

type Props = { org: string; answers: SetupAnswers };

/** Answers of an earlier visit that nobody said yes to. */
export function SetupDraftNotice({ org, answers }: Props) {
  const answered = setupSteps.filter(({ answer }) => answer in answers).length;
  const next = nextOpenStep(answers);
  return (
    <Notice
      title={`You answered ${answered} of ${setupSteps.length} questions, and nothing is applied yet`}
      actions={
        <>
          {next !== SUMMARY && (
            <ButtonLink href={routes.setupStep(org, next)} size="sm" variant="primary">
              Go on
            </ButtonLink>
          )}
          <ButtonLink
            href={routes.setupStep(org, SUMMARY)}
            size="sm"
            variant={next === SUMMARY ? "primary" : "outline"}
          >
            Read the summary
          </ButtonLink>
          <DiscardForm org={org} />
        </>
      }
    >
      Your answers are kept until you apply them or throw them away.
    </Notice>
  );
}
